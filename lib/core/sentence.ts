import type { Span } from './annotation.ts';

/** A mark that can end a sentence, with the quotes and brackets that close behind it. */
const END = /[.!?…]+["'”’»)\]]*/g;

/** Abbreviations whose dot ends nothing: titles, places and organs as the press writes them. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:TP|Tp|TX|TT|TS|ThS|Ths|PGS|GS|BS|KS|CN|Q|P|H|X|Đ\/c|đ\/c|T\.Ư|TƯ|St|Mr|Mrs|Dr|v\.v|tr|[A-ZĐ])\.$/u;

/** How far a sentence may reach: a page without full stops still gives excerpts a person can read. */
const LONGEST = 1200;

/**
 * The sentence around a span: from the end of the one before to its own full stop, within its block.
 * `"Có 51 chi bộ. Tăng 3."`, span of `3` → `Tăng 3.`
 */
export function sentenceAround(text: string, span: { start: number; end: number }): Span {
  const blockStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const blockEnd = indexOr(text.indexOf('\n', span.end), text.length);
  let start = Math.max(blockStart, wordStart(text, span.start - LONGEST, blockStart));
  let end = Math.min(blockEnd, wordEnd(text, span.end + LONGEST, blockEnd));
  for (const boundary of boundaries(text, start, end)) {
    if (boundary <= span.start) start = boundary;
    else if (boundary >= span.end) {
      end = boundary;
      break;
    }
  }
  while (start < span.start && /\s/.test(text.charAt(start))) start++;
  while (end > span.end && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end, exact: text.slice(start, end) };
}

function* boundaries(text: string, from: number, to: number): Generator<number> {
  END.lastIndex = from;
  for (let match = END.exec(text); match && match.index < to; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (endsSentence(text, match.index, end)) yield end;
  }
}

/** `1.837` and `T.Ư` go on; `đơn vị.Trong` stops though its space is missing. */
function endsSentence(text: string, at: number, end: number): boolean {
  const next = text.slice(end, end + 3);
  if (next === '' || next.startsWith('\n')) return true;
  const isFullStop = text.charAt(at) === '.' && end === at + 1;
  if (isFullStop && ABBREVIATION.test(text.slice(Math.max(0, at - 8), at + 1))) return false;
  if (/^\s+["'“‘«(\-–*]?\s?[\p{Lu}\p{N}]/u.test(next + text.slice(end + 3, end + 5))) return true;
  return isFullStop && /\p{Ll}$/u.test(text.slice(0, at).slice(-1)) && /^\p{Lu}\p{Ll}/u.test(next);
}

function wordStart(text: string, at: number, floor: number): number {
  return at <= floor ? floor : indexOr(text.indexOf(' ', at), at);
}

function wordEnd(text: string, at: number, ceiling: number): number {
  return at >= ceiling ? ceiling : indexOr(text.lastIndexOf(' ', at), at);
}

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index;
}

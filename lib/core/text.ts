/** A text with the way back: `source[i]` is where unit `i` of `text` begins in the text it was made from. */
export interface MappedText {
  text: string;
  /** Offset in the source of offset `offset` of `text` (both UTF-16; `text.length` maps to the source's length). */
  toSource(offset: number): number;
}

const COMBINING = /\p{M}/u;

/**
 * Composes a text (NFC), keeping the way back to its source's offsets.
 * `"Đảng ủy"` decomposed → `"Đảng ủy"` composed; a text already composed maps to itself.
 */
export function composeText(source: string): MappedText {
  const composed = source.normalize('NFC');
  if (composed === source) return { text: source, toSource: (offset) => offset };
  const starts: number[] = [];
  let text = '';
  for (let from = 0; from < source.length;) {
    const to = clusterEnd(source, from);
    const cluster = source.slice(from, to).normalize('NFC');
    for (let i = 0; i < cluster.length; i++) starts.push(i === 0 ? from : to);
    text += cluster;
    from = to;
  }
  starts.push(source.length);
  return { text, toSource: (offset) => starts[offset] ?? source.length };
}

/** End of the base character at `from` with the combining marks after it. */
function clusterEnd(source: string, from: number): number {
  let to = from + (isHighSurrogate(source, from) ? 2 : 1);
  while (to < source.length && COMBINING.test(source.charAt(to))) to++;
  return to;
}

function isHighSurrogate(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < source.length;
}

/** Letters that look like Đ and are not joined by any normal form. */
const LOOKALIKE_D = /[ÐƉ]/g;
const LOOKALIKE_D_SMALL = /[ðɖ]/g;
const MARKS = /\p{M}+/gu;

/**
 * Folds a text for search: lower case, no diacritics, đ as d, one space for any white space.
 * `"Đảng  viên"` → `"dang vien"`; `"hoà"` and `"hòa"` → `"hoa"`.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LOOKALIKE_D, 'Đ')
    .replace(LOOKALIKE_D_SMALL, 'đ')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s\u200B\u2060\u00AD]+/g, ' ')
    .trim();
}

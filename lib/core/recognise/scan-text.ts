import type { MappedText } from '../text.ts';
import { composeText } from '../text.ts';

/** A text made ready for the rules, with the way back to its source. */
export interface ScanText {
  /** Composed, one kind of space (a tab parts cells), no zero-width units, no look-alike letters. */
  text: string;
  /** `text` in lower case, unit for unit. */
  lower: string;
  /** Source offsets of a half-open span of `text`. */
  toSource(start: number, end: number): { start: number; end: number };
}

const LOOKALIKES = new Map(
  Object.entries({
    ...pairs('АВЕКМНОРСТХУІЅЈ', 'ABEKMHOPCTXYISJ'),
    ...pairs('аеорсхуіѕј', 'aeopcxyisj'),
    ...pairs('ÐƉðɖ', 'ĐĐđđ'),
    ...pairs('０１２３４５６７８９％／', '0123456789%/'),
    ...pairs('‐‑−⁄∕', '---//'),
    ...pairs('\u2028\u2029\u0085', '\n\n\n'),
  }),
);
const ODD =
  /[\u0400-\u04FFÐƉðɖ０-９％／‐‑−⁄∕\u2028\u2029\u0085]|[^\S\n\t ]|[\u200B-\u200F\u2060\u00AD\uFEFF]/u;
const ODD_ALL = new RegExp(ODD.source, 'gu');
const ZERO_WIDTH = /[\u200B-\u200F\u2060\u00AD\uFEFF]/;
const SPACE = /\s/;

/**
 * Makes the text that the rules read: NFC, every odd space a space, look-alike letters and digits the plain ones,
 * zero-width units left out. `"1.8\u200B37\u00A0đảng viên"` → `"1.837 đảng viên"`.
 */
export function scanText(source: string): ScanText {
  const composed = composeText(source);
  const cleaned = clean(composed.text);
  const { text } = cleaned;
  return {
    text,
    lower: lowerCase(text),
    toSource: (start, end) => ({
      start: composed.toSource(cleaned.toSource(start)),
      end: composed.toSource(end > start ? cleaned.toSource(end - 1) + 1 : cleaned.toSource(end)),
    }),
  };
}

function clean(text: string): MappedText {
  if (!ODD.test(text)) return { text, toSource: (offset) => offset };
  if (!ZERO_WIDTH.test(text)) {
    return { text: text.replace(ODD_ALL, plain), toSource: (offset) => offset };
  }
  const kept: number[] = [];
  const units: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (ZERO_WIDTH.test(unit)) continue;
    kept.push(at);
    units.push(plain(unit));
  }
  return { text: units.join(''), toSource: (offset) => kept[offset] ?? text.length };
}

function plain(unit: string): string {
  const letter = LOOKALIKES.get(unit);
  if (letter !== undefined) return letter;
  return !'\n\t'.includes(unit) && SPACE.test(unit) ? ' ' : unit;
}

/** Lower case without a change of length (`İ` would grow). */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at).toLowerCase();
    return unit.length === 1 ? unit : text.charAt(at);
  }).join('');
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (unit, at) => [unit, to.charAt(at)]));
}

import { isDigitAt, isUpperAt, skipSpaces, textBefore, wordsBefore } from './boundary.ts';
import { readDate } from './dates.ts';
import labels from './lexicon/labels.json' with { type: 'json' };
import { isListed } from './name-veto.ts';
import { nounAt } from './nouns.ts';
import { LastWords } from './phrase-index.ts';
import type { Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';
import { organises } from './subject-stops.ts';
import { subjectAt } from './subjects.ts';

const STRICT = new Set(labels.strict);
const DOCUMENTS = new Set(labels.documents);
const SOFT = new Set(labels.soft);
const COMPOUNDS = new Set(labels.compounds);
const PLACES = new Set(labels.places);
const COUNTED_CAPITALS = new Set(labels.countedCapitals);
/** Words whose `5,6` names two of them. */
const ROWS = new Set(labels.rows);
const TWO_NAMES = /^[1-9]\d?,[1-9]\d?$/;
/** `Lớp 9 năm học tới`, where nothing lasts nine years. */
const SCHOOL_YEAR = /^năm học(?! (?:tập|hành|nghề)|[\p{L}\p{M}])/u;
/** `Chi bộ 5 nhiệm kỳ 2025-2027`: the term is one, told by its years. */
const TERM = /^(?:nhiệm kỳ|khóa) (?:19|20)\d/;
/** `dãy 12 số`: how many digits, where `dãy 12 số nhà 5` is an address. */
const DIGITS_COUNTED = /^ {1,2}(?:chữ )?số(?! nhà)(?![\p{L}\p{M}])/u;
const NUMBERED_PLACE = /(?<![\p{L}\p{M}])(?:Phường|Quận|Khu) $/u;
const MOST_PLACES = 40n;
/** The last word of each label: most numbers have none of them before. */
const LAST_WORDS = new LastWords(
  ['thứ', 'số', ...STRICT, ...SOFT, ...DOCUMENTS].map((label) =>
    label.slice(label.lastIndexOf(' ') + 1),
  ),
);
const NOT_ORDINAL_BEFORE = new Set(labels.notOrdinalBefore);

/** `lần thứ 2`, `Điều 5`, `thôn 3`, `số 15 phố …`: the word before makes an ordinal, a name or an address of it. */
export function labelVeto(scan: ScanText, { start, end, bare, kind, values }: Quantity) {
  const { text, lower } = scan;
  if (!LAST_WORDS.isBefore(lower, start)) return undefined;
  const [first = '', second = '', third = ''] = wordsBefore(lower, start, 3);
  if (first === 'thứ') return 'ordinal';
  const pair = `${second} ${first}`;
  const written = lower.slice(start, end);
  const grouped = /[.,]/.test(written) && !(ROWS.has(first) && TWO_NAMES.test(written));
  if (first === 'số') {
    const ordinal = !NOT_ORDINAL_BEFORE.has(second) && !grouped;
    if (ordinal && (bare || (kind === 'duration' && datedAfter(lower, end)))) return 'ordinal';
    return undefined;
  }
  const strict = STRICT.has(pair) || STRICT.has(first) || STRICT.has(`${third} ${pair}`);
  const soft =
    SOFT.has(pair) ||
    (SOFT.has(first) && !COMPOUNDS.has(pair) && !isName(text, start, first, second));
  const document = DOCUMENTS.has(pair) || DOCUMENTS.has(first);
  if (!strict && !soft && !document) return undefined;
  if (kind === 'duration')
    return datedAfter(lower, end) || SCHOOL_YEAR.test(lower.slice(end - 3, end + 10))
      ? 'ordinal'
      : undefined;
  if (!bare || grouped) return undefined;
  if (strict || isNumberedPlace(text, start, values)) return 'ordinal';
  if (document) return refers(scan, start, end) ? 'ordinal' : undefined;
  const big = kind === 'count' && values.some(({ c }) => c >= 1000n);
  const digits = first === 'dãy' && DIGITS_COUNTED.test(lower.slice(end, end + 12));
  return big || digits || counts(text, lower, end) ? undefined : 'ordinal';
}

/** `Đảng bộ Phường 9`, `Quận 10`: where towns number their parts, a capital makes a name of it. */
function isNumberedPlace(text: string, start: number, [value]: Quantity['values']): boolean {
  return (value?.c ?? 0n) <= MOST_PLACES && NUMBERED_PLACE.test(textBefore(text, start, 7));
}

/** `quy định 4 mức` and a row's `hướng dẫn 6, ` count; `Nghị quyết 18` and `nghị quyết 18 về` refer. */
function refers(scan: ScanText, start: number, end: number): boolean {
  const { text } = scan;
  const at = text.lastIndexOf(' ', start - 2) + 1;
  const first = text.lastIndexOf(' ', at - 2) + 1;
  const opens = /(?:^|[.\n]\s?)$/.test(textBefore(text, first, 2));
  if (!opens && (isUpperAt(text, first) || isUpperAt(text, at))) return true;
  return subjectAt(scan, end) === undefined && !isListed(text, start);
}

/** Whether the label is the last part of a name: `Điện Bàn 150`. */
function isName(text: string, start: number, first: string, second: string): boolean {
  const at = text.lastIndexOf(' ', start - 2) + 1;
  const before = at - second.length - 1;
  return second !== '' && first !== '' && isUpperAt(text, at) && isUpperAt(text, before);
}

function datedAfter(lower: string, end: number): boolean {
  const next = skipSpaces(lower, end);
  const date = next > end && isDigitAt(lower, next) ? readDate(lower, next) : undefined;
  return date !== undefined && !(lower.endsWith('năm', end) && date.value?.includes('/'));
}

/** Whether a counted noun follows; `thôn 3 xã Hòa Bình` counts no communes. */
function counts(text: string, lower: string, end: number): boolean {
  const next = skipSpaces(lower, end);
  const noun = nounAt(lower, next);
  if (noun === 'tổ chức' && organises(lower, next + 'tổ '.length)) return false;
  if (noun === undefined || TERM.test(lower.slice(next, next + 16))) return false;
  if (isUpperAt(text, next) && !COUNTED_CAPITALS.has(noun)) return false;
  const after = skipSpaces(text, next + noun.length);
  return !(isUpperAt(text, after) && after > next) || !PLACES.has(noun);
}

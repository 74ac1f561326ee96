import { isLetter, skipSpaces, wordAt, wordsBefore } from './boundary.ts';
import { readDate } from './dates.ts';
import labels from './lexicon/labels.json' with { type: 'json' };
import { isNounAt, nounAt } from './nouns.ts';
import type { Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';
import { subjectAt } from './subjects.ts';

const STRICT = new Set(labels.strict);
const DOCUMENTS = new Set(labels.documents);
const SOFT = new Set(labels.soft);
const VERBS = new Set(labels.verbs);
const NOT_ORDINAL_BEFORE = new Set(labels.notOrdinalBefore);

/** Says why a number is no figure, as the name of a veto; undefined where it is one. */
export function vetoOf(scan: ScanText, quantity: Quantity): string | undefined {
  return (
    gluedVeto(scan, quantity) ??
    labelVeto(scan, quantity) ??
    numberingVeto(scan, quantity) ??
    badgeVeto(scan, quantity) ??
    sloganVeto(scan, quantity) ??
    nameVeto(scan, quantity)
  );
}

/** `U23`, `Covid-19`, `5G`, `12A1`, `2403-QĐ`: part of a name or a symbol. */
function gluedVeto({ text, lower }: ScanText, { start, end, bare, pointed, kind }: Quantity) {
  if (pointed && bare) return 'version';
  const before = text.charAt(start - 1);
  if (isLetter(before)) {
    const [word = ''] = wordsBefore(lower, start, 1);
    if (
      word.length < 2 ||
      !VERBS.has(word) ||
      text.charAt(start - word.length) !== word.charAt(0)
    ) {
      return 'name';
    }
  }
  if (/[-–]/.test(before) && /[\p{L}\d]/u.test(text.charAt(start - 2))) return 'name';
  if (before === '/' && (kind === 'money' || kind === 'measure')) return undefined;
  if (bare && (before === '[' || /(?:^|[^\p{L}])tr\.\s?$/u.test(lower.slice(Math.max(0, start - 5), start)))) return 'footnote';
  if (before === '/' && isOtherCount(lower, start, end)) return undefined;
  if (/[/+_@#:&=?°]/.test(before) && !(before === ':' && isLetter(text.charAt(start - 2))))
    return 'symbol';
  if (/[”"’»)]/.test(before) && bare && !isLetter(text.charAt(skipSpaces(text, end))))
    return 'footnote';
  if (/\d\p{Lu}$/u.test(text.slice(start, end))) return 'name';
  return bare ? gluedAfter(text, lower, end) : undefined;
}

/** `2.345 hộ/9.876 nhân khẩu` are two counts; `14 bác sĩ/10.000 dân` is a rate. */
function isOtherCount(lower: string, start: number, end: number): boolean {
  const rate = /^10*(?:\.000)*(?!\d)/.test(lower.slice(start, end));
  return !rate && isLetter(lower.charAt(start - 2)) && isNounAt(lower, skipSpaces(lower, end));
}

function gluedAfter(text: string, lower: string, end: number): string | undefined {
  const next = text.charAt(end);
  const second = text.charAt(end + 1);
  if (lower.startsWith('đ/c', end)) return undefined;
  if (/[/:\\]/.test(next) && /[\p{L}\d]/u.test(second) && next !== ':') return 'symbol';
  if (next === ':' && /\d/.test(second)) return 'score';
  if (/[-–]/.test(next) && /[\p{L}\d]/u.test(second)) return 'symbol';
  if (!isLetter(next)) return undefined;
  if (isNounAt(lower, end)) return undefined;
  const word = wordAt(text, end);
  return word.length < 2 || /\p{Lu}/u.test(next) ? 'name' : undefined;
}

/** `lần thứ 2`, `Điều 5`, `thôn 3`, `số 15 phố …`: the word before makes an ordinal, a name or an address of it. */
function labelVeto(scan: ScanText, { start, end, bare, kind, values }: Quantity) {
  const { text, lower } = scan;
  const [first = '', second = ''] = wordsBefore(lower, start, 2);
  const pair = `${second} ${first}`;
  if (first === 'thứ' || pair === 'lần thứ') return 'ordinal';
  const grouped = lower.slice(start, end).includes('.') || lower.slice(start, end).includes(',');
  if (first === 'số') {
    const ordinal = !NOT_ORDINAL_BEFORE.has(second) && !grouped;
    if (ordinal && (bare || (kind === 'duration' && datedAfter(lower, end)))) return 'ordinal';
    return undefined;
  }
  const strict = STRICT.has(pair) || STRICT.has(first);
  const soft =
    SOFT.has(pair) ||
    (SOFT.has(first) && !COMPOUNDS.has(pair) && !isName(text, start, first, second));
  const document = DOCUMENTS.has(pair) || DOCUMENTS.has(first);
  if (!strict && !soft && !document) return undefined;
  if (kind === 'duration') return datedAfter(lower, end) ? 'ordinal' : undefined;
  if (!bare || grouped) return undefined;
  if (strict) return 'ordinal';
  if (document) return refers(scan, start, end) ? 'ordinal' : undefined;
  const big = kind === 'count' && values.some(({ c }) => c >= 1000n);
  return big || counts(text, lower, end) ? undefined : 'ordinal';
}

/** `quy định 4 mức` and a row's `hướng dẫn 6, ` count; `Nghị quyết 18` and `nghị quyết 18 về` refer. */
function refers(scan: ScanText, start: number, end: number): boolean {
  const { text } = scan;
  const at = text.lastIndexOf(' ', start - 2) + 1;
  const first = text.lastIndexOf(' ', at - 2) + 1;
  const opens = /(?:^|[.\n]\s?)$/.test(text.slice(Math.max(0, first - 2), first));
  if (!opens && (isCapital(text.charAt(first)) || isCapital(text.charAt(at)))) return true;
  return subjectAt(scan, end) === undefined && !isListed(text, start);
}

const COMPOUNDS = new Set(labels.compounds);

/** Whether the label is the last part of a name: `Điện Bàn 150`. */
function isName(text: string, start: number, first: string, second: string): boolean {
  const at = text.lastIndexOf(' ', start - 2) + 1;
  const before = at - second.length - 1;
  return (
    second !== '' && first !== '' && isCapital(text.charAt(at)) && isCapital(text.charAt(before))
  );
}

function isCapital(unit: string): boolean {
  return /\p{Lu}/u.test(unit);
}

function datedAfter(lower: string, end: number): boolean {
  const next = skipSpaces(lower, end);
  const date = next > end && /\d/.test(lower.charAt(next)) ? readDate(lower, next) : undefined;
  return date !== undefined && !(lower.endsWith('năm', end) && date.value?.includes('/'));
}

/** Whether a counted noun follows; `thôn 3 xã Hòa Bình` counts no communes. */
function counts(text: string, lower: string, end: number): boolean {
  const next = skipSpaces(lower, end);
  const noun = nounAt(lower, next);
  if (noun === undefined) return false;
  if (isCapital(text.charAt(next)) && !COUNTED_CAPITALS.has(noun)) return false;
  const after = skipSpaces(text, next + noun.length);
  return !(/\p{Lu}/u.test(text.charAt(after)) && after > next) || !ADDRESS.has(noun);
}

const COUNTED_CAPITALS = new Set([
  'nghị quyết',
  'chỉ thị',
  'kết luận',
  'đề án',
  'đảng viên',
  'chi bộ',
  'đảng bộ',
  'huy hiệu',
]);
const ADDRESS = new Set([
  'xã',
  'phường',
  'thị trấn',
  'huyện',
  'quận',
  'tỉnh',
  'thành phố',
  'thị xã',
  'thôn',
  'làng',
  'khu phố',
  'tổ dân phố',
  'khu',
  'đường',
  'chi bộ',
  'đảng bộ',
  'trường',
  'bản',
  'ấp',
  'buôn',
  'chợ',
  'khu vực',
]);

const NUMBERING_END = /[.)/]\s{1,3}(?=[\p{Lu}“"])|\)\s?(?=\p{L})|[-–]\s{1,3}(?=\p{Lu})/uy;

/** `1. Về kinh tế`, `2) Tăng cường`, `(1) Xây dựng`. */
function numberingVeto({ text }: ScanText, { start, end, bare, ratio, values }: Quantity) {
  if (!bare || ratio || (values[0]?.c ?? 0n) > 60n) return undefined;
  let before = start;
  while (start - before < 4 && /[ (]/.test(text.charAt(before - 1))) before--;
  const parenthesised = text.charAt(start - 1) === '(';
  const head = text.charAt(before - 1);
  if (head !== '' && !/[\n.;:)”"*-]/.test(head)) return undefined;
  NUMBERING_END.lastIndex = end;
  if (NUMBERING_END.test(text)) return 'numbering';
  return parenthesised && text.charAt(end) === ')' ? 'numbering' : undefined;
}

const BADGE =
  /(?:huy hiệu|hh|kỷ niệm chương)(?: đảng)?(?: loại)?(?:[\s,\d;]|năm(?: tuổi)?|tuổi|đảng|và|-|–|đến|từ){0,40}$/;

/** `Huy hiệu 30 năm tuổi Đảng`: a title of honour. */
function badgeVeto({ lower }: ScanText, { start, end, bare, kind }: Quantity) {
  if (!bare && kind !== 'duration') return undefined;
  if (bare && isNounAt(lower, skipSpaces(lower, end))) return undefined;
  return BADGE.test(lower.slice(Math.max(0, start - 64), start)) ? 'badge' : undefined;
}

const SLOGAN =
  /\s{1,2}(?:tốt|không|sạch|nhất|tại chỗ|rõ|cùng|bám|dám|xin|luôn|giỏi|chủ động|sẵn sàng|biết|trong 1|trong một|có|đúng|thật|chống|trách nhiệm|an toàn|kiên định|nhà)(?=[\s,.;:”"’)!?-]|$)/y;
const PLAIN_SLOGANS = new Set(['tốt', 'tại chỗ', 'sạch', 'rõ', 'nhất']);
const SLOGAN_ROW =
  /^ (?:không|có|tại chỗ|bám|cùng|xin),?(?: và)? \d (?:không|có|sạch|tại chỗ|cùng|luôn|bám|dám)(?![\p{L}\p{M}])/u;
const QUOTED_WHOLE = /^[“"«]\d{1,2} [^”"»\d\n]{1,22}[”"»]/;
const QUOTED = /[“"‘«][^“”"\n.;]{0,40}$/;

/** `chi bộ 4 tốt`, `“5 không, 3 sạch”`. */
function sloganVeto({ lower }: ScanText, { start, end, bare, ratio, values }: Quantity) {
  if (!bare || ratio || (values[0]?.c ?? 0n) > 12n) return undefined;
  if (QUOTED_WHOLE.test(lower.slice(start - 1, end + 26)) && !isNounAt(lower, skipSpaces(lower, end))) {
    return 'slogan';
  }
  if (/\d trong $/.test(lower.slice(start - 8, start))) return 'slogan';
  SLOGAN.lastIndex = end;
  const word = SLOGAN.exec(lower)?.[0].trim();
  if (word === undefined) return undefined;
  if (PLAIN_SLOGANS.has(word) || SLOGAN_ROW.test(lower.slice(end, end + 24))) return 'slogan';
  return QUOTED.test(lower.slice(Math.max(0, start - 44), start)) ? 'slogan' : undefined;
}

/** `Minh Tân 2`: a number after a name, with nothing counted; in a row of them (`Hội An 110; Điện Bàn 150`) it is a figure. */
function nameVeto({ text, lower }: ScanText, { start, end, bare, ratio, kind, values }: Quantity) {
  if (!bare || ratio || kind !== 'count') return undefined;
  const next = skipSpaces(lower, end);
  const nextWord = next > end ? wordAt(text, next) : '';
  if (isNounAt(lower, end) || isNounAt(lower, next)) return undefined;
  const [word = ''] = wordsBefore(text, start, 1);
  if (!/^\p{Lu}/u.test(word) || VERBS.has(word.toLowerCase())) return undefined;
  const small = values.every(({ c }) => c < 30n);
  const listed = /[;,.)\n]/.test(text.charAt(end)) || end === text.length || nextWord === 'và';
  if (!listed && /^\p{Ll}/u.test(nextWord))
    return small && values.length === 1 ? 'name' : undefined;
  return listed && isListed(text, start) && !(small && isPlace(lower, start)) ? undefined : 'name';
}

/** `bản Mông 3`: a place word opens the name. */
function isPlace(lower: string, start: number): boolean {
  return wordsBefore(lower, start, 4).some((word) => ADDRESS.has(word));
}

/** Whether the name with its number stands in a row: `; Điện Bàn 150;`. */
function isListed(text: string, start: number): boolean {
  return (
    /(?:\d[\d.]{0,9}\s?(?:\p{Ll}+\s?){0,4})[;,]\s(?:và\s)?(?:[\p{L}.]+\s){1,5}$/u.test(
      text.slice(Math.max(0, start - 60), start),
    ) ||
    (/\d/.test(text.slice(start, start + 8)) &&
      /^[\d.]{1,7}[;,]\s(?:và\s)?(?:[\p{L}.]+\s){1,5}\d/u.test(text.slice(start, start + 60)))
  );
}

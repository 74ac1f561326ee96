import { isDigitAt, skipSpaces, textBefore, UnitSet } from './boundary.ts';
import { gluedVeto } from './glued-veto.ts';
import { labelVeto } from './label-veto.ts';
import { nameVeto } from './name-veto.ts';
import { isNounAt } from './nouns.ts';
import type { Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';

/** Says why a number is no figure, as the name of a veto; undefined where it is one. */
export function vetoOf(scan: ScanText, quantity: Quantity): string | undefined {
  return (
    labelVeto(scan, quantity) ??
    gluedVeto(scan, quantity) ??
    numberingVeto(scan, quantity) ??
    badgeVeto(scan, quantity) ??
    sloganVeto(scan, quantity) ??
    nameVeto(scan, quantity)
  );
}

const NUMBERING_END =
  /[.)](?=\p{Lu}\p{Ll})|[.)/]\s{1,3}(?=[\p{Lu}“"])|\)\s?(?=\p{L})|[-–]\s{1,3}(?=\p{Lu})/uy;

const OPENS_NUMBER = new UnitSet(' (');
/** What a numbered item stands behind. */
const NUMBERED_BEHIND = new Set('\n.;:)”"*-');

/** `1. Về kinh tế`, `2) Tăng cường`, `(1) Xây dựng`. */
function numberingVeto({ text }: ScanText, { start, end, bare, ratio, values }: Quantity) {
  if (!bare || ratio || (values[0]?.c ?? 0n) > 60n) return undefined;
  const parenthesised = text.charAt(start - 1) === '(';
  if (
    isEnumerator(text, start, end) ||
    (parenthesised && ITEM_NAME.test(textBefore(text, start, 12)))
  ) {
    return 'numbering';
  }
  let before = start;
  while (start - before < 4 && OPENS_NUMBER.isAt(text, before - 1)) before--;
  if (parenthesised && text.charAt(end) === ')' && /[^\s]/.test(text.charAt(start - 2)))
    return 'footnote';
  const head = text.charAt(before - 1);
  if (head !== '' && !NUMBERED_BEHIND.has(head)) return undefined;
  NUMBERING_END.lastIndex = end;
  if (NUMBERING_END.test(text)) return 'numbering';
  return parenthesised && text.charAt(end) === ')' ? 'numbering' : undefined;
}

const ITEM_BEFORE = /(?:[,;:.]|(?<![\p{L}\p{M}])(?:và|hoặc)) {0,2}\($/u;
/** `mục (2)`, `khoản (3)`. */
const ITEM_NAME =
  /(?<![\p{L}\p{M}])(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Bb]ảng|[Bb]iểu|[Hh]ình) \($/u;
const LONGEST_ITEMS = 600;

/** `(2) bộ máy` where `(1)` stands before: a number before its item; behind a name (`Sơn La (3)`) it counts. */
function isEnumerator(text: string, start: number, end: number): boolean {
  if (text.charAt(end) !== ')' || !/^\) {0,2}\p{L}/u.test(text.slice(end, end + 4))) return false;
  const before = textBefore(text, start, LONGEST_ITEMS);
  return (
    ITEM_BEFORE.test(before.slice(-8)) && before.includes(`(${Number(text.slice(start, end)) - 1})`)
  );
}

const BADGE =
  /(?:huy hiệu|hh|kỷ niệm chương)(?: đảng)?(?: loại)?(?:[\s,\d;:]|năm(?: tuổi)?|tuổi|đảng viên|đảng|đồng chí|đ\/c|người|và|-|–|đến|từ){0,40}$/;

/** `Huy hiệu 30 năm tuổi Đảng`: a title of honour. */
function badgeVeto({ lower }: ScanText, { start, end, bare, kind }: Quantity) {
  if (!bare && kind !== 'duration') return undefined;
  if (bare && isNounAt(lower, skipSpaces(lower, end))) return undefined;
  return BADGE.test(textBefore(lower, start, 64)) ? 'badge' : undefined;
}

const SLOGAN =
  /\s{1,2}(?:tốt|không|sạch|nhất|tại chỗ|rõ|cùng|bám|dám|xin|luôn|giỏi|chủ động|sẵn sàng|biết|trong 1|trong một|có|đúng|thật|chống|trách nhiệm|an toàn|kiên định|nhà)(?=[\s,.;:”"’)!?-]|$)/y;
const PLAIN_SLOGANS = new Set(['tốt', 'tại chỗ', 'sạch', 'rõ', 'nhất']);
const SLOGAN_ROW =
  /^ (?:không|có|tại chỗ|bám|cùng|xin),?(?: và)? \d (?:không|có|sạch|tại chỗ|cùng|luôn|bám|dám)(?![\p{L}\p{M}])/u;
const QUOTES = new Set(['“', '"', '«']);
const QUOTED_WHOLE = /[“"«]\d{1,2} [^”"»\d\n]{1,22}[”"»]/y;
const QUOTED = /[“"‘«][^“”"\n.;]{0,40}$/;

/** `chi bộ 4 tốt`, `“5 không, 3 sạch”`. */
function sloganVeto({ lower }: ScanText, { start, end, bare, ratio, values }: Quantity) {
  if (!bare || ratio || (values[0]?.c ?? 0n) > 12n) return undefined;
  QUOTED_WHOLE.lastIndex = start - 1;
  if (
    QUOTES.has(lower.charAt(start - 1)) &&
    QUOTED_WHOLE.test(lower) &&
    !isNounAt(lower, skipSpaces(lower, end))
  )
    return 'slogan';
  if (lower.endsWith(' trong ', start) && values[0]?.c === 1n && isDigitAt(lower, start - 8))
    return 'slogan';
  SLOGAN.lastIndex = end;
  const word = SLOGAN.exec(lower)?.[0].trim();
  if (word === undefined) return undefined;
  if (PLAIN_SLOGANS.has(word) || SLOGAN_ROW.test(lower.slice(end, end + 24))) return 'slogan';
  return QUOTED.test(textBefore(lower, start, 44)) ? 'slogan' : undefined;
}

import { isUpperAt, skipSpaces, textBefore, wordAt, wordBefore, wordsBefore } from './boundary.ts';
import labels from './lexicon/labels.json' with { type: 'json' };
import { isNounAt } from './nouns.ts';
import type { Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';

const VERBS = new Set(labels.verbs);
const PLACES = new Set(labels.places);

/** `THCS 61 (55%)`: what has a share is counted. */
const SHARE_BEHIND = /^ {0,2}\(\d{1,3}(?:[.,]\d{1,3})? ?%\)/;

/** `Minh Tân 2`: a number after a name, with nothing counted; in a row of them (`Hội An 110; Điện Bàn 150`) it is a figure. */
export function nameVeto(
  { text, lower }: ScanText,
  { start, end, bare, ratio, kind, values }: Quantity,
) {
  if (ratio) return isDateline(text, { start, end }) ? 'date' : undefined;
  if (!bare || kind !== 'count') return undefined;
  const next = skipSpaces(lower, end);
  const nextWord = next > end ? wordAt(text, next) : '';
  if (isNounAt(lower, end) || isNounAt(lower, next)) return undefined;
  const word = wordBefore(text, start);
  if (!isUpperAt(word, 0) || VERBS.has(word.toLowerCase())) return undefined;
  const small = values.every(({ c }) => c < 30n);
  if (small && isNumberedName(text, { start, end })) return 'name';
  const listed =
    /^(?:[;,.)\n]| \()/.test(text.slice(end, end + 2)) || end === text.length || nextWord === 'và';
  if (SHARE_BEHIND.test(text.slice(end, end + 14)) && !(small && isPlace(lower, start)))
    return undefined;
  if (!listed && /^\p{Ll}/u.test(nextWord))
    return small && values.length === 1 ? 'name' : undefined;
  return listed && isListed(text, start) && !(small && isPlace(lower, start)) ? undefined : 'name';
}

const TWIN = /^(?:,| và|, và|;) /;
/** The name before a number, two syllables of it. */
const LAST_NAME = /(\p{Lu}[\p{L}\p{M}]{0,9} \p{Lu}[\p{L}\p{M}]{0,9}) $/u;
/** Villages by number and, in brackets, by name. */
const VILLAGES_NAMED =
  /(\d{1,2}) (?:thôn|bản|ấp|xóm|buôn|làng|khóm|khu phố|tổ dân phố|khu)(?: \p{Ll}{1,7}){0,4} ?\(([^()\n]{0,120})$/u;
const LONGEST_LIST = 160;

/** `Phú Hòa 1, Phú Hòa 2`: twins tell each other by number; `2 thôn (Pà Nai 2, Tà Xí)` names as many as it counts. */
function isNumberedName(text: string, { start, end }: { start: number; end: number }): boolean {
  const name = LAST_NAME.exec(textBefore(text, start, 22))?.[1];
  if (name === undefined) return isNamedVillage(text, start);
  const joint = TWIN.exec(text.slice(end, end + 5))?.[0];
  if (joint && text.startsWith(`${name} `, end + joint.length)) return true;
  const before = textBefore(text, start - name.length - 1, 32);
  if (before.includes(`${name} `) && /\d(?:,| và|, và|;) $/.test(before)) return true;
  return isNamedVillage(text, start);
}

function isNamedVillage(text: string, start: number): boolean {
  const [, count, opened] = VILLAGES_NAMED.exec(textBefore(text, start, LONGEST_LIST)) ?? [];
  const close = text.indexOf(')', start);
  if (opened === undefined || close === -1 || close - start > LONGEST_LIST) return false;
  const names = `${opened}${text.slice(start, close)}`.split(/[,;]| và /);
  return names.length === Number(count);
}

/** `(TTXVN 1/12)`: an agency's name with its day. */
function isDateline(text: string, { start, end }: { start: number; end: number }): boolean {
  return /\(\p{Lu}+ $/u.test(textBefore(text, start, 12)) && text.charAt(end) === ')';
}

/** `bản Mông 3`: a place word opens the name. */
function isPlace(lower: string, start: number): boolean {
  return wordsBefore(lower, start, 4).some((word) => PLACES.has(word));
}

/** Whether the name with its number stands in a row: `; Điện Bàn 150;`. */
export function isListed(text: string, start: number): boolean {
  return (
    /(?:\d[\d.]{0,9}(?:\s?(?:\p{Ll}+\s?){0,4}[;,]\s(?:và\s)?|\svà\s))(?:[\p{L}.]+\s){1,5}$/u.test(
      textBefore(text, start, 60),
    ) ||
    (/\d/.test(text.slice(start, start + 8)) &&
      /^[\d.]{1,7}[;,]\s(?:và\s)?(?:[\p{L}.]+\s){1,5}\d/u.test(text.slice(start, start + 60)))
  );
}

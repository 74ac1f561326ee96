/**
 * What a reader types to find excerpts. Parts stand side by side and an excerpt must satisfy them all:
 *
 *     đảng viên            words, each at the start of a word, in any order
 *     "sinh hoạt chi bộ"   a phrase
 *     1837  43,4 triệu     a number, in whatever notation the text has it
 *     thẻ:"nông thôn mới"  a field; `FIELDS` lists them
 *     năm:2020  sau:6/2020  trước:15/7/2020  từ:2019  đến:2021    when the article came out
 *     -nháp   -thẻ:cũ      not this
 *
 * Letter case, diacritics and the place of tone marks never matter, in field names neither.
 */
import { foldText } from '../text.ts';
import { joinThousands, numberKeys } from './number-keys.ts';
import { searchWords } from './search-words.ts';

/** What a field looks at, by the names (folded) it can be typed as. */
const FIELDS = {
  tag: ['the', 'nhan'],
  kind: ['loai', 'dang'],
  subject: ['doi tuong', 'chu the'],
  organisation: ['to chuc', 'dia ban'],
  unit: ['don vi tinh', 'dvt'],
  /** Clerks say `đơn vị` of both. */
  unitOrOrganisation: ['don vi'],
  programme: ['van ban', 'chuong trinh'],
  outlet: ['nguon', 'bao'],
  state: ['trang thai', 'duyet'],
  check: ['kiem tra', 'doi chieu'],
  title: ['bai', 'tieu de'],
  note: ['ghi chu'],
  author: ['nguoi', 'nguoi trich'],
  period: ['thoi diem', 'ky'],
  missing: ['thieu'],
  agreement: ['cung ghi'],
} as const;
export type QueryField = keyof typeof FIELDS;

const TIMES = {
  in: ['nam', 'ngay'],
  after: ['sau'],
  before: ['truoc'],
  from: ['tu'],
  to: ['den'],
} as const;
type TimeWord = keyof typeof TIMES;

/** One thing an excerpt must satisfy, or must not where it is negated. Texts are as `searchWords` gives them. */
export type Condition = { isNot: boolean } & (
  | { type: 'words'; text: string; isWhole: boolean }
  | { type: 'number'; keys: readonly string[] }
  /** `text` is folded only, for a unit may be `%`. */
  | { type: 'field'; field: QueryField; text: string; isWhole: boolean }
  /** ISO dates of the article, from the first and before the second. */
  | { type: 'published'; from: string; before: string }
);

const PART = /(?:[^\s"“”]|["“”][^"“”]*["“”]?)+/gu;
const QUOTED_OR_NOT = /["“”][^"“”]*["“”]?|[^"“”]+/gu;
const OPENS = /^["“”]/u;
const QUOTED = /^["“”]([^"“”]*)["“”]?$/u;
const NUMBER = /^\d[\d.,]*%?$/;
const NUMBER_AND_SCALE = /^\d[\d.,]*(?: \S+){1,2}$/;

/**
 * Reads what was typed; never fails: what is no field is words.
 * `thẻ:"nông thôn mới" 1.837 chi bộ` → the tag, the number, two words.
 */
export function parseQuery(typed: string): Condition[] {
  const parts = joinFieldNames(joinNumbers(typed.normalize('NFC')).match(PART) ?? []);
  const conditions: Condition[] = [];
  for (let at = 0; at < parts.length; at++) {
    const scaled = scaledNumber(parts, at);
    if (scaled) {
      conditions.push({ type: 'number', keys: scaled.keys, isNot: false });
      at += scaled.length - 1;
    } else conditions.push(...parsePart(parts[at] ?? ''));
  }
  return conditions;
}

/** Puts `1 837` together outside quotes, where what stands is meant. */
function joinNumbers(typed: string): string {
  return typed.replace(QUOTED_OR_NOT, (some) => (OPENS.test(some) ? some : joinThousands(some)));
}

/** Puts `đơn` and `vị:%` together again, and a name with the value a space away: `thẻ: cũ`. */
function joinFieldNames(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1) ?? '';
    const [name = ''] = part.split(':', 1);
    const isNamed = part.includes(':') && !/["“”]/u.test(name);
    const words = isNamed ? nameAcross(joined, name) : 0;
    if (words > 0) joined.push([...joined.splice(-words), part].join(' '));
    else if (before.endsWith(':') && fieldOf(before.slice(0, -1))) joined.push(joined.pop() + part);
    else joined.push(part);
  }
  return joined;
}

/** How many of the parts before belong to a field's name: one of `đơn | vị`, two of `đơn | vị | tính`. */
function nameAcross(parts: readonly string[], name: string): number {
  return (
    [2, 1].find(
      (words) => words <= parts.length && fieldOf([...parts.slice(-words), name].join(' ')),
    ) ?? 0
  );
}

function fieldOf(name: string): QueryField | TimeWord | undefined {
  const folded = foldText(name.replace(/^-/, '').replaceAll('_', ' '));
  const all = Object.entries({ ...TIMES, ...FIELDS }) as [
    QueryField | TimeWord,
    readonly string[],
  ][];
  return all.find(([, names]) =>
    names.some((each) => each === folded || each.replaceAll(' ', '') === folded),
  )?.[0];
}

/** `43,4 triệu`, `10 nghìn tỷ`: what they come to; a number alone is no such thing. */
function scaledNumber(
  parts: readonly string[],
  at: number,
): { keys: readonly string[]; length: number } | undefined {
  for (const length of [3, 2]) {
    const text = parts.slice(at, at + length).join(' ');
    if (at + length > parts.length || !NUMBER_AND_SCALE.test(text)) continue;
    const [bare = ''] = text.split(' ', 1);
    const plain = new Set(numberKeys(bare));
    const short = numberKeys(parts.slice(at, at + length - 1).join(' '));
    const keys = numberKeys(text).filter((key) => !plain.has(key));
    // The last word must add to it, or it is the noun behind the number.
    if (keys.length > 0 && keys.join() !== short.filter((key) => !plain.has(key)).join()) {
      return { keys, length };
    }
  }
  return undefined;
}

function parsePart(part: string): Condition[] {
  const isNot = part.length > 1 && part.startsWith('-');
  const bare = isNot ? part.slice(1) : part;
  const at = bare.indexOf(':');
  const field = at > 0 ? fieldOf(bare.slice(0, at)) : undefined;
  const value = bare.slice(at + 1);
  if (field) return parseField(field, value, isNot) ?? wordsCondition(bare, isNot);
  if (NUMBER.test(bare)) return [{ type: 'number', keys: numberKeys(bare), isNot }];
  return wordsCondition(bare, isNot);
}

function wordsCondition(part: string, isNot: boolean): Condition[] {
  const quoted = QUOTED.exec(part)?.[1];
  const text = searchWords(quoted ?? part);
  return text ? [{ type: 'words', text, isWhole: quoted !== undefined, isNot }] : [];
}

function parseField(
  field: QueryField | TimeWord,
  value: string,
  isNot: boolean,
): Condition[] | undefined {
  const quoted = QUOTED.exec(value)?.[1];
  const text = quoted ?? value;
  // While a value is still being typed, everything is shown.
  if (text === '') return [];
  const span = spanOf(text);
  if (isTime(field)) return span && [{ type: 'published', ...within(field, span), isNot }];
  return [
    {
      type: 'field',
      field,
      text: foldText(text),
      isWhole: quoted !== undefined,
      isNot,
    },
  ];
}

function isTime(field: QueryField | TimeWord): field is TimeWord {
  return field in TIMES;
}

interface TimeSpan {
  /** ISO dates; the second is the first day after. */
  from: string;
  before: string;
}

const LAST_DAY = '9999-12-31';

function within(word: TimeWord, { from, before }: TimeSpan): TimeSpan {
  if (word === 'after') return { from: before, before: LAST_DAY };
  if (word === 'before') return { from: '', before: from };
  if (word === 'from') return { from, before: LAST_DAY };
  if (word === 'to') return { from: '', before };
  return { from, before };
}

/** `2020`, `7/2020`, `15/7/2020`, `2020-07`, `2020-07-15` as the days they last. */
function spanOf(text: string): TimeSpan | undefined {
  const local = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  const [year, month, day] = local
    ? [local[3], local[2], local[1]]
    : [iso?.[1], iso?.[2], iso?.[3]];
  if (!year || Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return undefined;
  const first = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)] as const;
  const next = [
    first[0] + Number(!month),
    first[1] + Number(Boolean(month) && !day),
    first[2] + Number(Boolean(day)),
  ] as const;
  return { from: isoDay(...first), before: isoDay(...next) };
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

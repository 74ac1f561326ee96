/** A page's own date line: when it says the article appeared, and what else stands in the line. */
export interface DateLine {
  publishedTime: string;
  rest: string;
}

/** Vietnam has one zone and no summer time; a page that names no offset means this one. */
const VIETNAM = '+07:00';

/** `2022-11-14T06:10:00+07:00`, `2022-11-14 06:10`; not `22-11-2014`. */
const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i;
/** `09/09/2019`, `22-7-2019`, `10.10.2020`, `ngày 7 tháng 3 năm 2026`; not `403/2017/NQLT`. */
const DATE =
  /(?<![\d/.-])(\d{1,2})\s*([/.-]|tháng)\s*(\d{1,2})(?:\s*\2|\s*,?\s*năm|\s*,)\s*(\d{4})(?![\d/]|-\d)/iu;
/** `12 Tháng Ba 2023`, `1 tháng mười hai, 2022`. */
const NAMED_MONTH = /(\d{1,2})\s+tháng\s+(\p{L}+(?:\s+\p{L}+)?)\s*,?\s*(?:năm\s+)?(?=\d{4})/giu;
const MONTHS = [
  'một|giêng',
  'hai',
  'ba',
  'tư|bốn',
  'năm',
  'sáu',
  'bảy|bẩy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai|chạp',
];
/** `06:07`, `22:12'`, `6:10:00 AM`, `8h05`, `8 giờ 05`; not `0:00 / 0:00`'s second half, nor `15:3`. */
const TIME =
  /(?<![\d:/])(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?::(\d{2}))?(?![\d:])\s*['’′]?(?:\s*(AM|PM|SA|CH)\b)?/iu;
const OFFSET =
  /[[(]?\s*(?:GMT|UTC)\s*(?:([+-])\s*(\d{1,2})(?::?(\d{2}))?)?\s*[\])]?|(?<=\d)\s*([+-]\d{2}):?(\d{2})\b/iu;
const WEEKDAY =
  /(?<!\p{L})(?:thứ\s+(?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật|T[2-7]|CN)(?!\p{L})\s*[,-]?/giu;
const LABEL =
  /(?<!\p{L})(?:ngày\s+(?:đăng|cập\s+nhật|xuất\s+bản|tạo|gửi|viết|phát\s+hành)|(?:đăng|cập\s+nhật|xuất\s+bản)(?:\s+(?:ngày|lúc|vào|lần\s+cuối))*|đã\s+đăng|thời\s+gian(?:\s+đăng)?|ngày|lúc|vào\s+hồi)(?!\p{L})\s*:?/giu;

/**
 * Reads a published time as metadata or a line of the page gives it, in ISO 8601 with Vietnam's offset where none is named.
 * `"Thứ Hai, 09/09/2019, 06:07 [GMT+7]"` → `"2019-09-09T06:07:00+07:00"`; `"Ngày đăng: 11/07/2017"` → `"2017-07-11"`.
 */
export function parsePublishedTime(text: string): string | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    const time = hour && minute ? { hour, minute, second: second ?? '0' } : undefined;
    return format({ year, month, day }, time, offset ? colonOffset(offset) : VIETNAM);
  }
  return readDateLine(text)?.publishedTime;
}

/**
 * Splits a line of the page into its date and the rest.
 * `"08/11/2020 - Lượt xem: 1807"` → `2020-11-08` and `"Lượt xem: 1807"`. Undefined without a full date.
 */
export function readDateLine(line: string): DateLine | undefined {
  // The patterns' `\s*` would be slow on runs of white space, which pages have by the thousand.
  const text = line.normalize('NFC').replace(/\s+/g, ' ').replace(NAMED_MONTH, withMonthNumber);
  const date = DATE.exec(text);
  if (!date) return undefined;
  const withoutDate = cut(text, date);
  const time = TIME.exec(withoutDate);
  const clock = time ? readClock(time) : undefined;
  const withoutTime = time && clock ? cut(withoutDate, time) : withoutDate;
  const offset = clock ? OFFSET.exec(withoutTime) : null;
  const [, first, , second] = date;
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  const publishedTime = format(
    { year: date[4], month, day },
    clock,
    offset ? readOffset(offset) : VIETNAM,
  );
  if (!publishedTime) return undefined;
  return { publishedTime, rest: tidy(offset ? cut(withoutTime, offset) : withoutTime) };
}

function withMonthNumber(whole: string, day: string, name: string): string {
  const month = MONTHS.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  return month < 0 ? whole : `${day}/${month + 1}/`;
}

function cut(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}

/** What is left of a line when weekday, labels and loose punctuation are gone. */
function tidy(text: string): string {
  return text
    .replace(WEEKDAY, ' ')
    .replace(LABEL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|()[\]•·/–-]+|[\s,;:|()[\]•·/–-]+$/g, '');
}

interface Clock {
  hour: string;
  minute: string;
  second: string;
}

function readClock([, hours, minute, second = '0', half = '']: RegExpExecArray): Clock | undefined {
  let hour = Number(hours);
  if (/^(?:PM|CH)$/i.test(half) && hour < 12) hour += 12;
  if (/^(?:AM|SA)$/i.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minute) > 59 || minute === undefined) return undefined;
  return { hour: String(hour), minute, second };
}

function readOffset([, sign, hours, minutes, zone, zoneMinutes]: RegExpExecArray): string {
  if (zone && zoneMinutes) return `${zone}:${zoneMinutes}`;
  if (!sign || !hours) return VIETNAM;
  return `${sign}${two(hours)}:${minutes ?? '00'}`;
}

function colonOffset(offset: string): string {
  return /^z$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}

function format(
  { year, month, day }: Record<'year' | 'month' | 'day', string | undefined>,
  clock: Clock | undefined,
  offset: string,
): string | undefined {
  if (!year || !isDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!clock) return date;
  return `${date}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${offset}`;
}

/** The earliest Vietnamese news sites date from 1997; a year before 1990 is no publishing date. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year < 2100 && date.getUTCMonth() === month - 1 && day > 0;
}

function two(part: string | undefined): string {
  return (part ?? '0').padStart(2, '0');
}

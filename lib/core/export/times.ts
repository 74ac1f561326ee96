/** Vietnam has one zone, without summer time; a stored moment is shown on its clock wherever the office's machine is set. */
const VIETNAM_HOURS = 7;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A day on Vietnam's clock, with the time of day where it is known. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  /** Seconds since midnight. */
  time?: number;
}

/**
 * Reads an ISO 8601 day or time; one in UTC is brought to Vietnam's clock, any other is taken as it is written.
 * `"2026-11-22T20:00:00Z"` → 23/11/2026, 03:00. Undefined for what is not a whole date, as `"2020"`.
 */
export function readMoment(iso: string): Moment | undefined {
  const [, year, month, day, hour, minute, second = '0', offset] = ISO.exec(iso) ?? [];
  if (!year || !month || !day) return undefined;
  const shift = offset === 'Z' ? VIETNAM_HOURS : 0;
  const date = new Date(
    Date.UTC(+year, +month - 1, +day, Number(hour ?? 0) + shift, Number(minute ?? 0), +second),
  );
  const isReal = shift > 0 || date.getUTCDate() === Number(day);
  if (Number.isNaN(date.getTime()) || !isReal) return undefined;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ...(hour && { time: date.getTime() / 1000 - Math.floor(date.getTime() / 86_400_000) * 86_400 }),
  };
}

/** `"2026-11-20T06:07:00+07:00"` → `"20/11/2026"`; what is not a date comes back as it is. */
export function formatDay(iso: string): string {
  const moment = readMoment(iso);
  if (!moment) return iso;
  return `${pad(moment.day)}/${pad(moment.month)}/${moment.year}`;
}

/** `"2026-11-20"` with a slash or other sign between: `2026/11/20`. Undefined for what is not a date. */
export function isoDay(iso: string, between = '-'): string | undefined {
  const moment = readMoment(iso);
  return moment && [moment.year, pad(moment.month), pad(moment.day)].join(between);
}

/**
 * A moment as spreadsheets count it: days since 30/12/1899, the time of day as a fraction.
 * 9/9/2019 → `43717`. Undefined before 1900-03-01, where spreadsheets disagree.
 */
export function serialDay({ year, month, day, time = 0 }: Moment): number | undefined {
  const serial = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
  return serial < 61 ? undefined : serial + time / 86_400;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** Vietnam has one zone, without summer time; a stored moment is shown on its clock wherever the office's machine is set. */
const VIETNAM_HOURS = 7;
/** Seconds. */
const HOUR = 3600;

/** Not before the year 1000: a site that knows no date often says 1 January of the year 1. */
const ISO =
  /^([1-9]\d{3})-(0[1-9]|1[0-2])-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A time that names no zone east or west of Greenwich. */
const UTC = /^(?:Z|[+-]00:?00)$/;
/** A year, or a month of one. */
const PARTLY = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?$/;

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
  const [, year, month, day, hour = 0, minute = 0, second = 0, offset] = ISO.exec(iso) ?? [];
  if (!year || !month || !day) return undefined;
  const date = new Date(Date.UTC(+year, +month - 1, +day, +hour, +minute, +second));
  // There is no 31 February.
  if (date.getUTCDate() !== +day) return undefined;
  if (offset && UTC.test(offset)) date.setTime(date.getTime() + VIETNAM_HOURS * HOUR * 1000);
  const time = date.getUTCHours() * HOUR + date.getUTCMinutes() * 60 + date.getUTCSeconds();
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ...(iso.includes('T') && { time }),
  };
}

/** A year, a month of it or a day, as far as it is known: `"2020-07"` → 2020 and 7. Empty for what is none of them. */
export function knownDate(iso: string): readonly number[] {
  const moment = readMoment(iso);
  if (moment) return [moment.year, moment.month, moment.day];
  const [, year, month] = PARTLY.exec(iso) ?? [];
  return [year, month].flatMap((part) => (part ? [Number(part)] : []));
}

/**
 * `"2026-11-20T06:07:00+07:00"` → `"20/11/2026"`, `"2020-07"` → `"07/2020"`, a span `"2026-01/2026-09"` →
 * `"01/2026 – 09/2026"`; what is no date comes back as it is.
 */
export function formatDay(iso: string): string {
  const known = iso.split('/').map(knownDate);
  if (known.some(({ length }) => length === 0)) return iso;
  return known.map((parts) => parts.map(pad).toReversed().join('/')).join(' – ');
}

/**
 * A moment as a spreadsheet shows it: `"2026-11-22T20:00:00Z"` → `"23/11/2026 03:00"`. What is no date that spreadsheets
 * can count is shown as in a report.
 */
export function formatMoment(iso: string): string {
  const moment = readMoment(iso);
  const time = moment && serialDay(moment) !== undefined ? moment.time : undefined;
  if (time === undefined) return formatDay(iso);
  return `${formatDay(iso)} ${pad(Math.floor(time / HOUR))}:${pad(Math.floor((time % HOUR) / 60))}`;
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

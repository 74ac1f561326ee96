import type { Figure } from '../../annotation.ts';
import { readMoment } from '../../export/times.ts';
import type { Source } from '../excerpt.ts';

/** When a figure holds. */
export interface SeriesPeriod {
  /** Equal for equal stretches of time, however they are written; sorts by beginning, then end. */
  key: string;
  /** As the figure states it, or the year taken for it; `''` where none is known. */
  text: string;
  /** First and last day, ISO 8601; none where the words name no time that can be placed. */
  first?: string;
  last?: string;
  /** Whether it is the year the article appeared, for want of a stated one. */
  isAssumed: boolean;
}

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/;
/** After every day: what cannot be placed comes last. */
const UNPLACED = '~';

/** The period of a figure; without a stated one the year its article appeared. */
export function seriesPeriod(
  { period }: Pick<Figure, 'period'>,
  article: Pick<Source, 'publishedTime'> | undefined,
): SeriesPeriod {
  if (period) return readPeriod(period, false);
  const { publishedTime } = article ?? {};
  const year = publishedTime && readMoment(publishedTime)?.year;
  return year ? readPeriod(String(year), true) : { key: UNPLACED, text: '', isAssumed: true };
}

/** Reads a year, month, day or stretch of them: `2020/2025` → 01/01/2020 – 31/12/2025; other words stay as they are. */
export function readPeriod(text: string, isAssumed: boolean): SeriesPeriod {
  const [from = '', to = from, ...more] = text.split('/');
  const [first, last] = [firstDay(from), lastDay(to)];
  if (!first || !last || more.length > 0 || first > last)
    return { key: UNPLACED + text.trim().toLowerCase(), text, isAssumed };
  return { key: `${first}/${last}`, text, first, last, isAssumed };
}

function firstDay(part: string): string | undefined {
  const [, year, month = '01', day = '01'] = PART.exec(part) ?? [];
  return year && realDay(`${year}-${month}-${day}`);
}

function lastDay(part: string): string | undefined {
  const [, year, month = '12', day] = PART.exec(part) ?? [];
  if (!year) return undefined;
  if (day) return realDay(`${year}-${month}-${day}`);
  const end = new Date(Date.UTC(Number(year), Number(month), 0));
  return realDay(`${year}-${month}-${String(end.getUTCDate()).padStart(2, '0')}`);
}

function realDay(iso: string): string | undefined {
  return readMoment(iso) && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}

import { foldText } from '../../text.ts';
import type { Series, SeriesPoint, SeriesUnit } from './series.ts';

/** A series in one line of a list. */
export interface SeriesSummary {
  /** As its series has them. */
  id: string;
  key: string;
  subject: string;
  organisation: string;
  kind: Series['kind'];
  unit: SeriesUnit;
  per: string | undefined;
  isTarget: boolean;
  change: Series['change'];
  baseline: string | undefined;
  /** Subject and organisation folded: what series are sorted by. */
  name: string;
  /** Equal for series whose values can stand on one axis. */
  comparable: string;
  /** Times of which something is said. */
  points: number;
  values: number;
  excerpts: number;
  /** First and last period as stated. */
  from: string;
  to: string;
  /** Times at which statements contradict each other, and at which they may. */
  conflicts: number;
  doubts: number;
}

export function summarise(series: Series, comparable: string): SeriesSummary {
  const { id, key, subject, organisation, kind, unit, per, isTarget, change, baseline, points } =
    series;
  return {
    id,
    key,
    subject,
    organisation,
    kind,
    unit,
    per,
    isTarget,
    change,
    baseline,
    name: foldText(`${subject}\n${organisation}`),
    comparable,
    points: points.length,
    values: points.reduce((sum, { values }) => sum + values.length, 0),
    excerpts: series.parts.reduce((sum, { excerpts }) => sum + excerpts, 0),
    from: points[0]?.period ?? '',
    to: points.at(-1)?.period ?? '',
    conflicts: points.filter((point) => disputeOf(point) === 'conflict').length,
    doubts: points.filter((point) => disputeOf(point) === 'doubt').length,
  };
}

/** Whether a series has something to compare: several times, or several values of one. */
export function hasSeveral({ points }: Series): boolean {
  return points.length > 1 || points.some(({ values }) => values.length > 1);
}

/** Whether statements of a time contradict each other, or may. */
export function disputeOf({ values }: SeriesPoint): 'conflict' | 'doubt' | undefined {
  if (values.some(({ standing }) => standing === 'conflicting')) return 'conflict';
  return values.some(({ standing }) => standing === 'unsure') ? 'doubt' : undefined;
}

/** A time at which statements of one series contradict each other, or may. */
export interface Dispute {
  series: SeriesSummary;
  point: SeriesPoint;
  dispute: 'conflict' | 'doubt';
}

import type { Figure } from '../annotation.ts';
import { foldText } from '../text.ts';
import { compareText } from './order-rows.ts';
import type { Row } from './row.ts';
import { readMoment } from './times.ts';

/** A figure at a time. */
export interface SeriesPoint {
  period: string;
  /** An exact decimal. */
  value: string;
  id: string;
  articleId: string;
}

/** Figures of one thing, of one organisation, in one unit, from the earliest to the latest. */
export interface Series {
  subject: string;
  organisation: string;
  unit: string;
  points: SeriesPoint[];
}

/** Takes rows one by one and gives the series they make; another grouping can take its place. */
export interface SeriesGrouping {
  add(row: Row): void;
  series(): Series[];
}

/**
 * Groups plain values by their subject, organisation and unit, compared without accents and case.
 * A figure without a stated period counts for the year its article appeared; what has fewer than two points is no series.
 */
export function groupSeries(): SeriesGrouping {
  const groups = new Map<string, Series>();
  return {
    add(row) {
      const { mention } = row.annotation;
      if (mention?.type !== 'figure') return;
      const point = pointOf(row, mention);
      const { subject, scope: organisation } = mention;
      if (!point || !subject || !organisation) return;
      const unit = mention.unit ?? (mention.kind === 'percentage' ? '%' : '');
      const key = [
        subject,
        organisation,
        unit,
        mention.kind,
        mention.change ?? '',
        mention.per ?? '',
      ]
        .map(foldText)
        .join('\u{1}');
      const group = groups.get(key) ?? { subject, organisation, unit, points: [] };
      group.points.push(point);
      groups.set(key, group);
    },
    series() {
      const all = [...groups.values()].filter(({ points }) => points.length > 1);
      for (const { points } of all) points.sort((a, b) => compareText(a.period, b.period));
      return all.sort((a, b) => compareText(nameOf(a), nameOf(b)));
    },
  };
}

function nameOf({ subject, organisation }: Series): string {
  return foldText(`${subject}\u{1}${organisation}`);
}

function pointOf(row: Row, { value, period, target }: Figure): SeriesPoint | undefined {
  const { annotation, article } = row;
  // An aim is no result, and a range or a ratio is no single value.
  if (target || typeof value !== 'string' || value.includes('/')) return undefined;
  const year = article?.publishedTime && readMoment(article.publishedTime)?.year;
  const when = period ?? (year ? String(year) : undefined);
  if (!when) return undefined;
  return { period: when, value, id: annotation.id, articleId: annotation.articleId };
}

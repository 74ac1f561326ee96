import type { Words } from '../words.ts';
import type { FigureChart } from './pack-content.ts';

/** Bars that a page of any paper has room for, each with a name of three lines. */
const MOST_BARS = 15;

/** The bars of a chart that are drawn together. */
export interface ChartPiece {
  points: FigureChart['points'];
  /** Smallest and largest value of the whole chart, zero among them: what every piece is drawn to. */
  ends: readonly [low: number, high: number];
  /** `(1/3)`; empty where the chart is whole. */
  place: string;
}

/** Parts a chart into even pieces that fit a page each, in its order. 31 bars → 11, 10, 10. */
export function chartPieces({ points }: FigureChart): ChartPiece[] {
  const count = Math.max(1, Math.ceil(points.length / MOST_BARS));
  const sizes = points.map(({ value }) => barSize(value));
  const ends: ChartPiece['ends'] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const startOf = (piece: number) => Math.ceil((piece * points.length) / count);
  return Array.from({ length: count }, (_, at) => ({
    points: points.slice(startOf(at), startOf(at + 1)),
    ends,
    place: count > 1 ? `(${at + 1}/${count})` : '',
  }));
}

/** What a piece is called: `Biểu đồ (hộ)`, of several `Biểu đồ (hộ) (1/3)`. */
export function chartTitle(unit: string, { place }: ChartPiece, words: Words): string {
  return [words('pack_chart_of', [unit]), place].filter(Boolean).join(' ');
}

/** A decimal as a length; the value itself is written beside it. */
export function barSize(value: string): number {
  const size = Number(value);
  // Beyond this a sum or difference of two is no number.
  return Number.isNaN(size) ? 0 : Math.max(-1e300, Math.min(1e300, size));
}

import type { Annotation, Figure } from '../annotation.ts';
import { periodWords, unitWord, valueWords } from '../mention-words.ts';
import { foldText } from '../text.ts';
import type { Words } from '../words.ts';
import type { FigureChart, FigureRow } from './pack-content.ts';

/** A figure with what a table and a chart say of it. */
export interface TabledFigure {
  row: FigureRow;
  /** Equal for figures that can be drawn beside each other; absent where a figure is no single number. */
  measure?: string;
}

/** Reads an excerpt's figure for a table; `undefined` for an excerpt without one. */
export function tableFigure(
  { id, mention }: Annotation,
  source: number,
  words: Words,
): TabledFigure | undefined {
  if (mention?.type !== 'figure') return undefined;
  const { value, subject = '', scope = '', period = '' } = mention;
  const isSingle = typeof value === 'string' && !value.includes('/');
  const row: FigureRow = {
    annotationId: id,
    exact: mention.exact,
    values: typeof value === 'string' ? value.split('/') : value,
    kind: mention.kind,
    written: valueWords(words, mention),
    unit: unitOf(mention, words),
    subject,
    organisation: scope,
    period: periodWords(period),
    source,
  };
  return { row, ...(isSingle && { measure: measureOf(mention) }) };
}

function unitOf({ kind, unit }: Figure, words: Words): string {
  if (kind === 'percentage') return '%';
  if (kind === 'multiple') return words('unit_times');
  return unit ? unitWord(words, unit) : '';
}

/** An aim stands beside no result, a change beside no level, and one thing counted beside no other. */
function measureOf({ kind, unit, change, per, target, subject }: Figure): string {
  const counted = kind === 'count' ? foldText(subject ?? '') : undefined;
  return [kind, unit, change, per, target && 'target', counted].join('\u{1}');
}

/**
 * Parts a table's figures into charts of two and more that can be compared, in the order of their first rows.
 * 27 đảng viên (2024), 31 đảng viên (2025), 12,5 % → one chart of the two counts.
 */
export function chartFigures(figures: readonly TabledFigure[]): FigureChart[] {
  const groups = new Map<string, number[]>();
  for (const [at, { measure }] of figures.entries()) {
    if (measure !== undefined) groups.set(measure, [...(groups.get(measure) ?? []), at]);
  }
  const comparable = [...groups.values()].filter((rows) => rows.length > 1);
  return comparable.map((rows) => chartOf(figures, rows));
}

const TELLING = ['subject', 'organisation', 'period'] as const;

function chartOf(figures: readonly TabledFigure[], places: readonly number[]): FigureChart {
  const rows = places.flatMap((at) => figures[at]?.row ?? []);
  const differing = TELLING.filter((name) => new Set(rows.map((row) => row[name])).size > 1);
  const points = rows.map((row, at) => ({
    label: differing.flatMap((name) => row[name] || []).join(', ') || row.exact,
    value: row.values[0] ?? '0',
    written: row.written,
    row: places[at] ?? 0,
  }));
  const [first] = rows;
  return { unit: first?.unit || (first?.subject ?? ''), points };
}

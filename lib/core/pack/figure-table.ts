import type { Annotation, Figure } from '../annotation.ts';
import { formatValue } from '../format-value.ts';
import { comparedValue, periodWords, unitWord } from '../mention-words.ts';
import { foldText } from '../text.ts';
import type { Words } from '../words.ts';
import type { FigureChart, FigureRow } from './pack-content.ts';

/** A figure with what a table and a chart say of it. */
export interface TabledFigure {
  row: FigureRow;
  /** The value as a bar's end has it: what parts a chart from another is in the chart's name. */
  amount: string;
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
  const { value, subject = '', property = '', scope = '', period = '' } = mention;
  const isSingle = typeof value === 'string' && !value.includes('/');
  const row: FigureRow = {
    annotationId: id,
    exact: mention.exact,
    values: typeof value === 'string' ? value.split('/') : value,
    kind: mention.kind,
    written: writtenValue(mention, words),
    unit: unitOf(mention, words),
    subject,
    property,
    organisation: scope,
    period: periodWords(period),
    source,
  };
  return {
    row,
    amount: comparedValue(words, mention),
    ...(isSingle && { measure: measureOf(mention) }),
  };
}

/** `chỉ tiêu: giảm còn không quá 5 %/năm`; a percentage with the ratio it restates: `66 % (164/248)`. */
function writtenValue(figure: Figure, words: Words): string {
  const { target, of } = figure;
  const value = [
    changeWord(figure, words),
    comparedValue(words, figure) + perWords(figure, words),
    of && `(${formatValue(of)})`,
  ];
  return `${target ? `${words('series_target')}: ` : ''}${value.filter(Boolean).join(' ')}`;
}

function unitOf(figure: Figure, words: Words): string {
  const unit = bareUnit(figure, words) + perWords(figure, words);
  const parts = [unit, changeWord(figure, words), figure.target && words('series_target')];
  return parts.filter(Boolean).join(', ');
}

function bareUnit({ kind, unit, subject = '' }: Figure, words: Words): string {
  if (kind === 'percentage') return '%';
  if (kind === 'multiple') return words('unit_times');
  return unit ? unitWord(words, unit) : subject;
}

/** What a rate is of: `/năm`. */
function perWords({ per }: Figure, words: Words): string {
  const units = per?.split('/').map((each) => `/${unitWord(words, each)}`);
  return units?.join('') ?? '';
}

function changeWord({ change }: Figure, words: Words): string {
  return change ? words(`change_${change.replace('-', '_')}` as Parameters<Words>[0]) : '';
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

const TELLING = ['subject', 'property', 'organisation', 'period'] as const;

function chartOf(figures: readonly TabledFigure[], places: readonly number[]): FigureChart {
  const drawn = figures.flatMap((figure, at) => (places.includes(at) ? [{ ...figure, at }] : []));
  const differing = TELLING.filter((name) => new Set(drawn.map(({ row }) => row[name])).size > 1);
  const nameOf = ({ row }: TabledFigure) =>
    differing.flatMap((name) => row[name] || []).join(', ') || row.exact;
  const isTold = new Set(drawn.map(nameOf)).size === drawn.length;
  const points = drawn.map((figure) => ({
    label: isTold ? nameOf(figure) : `${figure.at + 1}. ${nameOf(figure)}`,
    value: figure.row.values[0] ?? '0',
    written: figure.amount,
    row: figure.at,
  }));
  return { unit: drawn[0]?.row.unit ?? '', points };
}

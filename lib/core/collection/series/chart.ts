import type { Series, SeriesPoint, SeriesValue } from './series.ts';

/** Inner edges of the drawing, in pixels. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How a value is drawn: a dot, a bar between two ends, an arrow of what has one end, a ring of what is about. */
export type MarkShape = 'exact' | 'range' | 'more' | 'less' | 'about';

/** A value in its place. */
export interface ChartMark {
  /** Indexes of the point in the series and of the value in the point. */
  point: number;
  value: number;
  shape: MarkShape;
  x: number;
  y: number;
  /** The upper end of a range; of anything else `y`. */
  top: number;
}

export interface ChartTick {
  at: number;
  label: string;
}

/** A series drawn into a frame: all in pixels, from the upper left corner. */
export interface Chart {
  marks: ChartMark[];
  /** Neighbours in time of which one thing is said each, joined. */
  lines: { x1: number; y1: number; x2: number; y2: number }[];
  /** From the beginning to the end of what is longer than a year. */
  spans: { x1: number; x2: number; y: number }[];
  /** Values of one time that contradict each other, or may. */
  disputes: { x: number; y1: number; y2: number }[];
  years: ChartTick[];
  values: ChartTick[];
  /** Whether the axis of values begins elsewhere than at zero. */
  isCut: boolean;
}

interface Placed {
  point: number;
  value: number;
  shape: MarkShape;
  time: number;
  low: number;
  high: number;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 366;
/** A year's label needs so much room. */
const LABEL_WIDTH = 44;
const TICKS = 5;
/** Below this share of the highest value the lowest is near enough to zero to begin there. */
const CUT_ABOVE = 0.6;

/** Lays a series out in a frame; none where no point has a time that can be placed. */
export function chartOf(series: Pick<Series, 'points'>, frame: Frame): Chart | undefined {
  const placed = series.points.flatMap(placePoint).sort(inTime);
  if (placed.length === 0) return undefined;
  const timed = series.points.filter(({ first }) => first !== undefined);
  const years = yearsOf(timed);
  const span = [dayOf(`${years[0]}-01-01`), dayOf(`${(years[1] ?? 0) + 1}-01-01`)] as const;
  const scale = valueScale(placed);
  const x = linear(span, [frame.left, frame.right]);
  const y = linear([scale.from, scale.to], [frame.bottom, frame.top]);
  const marks = placed.map(({ point, value, shape, time, low, high }): ChartMark => ({
    point,
    value,
    shape,
    x: x(time),
    y: y(low),
    top: y(high),
  }));
  return {
    marks,
    lines: linesOf(series.points, marks),
    spans: spansOf(series.points, marks, x),
    disputes: disputesOf(series.points, marks),
    years: yearTicks(years, x),
    values: scale.ticks.map((at) => ({ at: y(at), label: numbers.format(at) })),
    isCut: scale.from > 0 || scale.to < 0,
  };
}

const numbers = new Intl.NumberFormat('vi', { maximumFractionDigits: 10 });

function placePoint(point: SeriesPoint, at: number): Placed[] {
  const { first, last, values } = point;
  if (!first || !last) return [];
  const time = (dayOf(first) + dayOf(last) + 1) / 2;
  return values.map((said, value) => {
    const [low = NaN, high = low] = numbersOf(said);
    return { point: at, value, shape: shapeOf(said), time, low, high };
  });
}

function inTime(one: Placed, other: Placed): number {
  return one.time - other.time || one.point - other.point || one.value - other.value;
}

/** Near enough for a drawing; the exact decimals stand beside it. */
function numbersOf({ value }: SeriesValue): number[] {
  if (typeof value !== 'string') return value.map(Number);
  const [part = NaN, whole] = value.split('/').map(Number);
  if (whole === undefined) return [part];
  return [whole === 0 ? 0 : (part / whole) * 100];
}

/** How a value is drawn. */
export function shapeOf({ value, comparator }: SeriesValue): MarkShape {
  if (typeof value !== 'string') return 'range';
  if (comparator === 'gt' || comparator === 'gte') return 'more';
  if (comparator === 'lt' || comparator === 'lte') return 'less';
  return comparator === 'approx' ? 'about' : 'exact';
}

/** Days since 1970, of the day's beginning. */
function dayOf(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}

function yearsOf(points: readonly SeriesPoint[]): [from: number, to: number] {
  const firsts = points.map(({ first = '' }) => Number(first.slice(0, 4)));
  const lasts = points.map(({ last = '' }) => Number(last.slice(0, 4)));
  return [Math.min(...firsts), Math.max(...lasts)];
}

function linear([a, b]: readonly [number, number], [from, to]: readonly [number, number]) {
  const step = b === a ? 0 : (to - from) / (b - a);
  return (at: number) => from + (at - a) * step;
}

/** An axis that begins at zero, unless all values lie in a narrow band far from it. */
function valueScale(placed: readonly Placed[]): { from: number; to: number; ticks: number[] } {
  const all = placed.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const isFar = least > 0 && least !== most && least / most > CUT_ABOVE;
  const [low, high] = isFar ? [least, most] : [Math.min(0, least), Math.max(0, most)];
  const step = niceStep((high - low || Math.abs(high) || 1) / TICKS);
  const from = Math.floor(low / step) * step;
  const to = Math.max(Math.ceil(high / step) * step, from + step);
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, at) => tidy(from + at * step)) };
}

/** The next of 1, 2 and 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

/** Without what a float adds: 0.30000000000000004 → 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A label in the middle of each year, or of every second, fifth … where they would touch. */
function yearTicks([from, to]: readonly [number, number], x: (day: number) => number): ChartTick[] {
  const width = x(YEAR_DAYS) - x(0);
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => each * width >= LABEL_WIDTH) ?? 1000;
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return years
    .filter((year) => year % step === 0 || (step > to - from && year === from))
    .map((year) => ({ at: x(dayOf(`${year}-07-02`)), label: String(year) }));
}

function linesOf(points: readonly SeriesPoint[], marks: readonly ChartMark[]): Chart['lines'] {
  const lines: Chart['lines'] = [];
  let before: ChartMark | undefined;
  for (const mark of marks) {
    // The most exact of what can all be true stands for its time; what contradicts itself breaks the line.
    if (mark.value > 0) continue;
    const isJoined = before && !isDisputed(points[before.point]) && !isDisputed(points[mark.point]);
    if (before && isJoined)
      lines.push({ x1: before.x, y1: middle(before), x2: mark.x, y2: middle(mark) });
    before = mark;
  }
  return lines;
}

function spansOf(
  points: readonly SeriesPoint[],
  marks: readonly ChartMark[],
  x: (day: number) => number,
): Chart['spans'] {
  return marks.flatMap((mark) => {
    const { first, last } = points[mark.point] ?? {};
    if (!first || !last || dayOf(last) - dayOf(first) <= YEAR_DAYS) return [];
    return [{ x1: x(dayOf(first)), x2: x(dayOf(last) + 1), y: middle(mark) }];
  });
}

function disputesOf(
  points: readonly SeriesPoint[],
  marks: readonly ChartMark[],
): Chart['disputes'] {
  return points.flatMap((point, at) => {
    const own = marks.filter((mark) => mark.point === at);
    if (!isDisputed(point) || own.length < 2) return [];
    const ys = own.flatMap(({ y, top }) => [y, top]);
    return [{ x: own[0]?.x ?? 0, y1: Math.max(...ys), y2: Math.min(...ys) }];
  });
}

function isDisputed(point: SeriesPoint | undefined): boolean {
  return (
    point?.values.some(({ standing }) => standing === 'unsure' || standing === 'conflicting') ??
    false
  );
}

/** Half way up a mark. */
export function middle({ y, top }: Pick<ChartMark, 'y' | 'top'>): number {
  return (y + top) / 2;
}

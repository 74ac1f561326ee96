import { formatDecimal, formatValue } from '../../format-value.ts';
import { periodWords, unitWord } from '../../mention-words.ts';
import { formatDecimal as plainDecimal, parseDecimal, percentOf } from '../../recognise/decimal.ts';
import type { Words } from '../../words.ts';
import type { Series, SeriesConversion, SeriesPoint, SeriesUnit, SeriesValue } from './series.ts';

type Key = Parameters<Words>[0];

const MAGNITUDES: readonly (readonly [power: number, key: Key])[] = [
  [9, 'series_billion'],
  [6, 'series_million'],
  [4, 'series_ten_thousand'],
  [3, 'series_thousand'],
];

/** A unit with its magnitude: `tỷ đồng`, `ha`, `nghìn`; `''` of what is just counted. */
export function seriesUnitWords(words: Words, { unit, magnitude }: SeriesUnit): string {
  const shown = unit === '%' ? '%' : unit && unitWord(words, unit);
  return [...magnitudeWords(words, magnitude), shown].filter(Boolean).join(' ');
}

/** `12` → `nghìn tỷ`. */
function magnitudeWords(words: Words, magnitude: number): string[] {
  const spoken = MAGNITUDES.find(([power]) => power <= magnitude);
  if (!spoken) return [];
  const [power, key] = spoken;
  return [...magnitudeWords(words, magnitude - power), words(key)];
}

/** The unit with what it is per: `tạ / ha`. */
export function unitOf(words: Words, { unit, per }: Pick<Series, 'unit' | 'per'>): string {
  const shown = seriesUnitWords(words, unit);
  const rates = per?.split('/').map((each) => unitWord(words, each)) ?? [];
  return [shown, ...rates].join(' / ').trim();
}

const SIGNS = { gt: '> ', gte: '≥ ', lt: '< ', lte: '≤ ', approx: '≈ ' } as const;

/** Decimals of a share worked out from its parts. */
const SHARE_PLACES = 2;

/**
 * A value in the series' unit, with a sign where it is no exact one: `> 1.800`. A ratio is the share it comes to:
 * `19/24` → `≈ 79,17`.
 */
export function valueOf({ comparator, value }: Pick<SeriesValue, 'comparator' | 'value'>): string {
  const share = shareOf(value);
  const sign = comparator ?? (share && !share.isExact ? 'approx' : undefined);
  return (sign ? SIGNS[sign] : '') + formatValue(share ? share.percent : value);
}

function shareOf(value: SeriesValue['value']): { percent: string; isExact: boolean } | undefined {
  if (typeof value !== 'string' || !value.includes('/')) return undefined;
  const [part, whole] = value.split('/').map(parseDecimal);
  if (!part || !whole || whole.c === 0n) return undefined;
  const { rounded, exact } = percentOf(part, whole, SHARE_PLACES);
  return { percent: plainDecimal(rounded), isExact: exact };
}

/** What one unit is in the other: `1 km² = 100 ha`, `1 tỷ đồng = 1.000 triệu đồng`. */
export function conversionWords(
  words: Words,
  { from, to, factor, isDivided }: SeriesConversion,
): string {
  const [larger, smaller] = isDivided ? [to, from] : [from, to];
  const [one, many] = [larger, smaller].map((unit) => seriesUnitWords(words, unit));
  return `1 ${one} = ${formatDecimal(factor)} ${many}`.trim();
}

/** When a point is of: `2020 – 2025`, `2022 (theo năm bài đăng)`, `không rõ thời điểm`. */
export function pointPeriod(
  words: Words,
  { period, isAssumed }: Pick<SeriesPoint, 'period' | 'isAssumed'>,
): string {
  if (!period) return words('series_no_period');
  return isAssumed ? words('series_assumed_period', [periodWords(period)]) : periodWords(period);
}

/** What tells a series from one of the same name: an aim, a change and what it is against. */
export function readingWords(
  words: Words,
  { isTarget, change, baseline }: Pick<Series, 'isTarget' | 'change' | 'baseline'>,
): string {
  const isRelative = change !== undefined && !change.endsWith('-to');
  return [
    isTarget && words('series_target'),
    isRelative &&
      words(
        change.endsWith('-by')
          ? 'series_changes'
          : (`change_${change.replaceAll('-', '_')}` as Key),
      ),
    isRelative && baseline && words('series_against', [periodWords(baseline)]),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How a value stands to the others of its time: `3 bài cùng nêu`. */
export function standingWords(
  words: Words,
  { standing, articles }: Pick<SeriesValue, 'standing' | 'articles'>,
): string {
  return words(`series_standing_${standing}`, [String(articles)]);
}

/** A value in full: as written, in the series' unit where that is another, and how it stands. */
export function saidWords(
  words: Words,
  series: Pick<Series, 'unit' | 'per'>,
  said: SeriesValue,
): string {
  const inUnit = `${valueOf(said)} ${unitOf(words, series)}`.trim();
  const value = said.conversion ? `${said.written} (${inUnit})` : said.written;
  return [value, standingWords(words, said)].join(' · ');
}

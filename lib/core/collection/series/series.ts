import { multiplyDecimals, divideExactly } from '../../decimal-arithmetic.ts';
import { groupBy } from '../../group-by.ts';
import { formatDecimal, parseDecimal } from '../../recognise/decimal.ts';
import type { Claim } from './claim.ts';
import { statementsOf, type Standing, type Statement } from './statements.ts';
import { commonUnit, conversion, wholeScale, type WrittenUnit } from './written-unit.ts';

/** An excerpt that says a value. */
export interface SeriesSource {
  /** Id of the excerpt. */
  id: string;
  articleId: string;
  /** The value as this article writes it. */
  written: string;
  /** Whether its time is the year its article appeared. */
  isPeriodAssumed: boolean;
  /** Whether its organisation is the one its article's title names. */
  isOrganisationAssumed: boolean;
}

/** How a value was brought to the series' unit. */
export interface SeriesConversion {
  from: SeriesUnit;
  to: SeriesUnit;
  /** An exact decimal. */
  factor: string;
  isDivided: boolean;
}

export type SeriesUnit = Pick<WrittenUnit, 'unit' | 'magnitude'>;

/** A value said at a time, once, with all that say it. */
export interface SeriesValue {
  /** As its articles write it: `gần 2.000`. */
  written: string;
  comparator?: Claim['comparator'];
  /** Exact decimals in the series' unit: one, a range's two, or a ratio's `51/51`. A decrease is negative. */
  value: Claim['value'];
  conversion?: SeriesConversion | undefined;
  standing: Standing;
  /** Of how many articles, reprints not counted. */
  articles: number;
  sources: SeriesSource[];
}

/** All that is said of one time. */
export interface SeriesPoint {
  /** Equal for equal stretches of time; sorts by beginning, then end. */
  key: string;
  /** As stated: `2020/2025`; the year of the article where none is; `''` where that is unknown too. */
  period: string;
  /** First and last day, ISO 8601; none of words that name no such time. */
  first?: string | undefined;
  last?: string | undefined;
  /** Whether no source states it. */
  isAssumed: boolean;
  /** The most exact first. */
  values: SeriesValue[];
}

/** Figures of one thing, of one organisation, in one unit, from the earliest to the latest. */
export interface Series {
  /** Id of its oldest excerpt: leads to the series, whatever is joined to it or parted from it. */
  id: string;
  /** Stands for the series; it changes when series are joined or parted. */
  key: string;
  /** The keys that people joined to it, its own among them. */
  parts: SeriesPart[];
  subject: string;
  organisation: string;
  kind: Claim['kind'];
  unit: SeriesUnit;
  per: string | undefined;
  isTarget: boolean;
  change: Claim['change'];
  baseline: string | undefined;
  points: SeriesPoint[];
}

/** What of a series would be one by itself. */
export interface SeriesPart {
  key: string;
  subject: string;
  organisation: string;
  excerpts: number;
}

/** What is known of articles and judged of excerpts. */
export interface SeriesWorld {
  /** What stands for an article and its reprints. */
  articleOf: (articleId: string) => string;
  /** The key an excerpt is in a series by. */
  homeOf: (claim: Claim) => string;
}

/** Makes the series of claims that belong together; whatever their order, it comes out the same. None of no claims. */
export function makeSeries(
  key: string,
  claims: readonly Claim[],
  { articleOf, homeOf }: SeriesWorld,
): Series | undefined {
  const ordered = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));
  const unit = commonUnit(ordered.map((claim) => claim.unit));
  const [first] = ordered;
  const parts = partsOf(ordered, homeOf);
  const [main] = parts;
  if (!first || !unit || !main) return undefined;
  const { kind, per, isTarget, change, baseline } = first;
  return {
    id: first.id,
    key,
    parts,
    subject: main.subject,
    organisation: main.organisation,
    kind,
    unit: { unit: unit.unit, magnitude: unit.magnitude },
    per,
    isTarget,
    change,
    baseline,
    points: pointsOf(ordered, unit, articleOf),
  };
}

/** The part that most of the claims are, which names the series they make. None of no claims. */
export function mainPart(
  claims: readonly Claim[],
  homeOf: SeriesWorld['homeOf'],
): SeriesPart | undefined {
  return partsOf(claims, homeOf)[0];
}

function partsOf(claims: readonly Claim[], homeOf: SeriesWorld['homeOf']): SeriesPart[] {
  const parts = Array.from(groupBy(claims, homeOf), ([key, alike]) => {
    const own = alike.filter((claim) => claim.key === key);
    const named = own.length > 0 ? own : alike;
    return {
      key,
      subject: mostCommon(named.map(({ subject }) => subject)),
      organisation: mostCommon(named.map(({ organisation }) => organisation)),
      excerpts: alike.length,
    };
  });
  return parts.sort((a, b) => b.excerpts - a.excerpts || (a.key < b.key ? -1 : 1));
}

function pointsOf(
  claims: readonly Claim[],
  unit: WrittenUnit,
  articleOf: SeriesWorld['articleOf'],
): SeriesPoint[] {
  const byTime = groupBy(claims, ({ period }) => period.key);
  const points = Array.from(byTime, ([key, alike]): SeriesPoint => {
    const stated = alike.find(({ period }) => !period.isAssumed) ?? alike[0];
    const values = statementsOf(alike, articleOf).map((statement) => valueOf(statement, unit));
    const { text = '', first, last } = stated?.period ?? {};
    return {
      key,
      period: text,
      first,
      last,
      isAssumed: alike.every(({ period }) => period.isAssumed),
      values,
    };
  });
  return points.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function valueOf({ claim, claims, articles, standing }: Statement, unit: WrittenUnit): SeriesValue {
  return {
    written: claim.written,
    comparator: claim.comparator,
    value: convertedValue(claim, unit),
    conversion: conversion(claim.unit, unit),
    standing,
    articles: articles.length,
    sources: claims.map(({ id, articleId, written, period, isOrganisationAssumed }) => ({
      id,
      articleId,
      written,
      isPeriodAssumed: period.isAssumed,
      isOrganisationAssumed,
    })),
  };
}

/** A claim's numbers in another unit of its dimension; a ratio is of no unit. */
function convertedValue({ value, unit, change }: Claim, to: WrittenUnit): Claim['value'] {
  if (typeof value === 'string' && value.includes('/')) return value;
  const convert = (each: string) => {
    const { c, e } = parseDecimal(each);
    const signed = { c: change === 'decrease-by' ? -c : c, e };
    const converted = divideExactly(multiplyDecimals(signed, unit.scale), wholeScale(to));
    return converted ? formatDecimal(converted) : each;
  };
  return typeof value === 'string' ? convert(value) : [convert(value[0]), convert(value[1])];
}

/** The name most of them have; of equally frequent ones the first in the alphabet of code units. */
function mostCommon(names: readonly string[]): string {
  const counts = [...groupBy(names, (name) => name)];
  counts.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return counts[0]?.[0] ?? '';
}

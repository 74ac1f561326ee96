import type { Annotation, Figure } from '../../annotation.ts';
import type { Source } from '../excerpt.ts';
import type { ClaimParts } from './claim-parts.ts';
import { describeFigure } from './description.ts';
import type { SeriesPeriod } from './period.ts';
import { plainSpelling } from './plain-spelling.ts';
import type { WrittenUnit } from './written-unit.ts';

/** What makes figures one series: equal in every part, they are of one thing. */
export interface SeriesIdentity {
  description: string;
  organisation: string;
  kind: Figure['kind'];
  dimension: string;
  per: string;
  /** A level, an aim apart from what is reached, or a change and what it is measured against. */
  reading: string;
}

/** The words right before a value that say it is no exact one. */
const APPROXIMATOR =
  /(?:hơn|trên|gần|dưới|khoảng|chừng|xấp xỉ|ước(?: tính| đạt)?|chưa (?:đến|đầy|tới)|ít nhất|tối thiểu|tối đa|không (?:quá|dưới))\s+$/iu;

/** One excerpt's figure as a statement that can be joined and compared with others. */
export interface Claim {
  /** Id of the excerpt. */
  id: string;
  articleId: string;
  /** The series it makes with others by itself. */
  key: string;
  /** Only series of which this is equal can be joined (see `comparableKey`). */
  comparable: string;
  subject: string;
  organisation: string;
  isOrganisationAssumed: boolean;
  isTarget: boolean;
  period: SeriesPeriod;
  /** As the article writes it, with what makes it less exact: `gần 2.000`. */
  written: string;
  kind: Figure['kind'];
  value: Figure['value'];
  unit: WrittenUnit;
  per: string | undefined;
  comparator: Figure['comparator'];
  change: Figure['change'];
  baseline: string | undefined;
  /** Whether it lacks what it is measured against, so that another value may be true beside it. */
  isVague: boolean;
}

/** A figure's claim; none where nothing says what or whose it is, nor of what lies in the trash. */
export function claimOf(
  annotation: Annotation,
  article: Source | undefined,
  parts: ClaimParts,
): Claim | undefined {
  const { mention, target, deleted, correction } = annotation;
  if (mention?.type !== 'figure' || deleted || correction?.problem === 'not-a-mention')
    return undefined;
  const {
    key: description,
    label,
    isVaguePart,
  } = describeFigure(mention, target.selector[0].exact);
  const { name, key: organisation, isAssumed } = parts.organisation(mention, article);
  if (!description || !organisation) return undefined;
  const period = parts.period(mention, article);
  const unit = parts.unit(mention);
  const { reading, isVague } = readingOf(mention, period);
  const identity: SeriesIdentity = {
    description,
    organisation,
    kind: mention.kind,
    dimension: unit.dimension,
    per: parts.spelling(mention.per ?? ''),
    reading,
  };
  return {
    id: annotation.id,
    articleId: parts.text(annotation.articleId),
    key: isVaguePart ? loneKey(annotation.id) : parts.text(identityKey(identity)),
    comparable: parts.text(comparableKey(identity)),
    subject: parts.text(label),
    organisation: name,
    isOrganisationAssumed: isAssumed,
    isTarget: mention.target === true,
    period,
    written: writtenIn(target.selector[0].exact, mention),
    kind: parts.text(mention.kind),
    value: mention.value,
    unit,
    per: parts.text(mention.per),
    comparator: parts.text(mention.comparator),
    change: parts.text(mention.change),
    baseline: parts.text(mention.baseline),
    isVague,
  };
}

/** The key of the series that figures of this identity make. */
function identityKey(identity: SeriesIdentity): string {
  const { description, organisation, kind, dimension, per, reading } = identity;
  return JSON.stringify([description, organisation, kind, dimension, per, reading]);
}

/** Whatever it is called and whoever has it: values under one such key can stand on one axis. */
function comparableKey({ kind, dimension, per, reading }: SeriesIdentity): string {
  return JSON.stringify([kind, dimension, per, reading]);
}

/** The key of a series that one excerpt makes alone. */
export function loneKey(id: string): string {
  return JSON.stringify([id]);
}

/** A series' key taken apart; `comparable` is `''` of a lone excerpt's key and of what is no key. */
export function readKey(key: string): {
  description: string;
  organisation: string;
  comparable: string;
} {
  const parts = partsOf(key);
  const [description = '', organisation = '', ...rest] = parts;
  return parts.length === 6
    ? { description, organisation, comparable: JSON.stringify(rest) }
    : { description: '', organisation: '', comparable: '' };
}

/** Keys come from files of others too: one that does not parse names nothing. */
function partsOf(key: string): string[] {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}

function readingOf(
  { change, kind, baseline, target }: Figure,
  period: SeriesPeriod,
): { reading: string; isVague: boolean } {
  const isRelative = kind === 'multiple' || (change !== undefined && !change.endsWith('-to'));
  const against = isRelative ? `${changeWord(change)} ${baselineKey(baseline, period)}` : '';
  return {
    reading: [target ? 'target' : 'level', against].join(' ').trim(),
    isVague: isRelative && (baseline === undefined || change?.endsWith('-ambiguous') === true),
  };
}

function changeWord(change: Figure['change']): string {
  return change?.endsWith('-ambiguous') ? change : 'by';
}

/** What a change is against, told from its period where both are years: 2019 in 2022 → `3 years before`. */
function baselineKey(baseline: string | undefined, { last }: SeriesPeriod): string {
  if (!baseline) return '';
  const year = /^\d{4}$/.test(baseline) && last ? Number(last.slice(0, 4)) - Number(baseline) : NaN;
  return Number.isNaN(year) ? plainSpelling(baseline) : `${year} years before`;
}

function writtenIn(sentence: string, { start, exact }: Figure): string {
  const [approximator = ''] =
    APPROXIMATOR.exec(sentence.slice(Math.max(0, start - 24), start)) ?? [];
  return (approximator + exact).trim();
}

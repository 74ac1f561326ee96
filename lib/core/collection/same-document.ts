import { compatibleIssuers, decodeIssuer } from '../recognise/issuers.ts';
import { isOfTerm, type ProgrammeFacts } from './programme-facts.ts';

/** Why two entries may be one, though nothing proves it. */
export type MergeReason = 'term_unknown' | 'short_number' | 'issuer_unknown' | 'like_title';

/** What is known of two documents together: they are one, they cannot be, or they may be. */
export type Sameness = 'one' | 'other' | MergeReason;

/** Facts with what only their articles tell. */
export interface DatedFacts {
  facts: ProgrammeFacts;
  /** See `assumedOf`. */
  assumed?: string | undefined;
  /** When the last article citing it came out: nothing cites what came later. ISO 8601. */
  latest?: string | undefined;
}

/** Fewest syllables of a title by which two documents are alike. */
const TELLING_SYLLABLES = 6;

/** Compares two documents of one kind that share a number or a name. Numbers restart each term, so that a term decides. */
export function compareDocuments(one: DatedFacts, other: DatedFacts): Sameness {
  const [a, b] = [one.facts, other.facts];
  if (isSharedName(a, b)) return compareNames(one, other);
  if (contradict(one, other)) return 'other';
  if (a.digits !== undefined && b.digits !== undefined) return compareNumbers(one, other);
  if (!haveLikeTitles(a, b)) return 'other';
  const isPlaced = a.series !== undefined && a.series === b.series;
  return isPlaced || isOneDay(a, b) ? 'one' : 'like_title';
}

function compareNumbers(one: DatedFacts, other: DatedFacts): Sameness {
  const [a, b] = [one.facts, other.facts];
  if (isOneDay(a, b) || haveLikeTitles(a, b) || (a.isProverbial && b.isProverbial)) return 'one';
  const isPlaced = a.series !== undefined && a.series === b.series;
  const isWhole = a.isPlenum || (a.issuerCode !== undefined && b.issuerCode !== undefined);
  if (!isWhole) return isPlaced && shareTerm(a.era, b.era) ? 'one' : 'short_number';
  if (!isPlaced) return 'issuer_unknown';
  if (a.year !== undefined) return 'one';
  return isOneTime(one, other) ? 'one' : 'term_unknown';
}

/** Whether both are known by one name that the whole country has for one thing. */
function isSharedName(a: ProgrammeFacts, b: ProgrammeFacts): boolean {
  const isNamed = a.digits === undefined && b.digits === undefined;
  return isNamed && a.isShared && b.isShared && a.kind === b.kind && a.name === b.name;
}

/** A law of one year is another than that of a later one, a congress of one term than the next; a movement is one. */
function compareNames(one: DatedFacts, other: DatedFacts): Sameness {
  const [a, b] = [one.facts, other.facts];
  if (a.kind === 'law') {
    const isOther = haveOtherDates(a, b) || isLater(one, other) || isLater(other, one);
    return isOther ? 'other' : 'one';
  }
  if (!isOfTerm(a)) return 'one';
  if (isOneTime(one, other)) return 'one';
  return a.era !== undefined && b.era !== undefined ? 'other' : 'term_unknown';
}

/** Of one term of the centre, or of one year of a local body. */
function isOneTime(one: DatedFacts, other: DatedFacts): boolean {
  const [a, b] = [one.facts, other.facts];
  if (a.series !== undefined && a.series !== 'centre' && a.date && b.date) {
    return a.date.slice(0, 4) === b.date.slice(0, 4);
  }
  return shareTerm(timeOf(one), timeOf(other));
}

function timeOf({ facts, assumed }: DatedFacts): string | undefined {
  return facts.era ?? assumed?.slice(1);
}

function shareTerm(one: string | undefined, other: string | undefined): boolean {
  const terms = other?.split(', ') ?? [];
  return one?.split(', ').some((term) => terms.includes(term)) ?? false;
}

function isOneDay(a: ProgrammeFacts, b: ProgrammeFacts): boolean {
  return a.date !== undefined && a.date.length >= 10 && a.date === b.date;
}

/** Whether something known of both excludes that they are one. */
export function contradict(one: DatedFacts, other: DatedFacts): boolean {
  const [a, b] = [one.facts, other.facts];
  if (a.isPlenum !== b.isPlenum && a.digits !== undefined && b.digits !== undefined) return true;
  for (const fact of ['kind', 'digits', 'code', 'issuerCode', 'year', 'series'] as const) {
    if (a[fact] !== undefined && b[fact] !== undefined && a[fact] !== b[fact]) return true;
  }
  const isOneCode = a.issuerCode !== undefined && a.issuerCode === b.issuerCode;
  if (!isOneCode && !compatibleIssuers(issuerOf(a), issuerOf(b))) return true;
  if (a.era !== undefined && b.era !== undefined && !shareTerm(a.era, b.era)) return true;
  return haveOtherDates(a, b) || isLater(one, other) || isLater(other, one);
}

function issuerOf({ issuer, issuerCode }: ProgrammeFacts): string | undefined {
  return issuer ?? (issuerCode && decodeIssuer(issuerCode));
}

/** Two days are a slip of one article where a whole number, its issuer and its term leave no doubt. */
function haveOtherDates(a: ProgrammeFacts, b: ProgrammeFacts): boolean {
  if (a.date === undefined || b.date === undefined) return false;
  if (a.isShared && b.isShared && a.kind !== 'law') return false;
  if (a.date.startsWith(b.date) || b.date.startsWith(a.date)) return false;
  const isWhole = a.issuerCode !== undefined && b.issuerCode !== undefined;
  if (!isWhole || a.series === undefined || a.series !== b.series) return true;
  if (a.isPartyCentre) return !shareTerm(a.era, b.era);
  return a.date.slice(0, 4) !== b.date.slice(0, 4);
}

/** No article cites what was not yet issued. */
function isLater({ facts: { date } }: DatedFacts, { facts, latest }: DatedFacts): boolean {
  if (date === undefined || facts.date !== undefined || latest === undefined) return false;
  const length = Math.min(date.length, latest.length);
  return date.slice(0, length) > latest.slice(0, length);
}

/** Whether one title begins with the other, and says enough. */
export function haveLikeTitles(a: ProgrammeFacts, b: ProgrammeFacts): boolean {
  const [start, whole] = [a.title ?? '', b.title ?? ''].sort((x, y) => x.length - y.length);
  if (!start || !whole || start.split(' ').length < TELLING_SYLLABLES) return false;
  return `${whole} `.startsWith(`${start} `);
}

/** What those to be compared share: a document's number and its title's beginning, a programme's name. */
export function bucketsOf(facts: ProgrammeFacts): string[] {
  const { kind, digits, name, isShared, title } = facts;
  const syllables = title?.split(' ') ?? [];
  const isTelling = syllables.length >= TELLING_SYLLABLES;
  return [
    ...(digits === undefined ? [] : [`${kind} ${digits}`]),
    ...(digits === undefined && isShared ? [`${kind} "${name}"`] : []),
    ...(isTelling && !isShared
      ? [`${kind} “${syllables.slice(0, TELLING_SYLLABLES).join(' ')}`]
      : []),
  ];
}

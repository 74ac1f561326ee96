import { compatibleIssuers, decodeIssuer } from './issuers.ts';
import { termOfDate } from './party-terms.ts';
import type { ProgrammeDraft } from './programme-draft.ts';

/** Fewest syllables of a title by which two documents are one. */
const TELLING_SYLLABLES = 6;
/** Documents that are the only one of their plenum: kind, term and plenum → digits of the number. */
const PLENUM_NUMBERS: Readonly<Record<string, string>> = {
  'resolution XI 4': '12',
  'resolution XII 4': '4',
  'resolution XII 8': '36',
  'conclusion XIII 4': '21',
};

/** Everything a mention may be found again by: its number, plenum, congress, name and title. */
export function keysOf(draft: ProgrammeDraft): string[] {
  const { kind, digits, plenum, name, term, congress } = draft;
  const keys: string[] = [];
  if (digits) keys.push(`${kind} number ${digits}`);
  if (digits && draft.issuerCode === 'TW') keys.push(`${kind} central ${digits}`);
  if (plenum) keys.push(`${kind} plenum ${plenum}`);
  const alone = PLENUM_NUMBERS[`${kind} ${term} ${plenum}`];
  if (alone) keys.push(`${kind} central ${alone}`);
  if (congress) keys.push(`${kind} congress ${term}`);
  if (name) keys.push(name.startsWith('alias ') ? name : `${kind} name ${name}`);
  const title = firstSyllables(plainTitle(draft), TELLING_SYLLABLES);
  if (title !== undefined) keys.push(`${kind} title ${title}`);
  return keys;
}

/** The first `count` syllables of a plain title, undefined where it has fewer. */
function firstSyllables(title: string, count: number): string | undefined {
  let end = -1;
  for (let syllable = 1; syllable < count; syllable++) {
    end = title.indexOf(' ', end + 1);
    if (end === -1) return undefined;
  }
  const next = title.indexOf(' ', end + 1);
  return next === -1 ? title : title.slice(0, next);
}

const SEPARATORS = /,[ ,]*| [ ,]+/g;

/** A title as others are compared with it: small letters, no commas. */
function plainTitle({ title = '' }: ProgrammeDraft): string {
  return title.toLowerCase().replace(SEPARATORS, ' ');
}

/** Adds to the facts of a programme what a mention tells and they lack. */
export function learn(facts: ProgrammeDraft, draft: ProgrammeDraft): void {
  facts.digits ??= draft.digits;
  facts.year ??= draft.year;
  facts.code ??= draft.code;
  facts.issuerCode ??= draft.issuerCode;
  if (draft.issuer && (!facts.issuer || (facts.decoded && !draft.decoded))) {
    facts.issuer = draft.issuer;
    facts.decoded = draft.decoded ?? false;
  }
  facts.date ??= draft.date;
  facts.term ??= draft.term;
  facts.title ??= draft.title;
  facts.plenum ??= draft.plenum;
  facts.congress ??= draft.congress;
  facts.name ??= draft.name;
}

/** True where nothing known of two mentions contradicts. `05-CT/TW`, `Chỉ thị 05 của Bộ Chính trị` → true. */
export function isCompatible(one: ProgrammeDraft, other: ProgrammeDraft): boolean {
  if (
    differ(one.digits, other.digits) ||
    differ(one.year, other.year) ||
    differ(one.code, other.code) ||
    differ(one.issuerCode, other.issuerCode) ||
    differ(one.plenum, other.plenum)
  )
    return false;
  if (one.date && other.date && !haveOneDate(one.date, other.date)) return false;
  if (!haveOneName(one, other) || !haveOneTerm(one, other) || !haveOneTerm(other, one))
    return false;
  if (one.issuerCode && one.issuerCode === other.issuerCode) return true;
  return compatibleIssuers(issuerOf(one), issuerOf(other));
}

function differ<T>(one: T | undefined, other: T | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function issuerOf({ issuerCode, issuer }: ProgrammeDraft): string | undefined {
  return (issuerCode ? decodeIssuer(issuerCode) : undefined) ?? issuer;
}

/** A law is often named with its year alone. */
function haveOneDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** What is known by name alone has one name, or a title that the other's begins with. */
function haveOneName(one: ProgrammeDraft, other: ProgrammeDraft): boolean {
  if (!one.name || !other.name || one.name === other.name) return true;
  if (one.name.startsWith('alias ') || other.name.startsWith('alias ')) return true;
  if (one.congress || other.congress) return false;
  const a = plainTitle(one);
  const b = plainTitle(other);
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

/** Numbers restart each term, so a term named, or told by a date, keeps two documents apart. */
function haveOneTerm(one: ProgrammeDraft, other: ProgrammeDraft): boolean {
  const terms = one.term?.split(', ');
  if (!terms) return true;
  const theirs = other.term?.split(', ');
  if (theirs) return theirs.some((term) => terms.includes(term));
  const central = one.plenum !== undefined || other.issuerCode === 'TW';
  const told = central && other.date ? termOfDate(other.date) : undefined;
  return !told || terms.includes(told);
}

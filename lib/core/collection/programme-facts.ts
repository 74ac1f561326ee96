import type { Programme, ProgrammeKind } from '../annotation.ts';
import { plainDigits, readSymbol } from '../recognise/document-symbols.ts';
import { termOfDate } from '../recognise/party-terms.ts';
import { numberingSeries } from './numbering-series.ts';
import { isKnownByNumber, PARTY_CONGRESS, programmeName } from './programme-name.ts';
import { searchWords } from './search-words.ts';

/** What tells one document from another, read from what is said of it and made comparable. */
export interface ProgrammeFacts {
  kind: ProgrammeKind;
  /** Of the number: `5` in `05-CT/TW`. */
  digits?: string | undefined;
  /** Of the number: `CT`. */
  code?: string | undefined;
  /** Of the number: `TW`; with it the number is whole. */
  issuerCode?: string | undefined;
  /** Of the number of a state document. */
  year?: string | undefined;
  /** The number is a plenum's: `Nghị quyết Trung ương 4`. */
  isPlenum: boolean;
  issuer?: string | undefined;
  /** ISO 8601, in the precision given. */
  date?: string | undefined;
  /** See `numberingSeries`. */
  series?: string | undefined;
  isPartyCentre: boolean;
  /** The term it is of, as said or as its date tells; several joined by a comma. */
  era?: string | undefined;
  /** Folded syllables. */
  title?: string | undefined;
  name?: string | undefined;
  isShared: boolean;
  /** Numbered, and known by that number alone: `Chương trình 135`. */
  isProverbial: boolean;
}

const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[ÐƉ]/g, 'Đ'],
];

/** Reads the facts of what is said of a document. `05 – CT/TW` → digits `5`, code `CT`, issuer code `TW`. */
export function programmeFacts(programme: Programme): ProgrammeFacts {
  const { kind, number, issuer, date, term, title, rule } = programme;
  const symbol = number === undefined ? undefined : readNumber(number);
  const isPlenum = rule === 'plenum';
  const { series, isPartyCentre } = numberingSeries(issuer, symbol?.issuerCode, symbol?.year);
  const named = programmeName(programme);
  return {
    kind,
    ...symbol,
    isPlenum,
    issuer,
    date,
    series,
    isPartyCentre,
    era: term ?? (isPartyCentre && date ? termTold(date) : undefined),
    title: title && searchWords(title),
    name: named?.name,
    isShared: named?.isShared ?? false,
    isProverbial: number !== undefined && isKnownByNumber(programme),
  };
}

type SymbolParts = Pick<ProgrammeFacts, 'digits' | 'code' | 'issuerCode' | 'year'>;

/** Reads a number into its parts, whatever dashes it is written with. `05 – CT/TW` → `5`, `CT`, `TW`. */
export function readNumber(number: string): SymbolParts {
  const plain = LOOKALIKES.reduce(
    (text, [sign, plainSign]) => text.replace(sign, plainSign),
    number,
  );
  const symbol = readSymbol(plain.normalize('NFKC').trim(), 0, true);
  if (!symbol) return { digits: searchWords(plainDigits(number)) };
  const { digits, code, issuerCode, year } = symbol;
  return { digits, code, issuerCode, year };
}

/** A year in which a congress was held tells no term. */
function termTold(date: string): string | undefined {
  if (date.length >= 7) return termOfDate(date);
  const [first, last] = [termOfDate(`${date}-01`), termOfDate(`${date}-12`)];
  return first === last ? first : undefined;
}

/** When and where an article cites it: what an undated number is most likely of. */
export interface CitedAt {
  /** ISO 8601. */
  published?: string | undefined;
  /** What stays the same of the article when its page is read anew. */
  home: string;
}

/**
 * The key of a document as one article cites it: citations with equal keys are of one document. A number that
 * does not say whose it is, and a name any body may give its paper, are told apart by article.
 */
export function citationKey(facts: ProgrammeFacts, { published, home }: CitedAt): string {
  const { kind, digits, year, code, issuerCode, isPlenum, date, series, era } = facts;
  const number = [isPlenum && 'plenum', digits, year, code, issuerCode].filter(Boolean).join('/');
  const isNamed = digits === undefined;
  // Without the issuer's code the number alone is anybody's.
  const whose =
    isNamed || issuerCode || isPlenum ? undefined : facts.issuer && searchWords(facts.issuer);
  const day = isNamed && facts.isShared ? (kind === 'law' ? date?.slice(0, 4) : undefined) : date;
  const told = isNamed ? `"${facts.name ?? ''}"` : number;
  const parts = [
    kind,
    told,
    series,
    whose,
    day,
    era ?? assumedOf(facts, published),
    boundTo(facts, home),
  ];
  return parts.map((part) => part ?? '').join('|');
}

/** Whether it is a congress's paper, of which each term has its own. */
export function isOfTerm({ name }: ProgrammeFacts): boolean {
  return name === PARTY_CONGRESS;
}

/**
 * The term, or for a local body the year, that a number without a date is taken to be of: the article's own.
 * `~XII`, `~2019`; none where the number needs none.
 */
export function assumedOf(
  facts: ProgrammeFacts,
  published: string | undefined,
): string | undefined {
  const { digits, date, era, year, isPartyCentre } = facts;
  if (date || era || year || !published) return undefined;
  if (facts.isProverbial || (digits === undefined && !isOfTerm(facts))) return undefined;
  const term =
    isPartyCentre || digits === undefined ? termOfDate(published) : published.slice(0, 4);
  return term && `~${term}`;
}

function boundTo(facts: ProgrammeFacts, home: string): string | undefined {
  const { digits, series, date, year, isShared, isProverbial, name, title } = facts;
  const isDay = (date?.length ?? 0) >= 10;
  const isOne =
    digits === undefined
      ? isShared || (name !== undefined && title !== undefined && (isDay || series !== undefined))
      : isDay ||
        isProverbial ||
        series !== undefined ||
        (year !== undefined && facts.issuerCode === undefined);
  return isOne ? undefined : `@${home}`;
}

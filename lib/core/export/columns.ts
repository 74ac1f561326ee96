import type { Annotation, Figure, Mention, Programme, StoredArticle } from '../annotation.ts';
import { citationLine } from '../citation.ts';
import { passageLink } from '../collection/passage-link.ts';
import { formatValue } from '../format-value.ts';
import { periodWords, perWords, unitWord } from '../mention-words.ts';
import type { Words } from '../words.ts';
import { checksOf, describeCheck } from './excerpt-checks.ts';
import { isExactNumber } from './exact-number.ts';
import { normaliseValue, type Normalised } from './normalise-value.ts';
import { quoteOf, type Row } from './row.ts';

type Key = Parameters<Words>[0];

/** A column of every tabular format. */
export interface Column {
  /** Never changed once released: saved profiles name columns by it. */
  key: string;
  header: Key;
  /**
   * A number column holds exact decimals (`-31.3`), a date column ISO 8601 (`2026-01/2026-09` is a span), a link column
   * addresses or plain text.
   */
  type: 'text' | 'number' | 'date' | 'link';
  /** Width in characters, where a format has widths. */
  width: number;
  value(row: Row, words: Words): string | undefined;
}

/** The columns in the order they are printed; each format draws on this one table. */
export const columns: readonly Column[] = [
  text('id', 39, ({ annotation }) => annotation.id),
  text('title', 40, ({ article }) => article?.title),
  text('outlet', 18, ({ article }) => article?.siteName),
  text('author', 18, ({ article }) => article?.byline),
  text('source', 18, ({ article }) => article?.source),
  date('published', ({ article }) => article?.publishedTime),
  date('captured', ({ article }) => article?.captured),
  date('clipped', ({ annotation }) => annotation.created),
  link('address', ({ annotation }) => annotation.target.source),
  link('link', ({ annotation }) => passageLink(annotation.target.source, quoteOf(annotation))),
  text('sentence', 60, ({ annotation }) => quoteOf(annotation)),
  text('exact', 18, ({ annotation }) => annotation.mention?.exact ?? quoteOf(annotation)),
  ofMention('type', 14, ({ type }, words) => words(`type_${type}`)),
  ofMention('kind', 16, ({ kind }, words) => words(`kind_${kind.replaceAll('-', '_')}` as Key)),
  number('value', ({ value }) => parts(value)[0]),
  number('upper', ({ value }) => (typeof value === 'string' ? undefined : value[1])),
  number('denominator', ({ value }) => (typeof value === 'string' ? parts(value)[1] : undefined)),
  ofFigure('written', 20, ({ value }, words) => written(value, words)),
  ofFigure('unit', 12, ({ kind, unit }, words) =>
    unit ? unitWord(words, unit) : kind === 'percentage' ? '%' : undefined,
  ),
  { ...ofNormalised('normalised', ({ value }) => value), type: 'number' },
  ofNormalised('normalised_unit', ({ unit }, words) => unitWord(words, unit)),
  ofFigure(
    'comparator',
    12,
    ({ comparator }, words) => comparator && words(`comparator_${comparator}`),
  ),
  ofFigure(
    'change',
    16,
    ({ change }, words) => change && words(`change_${change.replaceAll('-', '_')}` as Key),
  ),
  ofFigure('baseline', 14, ({ baseline }) => baseline && periodWords(baseline)),
  ofFigure('subject', 20, ({ subject }) => subject),
  ofFigure('property', 20, ({ property }) => property),
  ofFigure('of', 12, ({ of }) => of),
  ofFigure('per', 12, ({ per }, words) => per && perWords(words, per)),
  ofFigure('scope', 24, ({ scope }) => scope),
  { ...ofFigure('period', 17, ({ period }) => period), type: 'date' },
  ofProgramme('number', 18, ({ number: assigned }) => assigned),
  ofProgramme('issuer', 20, ({ issuer }) => issuer),
  { ...ofProgramme('date', 12, ({ date: issued }) => issued), type: 'date' },
  ofProgramme('term', 12, ({ term }) => term),
  ofProgramme('programme', 36, ({ title }) => title),
  text('tags', 20, ({ annotation }) => annotation.tags.join('; ')),
  text('note', 30, ({ annotation }) => annotation.note),
  text('verified', 24, ({ verdict }, words) => words(`verdict_${verdict}`)),
  text('check', 36, ({ annotation }, words) => checkWords(annotation, words)),
  text('state', 14, ({ annotation }, words) => words(`review_${stateOf(annotation)}`)),
  text('reviewer', 18, ({ annotation }) => annotation.review?.by),
  text('clipper', 18, ({ annotation }) => annotation.author),
  text('citation', 60, citationOf),
  text('revision', 33, ({ annotation }) => annotation.revision),
];

const byKey = new Map(columns.map((column) => [column.key, column]));

/** The columns of these keys, in the order given; keys of no column and repeated ones are passed over. */
export function columnsOf(keys: readonly string[]): Column[] {
  return [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
}

/** Many excerpts are of one article. */
const citations = new WeakMap<StoredArticle, string>();

/** A row's article cited: in the style chosen, else in the Vietnamese one. */
export function citationOf({ article, citation }: Row): string | undefined {
  if (citation !== undefined || !article) return citation;
  const known = citations.get(article) ?? citationLine(article);
  citations.set(article, known);
  return known;
}

/** How far an excerpt's review has come; one nobody looked at is a draft. */
export function stateOf({ review }: Annotation): 'draft' | 'checked' | 'approved' | 'returned' {
  return review?.state ?? 'draft';
}

function text(key: string, width: number, value: Column['value']): Column {
  return { key, header: `column_${key}` as Key, type: 'text', width, value };
}

function date(key: string, value: Column['value']): Column {
  return { ...text(key, 17, value), type: 'date' };
}

function link(key: string, value: Column['value']): Column {
  return { ...text(key, 26, value), type: 'link' };
}

function ofMention(
  key: string,
  width: number,
  value: (mention: Mention, words: Words) => string | undefined,
): Column {
  return text(key, width, ({ annotation: { mention } }, words) => mention && value(mention, words));
}

function ofFigure(
  key: string,
  width: number,
  value: (figure: Figure, words: Words) => string | undefined,
): Column {
  return text(key, width, ({ annotation: { mention } }, words) =>
    mention?.type === 'figure' ? value(mention, words) : undefined,
  );
}

function number(key: string, value: (figure: Figure) => string | undefined): Column {
  return { ...ofFigure(key, 16, value), type: 'number' };
}

function ofNormalised(
  key: string,
  value: (normalised: Normalised, words: Words) => string,
): Column {
  return ofFigure(key, 16, (figure, words) => {
    const normalised = normaliseValue(figure);
    return normalised && value(normalised, words);
  });
}

function ofProgramme(
  key: string,
  width: number,
  value: (programme: Programme) => string | undefined,
): Column {
  return text(key, width, ({ annotation: { mention } }) =>
    mention?.type === 'programme' ? value(mention) : undefined,
  );
}

function checkWords(annotation: Annotation, words: Words): string {
  return checksOf(annotation)
    .map((check) => describeCheck(check, words))
    .join('; ');
}

/** The value with all its digits, and a warning where a spreadsheet's number cannot hold them. */
function written(value: Figure['value'], words: Words): string {
  const shown = formatValue(value);
  return parts(value).every(isExactNumber) ? shown : words('export_beyond_number', [shown]);
}

/** The numbers a value is made of: a ratio's numerator and denominator, a range's ends, or one number. */
function parts(value: Figure['value']): readonly string[] {
  return typeof value === 'string' ? value.split('/') : value;
}

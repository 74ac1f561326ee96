import type { Annotation, Figure, Mention, Programme, StoredArticle } from '../annotation.ts';
import { passageLink } from '../collection/passage-link.ts';
import type { Verdict } from '../collection/verify-excerpt.ts';
import type { Words } from '../words.ts';

/** One excerpt as it goes out, compared with its article's stored text. */
export interface Row {
  annotation: Annotation;
  article: StoredArticle | undefined;
  verdict: Verdict;
}

type Key = Parameters<Words>[0];

/** A column of every tabular format. A number column holds exact decimals (`-31.3`); its cells are numbers, never text. */
export interface Column {
  key: string;
  header: Key;
  type: 'text' | 'number';
  value(row: Row, words: Words): string | undefined;
}

/** The columns in the order they are printed; each format draws on this one table. */
export const columns: readonly Column[] = [
  text('id', ({ annotation }) => annotation.id),
  text('title', ({ article }) => article?.title),
  text('outlet', ({ article }) => article?.siteName),
  text('author', ({ article }) => article?.byline),
  text('source', ({ article }) => article?.source),
  text('published', ({ article }) => article?.publishedTime),
  text('captured', ({ article }) => article?.captured),
  text('clipped', ({ annotation }) => annotation.created),
  text('address', ({ annotation }) => annotation.target.source),
  text('link', ({ annotation }) => passageLink(annotation.target.source, quoteOf(annotation))),
  text('sentence', ({ annotation }) => quoteOf(annotation)),
  text('exact', ({ annotation }) => annotation.mention?.exact ?? quoteOf(annotation)),
  ofMention('type', ({ type }, words) => words(`type_${type}`)),
  ofMention('kind', ({ kind }, words) => words(`kind_${kind.replaceAll('-', '_')}` as Key)),
  number('value', ({ value }) => parts(value)[0]),
  number('upper', ({ value }) => (typeof value === 'string' ? undefined : value[1])),
  number('denominator', ({ value }) => (typeof value === 'string' ? parts(value)[1] : undefined)),
  ofFigure('unit', ({ kind, unit }) => unit ?? (kind === 'percentage' ? '%' : undefined)),
  ofFigure(
    'comparator',
    ({ comparator }, words) => comparator && words(`comparator_${comparator}`),
  ),
  ofFigure(
    'change',
    ({ change }, words) => change && words(`change_${change.replaceAll('-', '_')}` as Key),
  ),
  ofFigure('baseline', ({ baseline }) => baseline),
  ofFigure('subject', ({ subject }) => subject),
  ofFigure('property', ({ property }) => property),
  ofFigure('of', ({ of }) => of),
  ofFigure('per', ({ per }) => per),
  ofFigure('scope', ({ scope }) => scope),
  ofFigure('period', ({ period }) => period),
  ofProgramme('number', ({ number: assigned }) => assigned),
  ofProgramme('issuer', ({ issuer }) => issuer),
  ofProgramme('date', ({ date }) => date),
  ofProgramme('term', ({ term }) => term),
  ofProgramme('programme', ({ title }) => title),
  text('tags', ({ annotation }) => annotation.tags.join('; ')),
  text('note', ({ annotation }) => annotation.note),
  text('verified', ({ verdict }, words) => words(`verdict_${verdict}`)),
];

function text(key: string, value: Column['value']): Column {
  return { key, header: `column_${key}` as Key, type: 'text', value };
}

function ofMention(
  key: string,
  value: (mention: Mention, words: Words) => string | undefined,
): Column {
  return text(key, ({ annotation: { mention } }, words) => mention && value(mention, words));
}

function ofFigure(
  key: string,
  value: (figure: Figure, words: Words) => string | undefined,
): Column {
  return ofMention(key, (mention, words) =>
    mention.type === 'figure' ? value(mention, words) : undefined,
  );
}

function number(key: string, value: (figure: Figure) => string | undefined): Column {
  return { ...ofFigure(key, value), type: 'number' };
}

function ofProgramme(key: string, value: (programme: Programme) => string | undefined): Column {
  return ofMention(key, (mention) => (mention.type === 'programme' ? value(mention) : undefined));
}

function quoteOf({ target }: Annotation): string {
  return target.selector[0].exact;
}

/** The numbers a value is made of: a ratio's numerator and denominator, a range's ends, or one number. */
function parts(value: Figure['value']): readonly string[] {
  return typeof value === 'string' ? value.split('/') : value;
}

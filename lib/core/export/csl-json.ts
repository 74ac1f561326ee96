import type { Annotation } from '../annotation.ts';
import { authorsOf, type Cited } from '../citation.ts';
import type { Source } from '../collection/excerpt.ts';
import { webLink } from '../collection/passage-link.ts';
import type { ExportSource, WriteExport } from './export-source.ts';
import { knownDate } from './times.ts';

interface CslDate {
  'date-parts': (readonly number[])[];
}

/** An item as citation programs read it. @see https://github.com/citation-style-language/schema */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: { literal: string }[];
  'container-title'?: string;
  issued?: CslDate;
  accessed?: CslDate;
  URL?: string;
  language: string;
}

/** The language of an article that does not say its own. */
const VIETNAMESE = 'vi';

/** Writes the articles cited, each once, as CSL-JSON, which Zotero and other citation programs read. */
export const writeCslJson: WriteExport = async function* (source) {
  let separator = '';
  yield '[';
  for await (const item of itemsOnce(source)) {
    yield `${separator}\n${JSON.stringify(item, wellFormed)}`;
    separator = ',';
  }
  yield '\n]\n';
};

/** Strict readers refuse a whole file for half a surrogate pair, even one written as an escape. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** An article as a CSL item; a Vietnamese name stays whole, for its order is not that of given and family name. */
export function cslItem(article: Cited & Pick<Source, 'id' | 'lang'>): CslItem {
  const { title, siteName, source, publishedTime, captured, url, lang } = article;
  const authors = authorsOf(article);
  const container = siteName || source;
  const issued = publishedTime && cslDate(publishedTime);
  const accessed = cslDate(captured);
  const address = webLink(url);
  return {
    id: itemId(article.id),
    type: 'article-newspaper',
    title: title || url,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(container && { 'container-title': container }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(address && { URL: address }),
    language: lang || VIETNAMESE,
  };
}

/** The articles of an export in the order they come up; of one there is no record of, no more than its address. */
async function* itemsOnce(source: ExportSource): AsyncGenerator<CslItem> {
  const seen = new Set<string>();
  for await (const rows of source.batches()) {
    for (const { annotation, article } of rows) {
      if (seen.has(annotation.articleId)) continue;
      seen.add(annotation.articleId);
      yield article ? cslItem(article) : unknownItem(annotation);
    }
  }
}

function unknownItem({ articleId, target }: Annotation): CslItem {
  const address = webLink(target.source);
  return {
    id: itemId(articleId),
    type: 'article-newspaper',
    title: target.source,
    ...(address && { URL: address }),
    language: VIETNAMESE,
  };
}

/** As much of an article's id as tells it from any other. */
function itemId(articleId: string): string {
  return articleId.slice(0, 16);
}

function cslDate(iso: string): CslDate | undefined {
  const known = knownDate(iso);
  return known.length > 0 ? { 'date-parts': [known] } : undefined;
}

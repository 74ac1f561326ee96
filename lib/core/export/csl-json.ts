import { authorsOf } from '../citation.ts';
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

/** Writes the articles cited, each once, as CSL-JSON, which Zotero and other citation programs read. */
export const writeCslJson: WriteExport = async function* (source) {
  let isFirst = true;
  yield '[';
  for await (const { article } of citedOnce(source)) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(cslItem(article))}`;
    isFirst = false;
  }
  yield '\n]\n';
};

/** An article as a CSL item; a Vietnamese name stays whole, for its order is not that of given and family name. */
export function cslItem(article: Source): CslItem {
  const { title, siteName, source, publishedTime, captured, url, lang } = article;
  const authors = authorsOf(article);
  const container = siteName ?? source;
  const issued = publishedTime && cslDate(publishedTime);
  const accessed = cslDate(captured);
  const address = webLink(url);
  return {
    id: article.id.slice(0, 16),
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(container && { 'container-title': container }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(address && { URL: address }),
    language: lang ?? 'vi',
  };
}

/** The articles of an export in the order they come up, without their texts, and with their quotes so far unknown. */
export async function* citedOnce(source: ExportSource): AsyncGenerator<{ article: Source }> {
  const seen = new Set<string>();
  for await (const rows of source.batches()) {
    for (const { article } of rows) {
      if (!article || seen.has(article.id)) continue;
      seen.add(article.id);
      yield { article };
    }
  }
}

function cslDate(iso: string): CslDate | undefined {
  const known = knownDate(iso);
  return known.length > 0 ? { 'date-parts': [known] } : undefined;
}

import type { Annotation, StoredArticle } from '../annotation.ts';
import { verifyExcerpt } from '../collection/verify-excerpt.ts';
import type { Words } from '../words.ts';
import { columns, type Row } from './columns.ts';
import { csvLines } from './csv.ts';
import { jsonLdPieces, type Collection } from './json-ld.ts';

/** A kind of file a collection can leave as. */
export interface Format {
  label: Parameters<Words>[0];
  extension: string;
  mediaType: string;
  /** The file's content in pieces, so that no format has to hold it whole. */
  write(collection: Collection, world: { now: Date; words: Words }): Iterable<string>;
}

/** Every format there is; the export menu is made from this table. */
export const formats = {
  csv: {
    label: 'format_csv',
    extension: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    write: (collection, { words }) => csvLines(rowsOf(collection), columns, words),
  },
  json: {
    label: 'format_json',
    extension: 'json',
    mediaType: 'application/ld+json',
    write: (collection, { now }) => jsonLdPieces(collection, now),
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

function* rowsOf({ annotations, articles }: Collection): Generator<Row> {
  const byId = new Map<string, StoredArticle>(articles.map((article) => [article.id, article]));
  for (const annotation of annotations) yield rowOf(annotation, byId.get(annotation.articleId));
}

function rowOf(annotation: Annotation, article: StoredArticle | undefined): Row {
  return { annotation, article, verdict: verifyExcerpt(annotation, article) };
}

/** Names a file by the day it was made, as the reader's clock has it: `trich-bao-2026-11-22.csv`. */
export function fileName({ extension }: Format, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `trich-bao-${day.map((part) => String(part).padStart(2, '0')).join('-')}.${extension}`;
}

import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import type { ProgrammeEntry } from '../lib/core/collection/programme-entry.ts';
import type { SeriesJudgement } from '../lib/core/collection/series-judgement.ts';
import { columns as everyColumn } from '../lib/core/export/columns.ts';
import type { ExportOptions, ExportSource } from '../lib/core/export/export-source.ts';
import type { FormatName } from '../lib/core/export/formats.ts';
import { makeRow, type Row } from '../lib/core/export/row.ts';
import { exportWriter } from '../lib/core/export/write-export.ts';
import { NOW, words } from './sample-collection.ts';

interface Sample {
  annotations: readonly Annotation[];
  articles: readonly StoredArticle[];
  entries?: readonly ProgrammeEntry[];
  judgements?: readonly SeriesJudgement[];
}

/** A collection in memory as exports read one: batches of 500, as the database gives them. */
export function sourceOf(sample: Sample): ExportSource {
  const byId = new Map(sample.articles.map((article) => [article.id, article]));
  return {
    async *batches() {
      for (let at = 0; at < sample.annotations.length; at += 500) {
        const batch = sample.annotations.slice(at, at + 500);
        yield batch.map((annotation) => makeRow(annotation, byId.get(annotation.articleId)));
      }
    },
    collection: () => Promise.resolve(sample),
    entries: () => Promise.resolve(sample.entries ?? []),
    judgements: () => Promise.resolve(sample.judgements ?? []),
  };
}

/** The rows of a collection, one after another. */
export function rowsOf({ annotations, articles }: Sample): Row[] {
  return annotations.map((annotation) =>
    makeRow(
      annotation,
      articles.find(({ id }) => id === annotation.articleId),
    ),
  );
}

/** Writes a collection as a file of the format; all columns, document order, unless told otherwise. */
export async function exportBytes(
  format: FormatName,
  sample: Sample,
  options: Partial<ExportOptions> = {},
  source = sourceOf(sample),
): Promise<Uint8Array<ArrayBuffer>> {
  const write = await exportWriter(format);
  const whole = {
    columns: everyColumn,
    order: 'document' as const,
    layout: { fontSize: 14 as const, margins: 'narrow' as const },
    ...options,
  };
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  for await (const part of write(source, whole, { now: NOW, words })) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** As `exportBytes`, read as UTF-8 with nothing taken off. */
export async function exportText(...args: Parameters<typeof exportBytes>): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
    await exportBytes(...args),
  );
}

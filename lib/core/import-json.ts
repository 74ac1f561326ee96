import * as z from 'zod';
import { Annotation, StoredArticle } from './annotation.ts';
import { Companion } from './collection/companion.ts';
import { DamagedRecord } from './collection/damaged-record.ts';
import { stamped, type Revision } from './collection/revision.ts';
import { storedArticle, type Digest } from './collection/stored-article.ts';
import { tidyTags } from './collection/tags.ts';
import { SCHEMA_VERSION } from './export/json-ld.ts';

/** Far above any office's collection (100,000 excerpts are about 120 MB), below what a tab cannot hold. */
export const LARGEST_FILE = 256 * 1024 * 1024;

export type ImportReason = 'too_large' | 'empty' | 'truncated' | 'not_json' | 'foreign' | 'newer';

/** A file that cannot be read as a collection at all; nothing was changed. */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly messageKey: `error_import_${ImportReason}`;

  constructor(reason: ImportReason, options?: ErrorOptions) {
    super(`import: ${reason}`, options);
    this.messageKey = `error_import_${reason}`;
  }
}

/** A record of a file that was refused: the how-many-th of its list (from 1), and what is wrong with it. */
export interface Refusal {
  list: 'items' | 'articles' | 'revisions' | 'companions' | 'damaged';
  row: number;
  reason: string;
}

/** A file's records that fit, each id once, and those that do not. */
export interface ImportedCollection {
  annotations: Annotation[];
  articles: StoredArticle[];
  revisions: Revision[];
  companions: Companion[];
  damaged: DamagedRecord[];
  refused: Refusal[];
}

const Body = z.object({
  type: z.literal('TextualBody'),
  value: z.string(),
  purpose: z.enum(['tagging', 'commenting']),
});

/** An annotation as the file has it; all that is not said in the W3C's words is said in ours. */
const Item = Annotation.omit({ id: true, tags: true, note: true, author: true }).extend({
  id: z.string().startsWith('urn:uuid:'),
  creator: z.object({ name: z.string() }).optional(),
  body: z.array(Body),
});

/** The file as a whole; its records are judged one by one. */
const File = z.object({
  schemaVersion: z.int().positive(),
  first: z.object({ items: z.array(z.unknown()) }),
  articles: z.array(z.unknown()),
  revisions: z.array(z.unknown()).default([]),
  companions: z.array(z.unknown()).default([]),
  damaged: z.array(z.unknown()).default([]),
});

/** What a file's records must be; `docs/trichbao.schema.json` is made from it. */
export const ExchangeFile = File.extend({
  first: z.object({ items: z.array(Item) }),
  articles: z.array(StoredArticle),
  revisions: z.array(Item).default([]),
  companions: z.array(Companion).default([]),
  damaged: z.array(DamagedRecord).default([]),
});

/** Hears how many of a file's records have been judged, of how many. */
export type Judged = (done: number, total: number) => void;

/** Records judged before the next is told of. */
const TOLD_EVERY = 500;

/**
 * Reads an exported file, of which nothing is trusted: each record must fit its schema, and each article's id must be
 * the one its own address and text give, so that a file cannot pass its text off as an article's.
 * Throws `ImportError` where the file as a whole cannot be read.
 */
export async function importJson(
  text: string,
  digest: Digest,
  judged: Judged = () => undefined,
): Promise<ImportedCollection> {
  const file = parseFile(text);
  const refused: Refusal[] = [];
  let done = 0;
  const total = [file.first.items, file.articles, file.revisions, file.companions, file.damaged]
    .map(({ length }) => length)
    .reduce((sum, length) => sum + length);
  const take = async <Record>(
    list: Refusal['list'],
    items: readonly unknown[],
    read: (item: unknown) => Result<Record> | Promise<Result<Record>>,
  ): Promise<Record[]> => {
    const results: Result<Record>[] = [];
    for (const item of items) {
      results.push(await read(item));
      if (++done % TOLD_EVERY === 0) judged(done, total);
    }
    const taken = takeOnce(results);
    refused.push(...taken.refused.map((refusal) => ({ list, ...refusal })));
    return taken.records;
  };
  return {
    annotations: await take('items', file.first.items, readAnnotation),
    articles: await take('articles', file.articles, (item) => readArticle(item, digest)),
    revisions: await take('revisions', file.revisions, readRevision),
    companions: await take('companions', file.companions, readCompanion),
    damaged: await take('damaged', file.damaged, readDamaged),
    refused,
  };
}

type Result<Record> = { key: string; record: Record } | { reason: string };

/** Of two records under one id the second is refused, not silently dropped: they may differ. */
function takeOnce<Record>(results: readonly Result<Record>[]): {
  records: Record[];
  refused: Omit<Refusal, 'list'>[];
} {
  const taken = new Map<string, Record>();
  const refused: Omit<Refusal, 'list'>[] = [];
  for (const [at, result] of results.entries()) {
    if ('reason' in result) refused.push({ row: at + 1, reason: result.reason });
    else if (taken.has(result.key)) refused.push({ row: at + 1, reason: 'id' });
    else taken.set(result.key, result.record);
  }
  return { records: [...taken.values()], refused };
}

function parseFile(text: string): z.infer<typeof File> {
  if (text.length > LARGEST_FILE) throw new ImportError('too_large');
  const content = text.replace(/^\u{FEFF}/u, '').trim();
  if (content === '') throw new ImportError('empty');
  const parsed = File.safeParse(parseJson(content));
  if (!parsed.success) throw new ImportError('foreign', { cause: parsed.error });
  if (parsed.data.schemaVersion > SCHEMA_VERSION) throw new ImportError('newer');
  return parsed.data;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const isOurs = content.startsWith('{"@context"');
    throw new ImportError(isOurs ? 'truncated' : 'not_json', { cause });
  }
}

function readAnnotation(item: unknown): Result<Annotation> {
  const parsed = Item.safeParse(item);
  if (!parsed.success) return { reason: describeIssue(parsed.error) };
  const { id, body, creator, ...rest } = parsed.data;
  const valuesOf = (purpose: z.infer<typeof Body>['purpose']) =>
    body.filter((part) => part.purpose === purpose).map(({ value }) => value);
  const annotation = Annotation.safeParse({
    ...rest,
    id: id.slice('urn:uuid:'.length),
    tags: tidyTags(valuesOf('tagging')),
    note: valuesOf('commenting').join('\n'),
    ...(creator && { author: creator.name }),
  });
  if (!annotation.success) return { reason: describeIssue(annotation.error) };
  return { key: annotation.data.id, record: stamped(annotation.data) };
}

function readRevision(item: unknown): Result<Revision> {
  const read = readAnnotation(item);
  if ('reason' in read) return read;
  const { id: annotationId, revision: id = '' } = read.record;
  return { key: `${annotationId}/${id}`, record: { id, annotationId, annotation: read.record } };
}

async function readArticle(item: unknown, digest: Digest): Promise<Result<StoredArticle>> {
  const parsed = StoredArticle.safeParse(item);
  if (!parsed.success) return { reason: describeIssue(parsed.error) };
  const record = parsed.data;
  const own = await storedArticle(record, record.captured, digest);
  const isOwn = own.id === record.id && own.sourceKey === record.sourceKey;
  return isOwn ? { key: record.id, record } : { reason: 'id' };
}

function readCompanion(item: unknown): Result<Companion> {
  const parsed = Companion.safeParse(item);
  if (!parsed.success) return { reason: describeIssue(parsed.error) };
  return { key: parsed.data.id, record: parsed.data };
}

function readDamaged(item: unknown): Result<DamagedRecord> {
  const parsed = DamagedRecord.safeParse(item);
  if (!parsed.success) return { reason: describeIssue(parsed.error) };
  return { key: parsed.data.key, record: parsed.data };
}

/** The field that is missing or wrong: `target.selector.0.exact`. */
function describeIssue({ issues: [issue] }: z.ZodError): string {
  return issue?.path.join('.') || '?';
}

import type { Annotation, StoredArticle } from '../annotation.ts';
import type { Companion } from '../collection/companion.ts';
import type { DamagedRecord } from '../collection/damaged-record.ts';
import { revisionOf, type Revision } from '../collection/revision.ts';

/**
 * What a file holds: excerpts, the articles they come from with their texts, the excerpts' other states, what people
 * made of the collection, and records that were found damaged.
 */
export interface Collection {
  annotations: readonly Annotation[];
  articles: readonly StoredArticle[];
  revisions?: readonly Revision[];
  companions?: readonly Companion[];
  damaged?: readonly DamagedRecord[];
}

/**
 * Version of the records below; a reader refuses a file of a version it does not know. Version 1 had no states but
 * the one shown, version 2 no companions. `docs/trichbao-json.md` describes the file.
 */
export const SCHEMA_VERSION = 3;

/** The W3C's terms, then ours; `@json` keeps a record whole where a processor expands the file. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    trichbao: 'urn:trichbao:',
    schemaVersion: 'trichbao:schemaVersion',
    articleId: 'trichbao:articleId',
    deleted: { '@id': 'trichbao:deleted', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
    mention: { '@id': 'trichbao:mention', '@type': '@json' },
    colour: 'trichbao:colour',
    correction: { '@id': 'trichbao:correction', '@type': '@json' },
    supersedes: 'trichbao:supersedes',
    checks: { '@id': 'trichbao:checks', '@type': '@json' },
    completed: 'trichbao:completed',
    editor: 'trichbao:editor',
    review: { '@id': 'trichbao:review', '@type': '@json' },
    revision: 'trichbao:revision',
    parents: 'trichbao:parents',
    revisions: { '@id': 'trichbao:revisions', '@type': '@json' },
    articles: { '@id': 'trichbao:articles', '@type': '@json' },
    companions: { '@id': 'trichbao:companions', '@type': '@json' },
    damaged: { '@id': 'trichbao:damaged', '@type': '@json' },
  },
] as const;

/**
 * Writes a collection as a W3C AnnotationCollection of one page, in pieces that joined are one JSON text.
 * The articles' texts, the mentions and every state go with it, so that reading the file back restores everything.
 * @see https://www.w3.org/TR/annotation-model/#annotation-collection
 */
export function* jsonLdPieces(collection: Collection, now: Date): Generator<string> {
  const { annotations, articles, revisions = [], companions = [], damaged = [] } = collection;
  const id = `urn:trichbao:collection:${now.getTime()}`;
  const head = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Trích Báo',
    created: now.toISOString(),
    schemaVersion: SCHEMA_VERSION,
    total: annotations.length,
  };
  const page = { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify(page).slice(0, -1)},"items":`;
  yield* listPieces(annotations, webAnnotation);
  yield '},\n"articles":';
  yield* listPieces(articles, (article) => article);
  yield ',\n"revisions":';
  yield* listPieces(revisions, ({ annotation }) => webAnnotation(annotation));
  yield ',\n"companions":';
  yield* listPieces(companions, (record) => record);
  yield ',\n"damaged":';
  yield* listPieces(damaged, (record) => record);
  yield '}\n';
}

/** A line a record: a colleague can compare two files with any tool that compares lines. */
function* listPieces<Item>(
  items: readonly Item[],
  write: (item: Item) => unknown,
): Generator<string> {
  yield '[';
  for (const [at, item] of items.entries()) {
    yield `${at > 0 ? ',' : ''}\n${JSON.stringify(write(item) ?? null)}`;
  }
  yield ']';
}

/** An annotation in the W3C's shape: a body a tag, one for the note; the mention refines the quote. */
export function webAnnotation(annotation: Annotation): object {
  const { id, tags, note, target, author, deleted, ...own } = annotation;
  const { created, modified, revision: _, ...rest } = own;
  const [quote, position] = target.selector;
  const { mention } = annotation;
  const refinedBy = mention && {
    type: 'TextPositionSelector',
    start: mention.start,
    end: mention.end,
  };
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    ...(author && { creator: { type: 'Person', name: author } }),
    created,
    modified,
    body: [
      ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
      ...(note ? [{ type: 'TextualBody', value: note, purpose: 'commenting' }] : []),
    ],
    target: {
      source: target.source,
      selector: [{ ...quote, ...(refinedBy && { refinedBy }) }, position],
    },
    revision: revisionOf(annotation),
    ...rest,
    ...(deleted && { deleted }),
  };
}

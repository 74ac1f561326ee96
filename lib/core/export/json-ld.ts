import type { Annotation, StoredArticle } from '../annotation.ts';
import type { DamagedRecord } from '../collection/damaged-record.ts';

/** What a file holds: excerpts, the articles they come from with their texts, and records that were found damaged. */
export interface Collection {
  annotations: readonly Annotation[];
  articles: readonly StoredArticle[];
  damaged?: readonly DamagedRecord[];
}

/** Version of the records below; a reader refuses a file of a version it does not know. */
export const SCHEMA_VERSION = 1;

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
    articles: { '@id': 'trichbao:articles', '@type': '@json' },
    damaged: { '@id': 'trichbao:damaged', '@type': '@json' },
  },
] as const;

/**
 * Writes a collection as a W3C AnnotationCollection of one page, in pieces that joined are one JSON text.
 * The articles' texts and the mentions go with it, so that reading the file back restores everything.
 * @see https://www.w3.org/TR/annotation-model/#annotation-collection
 */
export function* jsonLdPieces(collection: Collection, now: Date): Generator<string> {
  const { annotations, articles, damaged = [] } = collection;
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
  const { id, articleId, target, mention, tags, note, created, modified, deleted } = annotation;
  const [quote, position] = target.selector;
  const refinedBy = mention && {
    type: 'TextPositionSelector',
    start: mention.start,
    end: mention.end,
  };
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'highlighting',
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
    articleId,
    ...(mention && { mention }),
    ...(deleted && { deleted }),
  };
}

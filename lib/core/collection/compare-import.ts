import { Annotation } from '../annotation.ts';
import type { ImportedCollection, Refusal } from '../import-json.ts';

/** What an import would do, for the reader to see before anything is written. */
export interface ImportPreview {
  /** What would be added. */
  added: Pick<ImportedCollection, 'annotations' | 'articles' | 'damaged'>;
  /** How many excerpts are here already, equal in every field. */
  same: number;
  /** Excerpts that are here under the same id with other content: what is stored stays. */
  differing: { stored: Annotation; incoming: Annotation }[];
  refused: Refusal[];
}

/** Compares a file with what is stored; `stored` and `storedArticles` hold at least all ids the file names. */
export function compareImport(
  file: ImportedCollection,
  stored: ReadonlyMap<string, Annotation>,
  storedArticles: ReadonlySet<string>,
): ImportPreview {
  const preview: ImportPreview = {
    added: {
      annotations: [],
      articles: file.articles.filter(({ id }) => !storedArticles.has(id)),
      damaged: file.damaged,
    },
    same: 0,
    differing: [],
    refused: file.refused,
  };
  for (const incoming of file.annotations) {
    const own = stored.get(incoming.id);
    if (!own) preview.added.annotations.push(incoming);
    else if (isEqual(own, incoming)) preview.same++;
    else preview.differing.push({ stored: own, incoming });
  }
  return preview;
}

/** Parsed copies have their keys in the schema's order, whatever order they were stored in. */
function isEqual(one: Annotation, other: Annotation): boolean {
  return JSON.stringify(Annotation.parse(one)) === JSON.stringify(Annotation.parse(other));
}

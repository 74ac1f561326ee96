import type { Dexie, Transaction } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import { stamped } from '../core/collection/revision.ts';
import { recountFacets } from './facet-counts.ts';
import { sift } from './sift.ts';

/** Records read at a time while a collection is brought up to a new version. */
const BATCH = 1000;

/**
 * Names the tables of every version there has been, and how a collection gets from each to the next. Dexie runs the
 * steps in the transaction that raises the version: a browser killed in between leaves the old collection as it was.
 * A step adds; it never drops a record it cannot read. Each version has a stored sample in `tests/stored`.
 */
export function declareVersions(db: Dexie, now: () => Date): void {
  db.version(1).stores({
    articles: 'id, sourceKey',
    annotations: 'id, articleId, created, deleted, *tags',
    tagCounts: 'tag',
    damaged: 'key',
    skips: 'id, sourceKey',
  });
  db.version(2)
    .stores({
      annotations: 'id, articleId, created, *tags',
      // The states of one excerpt lie together. `head` is there only on those that compete with the one shown.
      revisions: '[annotationId+id], head',
      // By count too: a view shows the few most frequent values of tens of thousands.
      facetCounts: '[facet+value], [facet+count]',
      tagCounts: null,
      // Since when an excerpt has lain in the trash of this machine, whatever day its record names.
      trash: 'id, since',
      // What belongs to this browser and never leaves it, such as the folder for backups.
      local: 'key',
    })
    .upgrade((transaction) => keepHistories(transaction, now().toISOString()));
  db.version(3).stores({ companions: 'id, type' });
}

/** Gives every state the id that later versions know it by, and counts what was not counted before. */
async function keepHistories(transaction: Transaction, now: string): Promise<void> {
  const annotations = transaction.table<Annotation, string>('annotations');
  for (let last = ''; ;) {
    const rows = await annotations.where('id').above(last).limit(BATCH).toArray();
    const { valid } = sift('annotations', rows);
    await annotations.bulkPut(valid.map(stamped));
    const trashed = valid.filter(({ deleted }) => deleted);
    await transaction.table('trash').bulkPut(trashed.map(({ id }) => ({ id, since: now })));
    if (rows.length < BATCH) break;
    last = String(rows.at(-1)?.id);
  }
  await recountFacets(transaction);
}

import type { Database } from './database.ts';
import { recountFacets } from './facet-counts.ts';
import { primaryKey, sift, type Damage } from './sift.ts';

/** The tables that damaged records come from and go back to. */
function tables(db: Database) {
  return [db.articles, db.annotations, db.revisions, db.companions, db.damaged, db.facetCounts];
}

/** Moves damaged records out of the way of readers, whole, into the table of their own. */
export async function setAside(db: Database, damaged: readonly Damage[], now: Date): Promise<void> {
  const found = now.toISOString();
  await db.transaction('rw', tables(db), async () => {
    await db.damaged.bulkPut(damaged.map((damage) => ({ ...damage, found })));
    for (const { table, record } of damaged) {
      await db.table(table).delete(primaryKey(table, record));
    }
    // What they were counted under when they were whole cannot be told from what they are now.
    await recountFacets(db);
  });
}

/** Puts back those damaged records that this version can read, where their place is still free. Gives how many. */
export function rescue(db: Database): Promise<number> {
  return db.transaction('rw', tables(db), async () => {
    let rescued = 0;
    for (const { key, table, record } of await db.damaged.toArray()) {
      const [row] = sift(table, [record]).valid;
      if (!row || (await db.table(table).get(primaryKey(table, row)))) continue;
      await db.table(table).add(row);
      await db.damaged.delete(key);
      rescued++;
    }
    if (rescued > 0) await recountFacets(db);
    return rescued;
  });
}

import type { Contents } from '../core/backup.ts';
import type { Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** What there is to lose, or nothing. Throws `StorageError`. */
export function readContents(db: Database): Promise<Contents | undefined> {
  return guarded(async () => {
    const tables = [db.annotations, db.articles, db.revisions, db.damaged];
    const counts = await Promise.all(tables.map((table) => table.count()));
    if (counts.every((count) => count === 0)) return undefined;
    const byTime = db.annotations.orderBy('created');
    const [oldest, newest] = await Promise.all([byTime.first(), byTime.last()]);
    // Every change leaves a record more; what the trash lets go of is made up for by nothing older than the newest.
    return { mark: [...counts, newest?.created].join('/'), oldest: oldest?.created };
  });
}

import type { Contents } from '../core/backup.ts';
import type { Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** What there is to lose, or nothing. Throws `StorageError`. */
export function readContents(db: Database): Promise<Contents | undefined> {
  return guarded(async () => {
    const tables = [db.annotations, db.articles, db.revisions, db.companions, db.damaged];
    const counts = await Promise.all(tables.map((table) => table.count()));
    if (counts.every((count) => count === 0)) return undefined;
    const byTime = db.annotations.orderBy('created');
    const [oldest, newest] = await Promise.all([byTime.first(), byTime.last()]);
    const changes: string[] = [];
    await db.companions.each(({ modified }) => void changes.push(modified));
    changes.sort();
    return {
      // Every change of an excerpt leaves a record more, of a companion a later one; what the trash lets go of is made up
      // for by nothing older than the newest.
      mark: [...counts, newest?.created, changes.at(-1)].join('/'),
      oldest: oldest?.created ?? changes[0],
    };
  });
}

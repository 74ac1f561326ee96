import { useEffect, useState } from 'preact/hooks';
import { rescue } from '../../lib/platform/damaged.ts';
import { ready, type Database } from '../../lib/platform/database.ts';
import type { StorageError } from '../../lib/platform/storage-error.ts';
import { watchCollection, type Snapshot } from '../../lib/platform/watch-collection.ts';

interface Shown {
  snapshot?: Snapshot;
  failure?: StorageError['messageKey'];
}

/** The collection as it is now, followed through every change from any window, or why it cannot be read. */
export function useCollection(db: Database): Shown {
  const [shown, setShown] = useState<Shown>({});
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    const failed = ({ messageKey }: StorageError) =>
      setShown((was) => ({ ...was, failure: messageKey }));
    const start = async () => {
      await ready(db);
      await rescue(db);
      if (isGone) return;
      stop = watchCollection(
        db,
        () => new Date(),
        (snapshot) => setShown({ snapshot }),
        failed,
      );
    };
    start().catch(failed);
    return () => {
      isGone = true;
      stop();
    };
  }, [db]);
  return shown;
}

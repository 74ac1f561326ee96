import { tidyTags } from '../core/collection/tags.ts';
import { sourceKey } from '../core/source-key.ts';
import { annotationsAt, saveAnnotations, type Database, type World } from './database.ts';
import { Failure, type Handlers, type Requests } from './messages.ts';
import { editAnnotation, restore, trash } from './revise.ts';
import { relatedArticles } from './related-articles.ts';
import { readSettings } from './settings.ts';
import { openSketches } from './sketches.ts';
import { addSkips, removeSkips, skipsAt } from './skips.ts';
import { StorageError } from './storage-error.ts';
import { tagsInUse } from './tag-counts.ts';

type StoreRequest =
  | 'saveAnnotations'
  | 'storedAt'
  | 'editAnnotation'
  | 'trashAnnotations'
  | 'restoreAnnotations'
  | 'addSkips'
  | 'removeSkips'
  | 'relatedArticles'
  | 'tags';

/** Serves what pages ask of the collection; each answer is given when the work is durably done. */
export function storeHandlers(
  db: Database,
  world: World,
  sketches = openSketches(),
): Pick<Handlers<Requests>, StoreRequest> {
  return {
    saveAnnotations: (clip) => told(saveAnnotations(db, clip, world)),
    storedAt: async ({ url }) => {
      const key = sourceKey(url);
      const stored = Promise.all([annotationsAt(db, key), skipsAt(db, key)]);
      return told(stored.then(([annotations, skips]) => ({ annotations, skips })));
    },
    editAnnotation: async ({ id, remarks }) =>
      told(editAnnotation(db, id, remarks, world.now(), await world.reader?.())),
    trashAnnotations: async ({ ids }) =>
      void (await told(trash(db, ids, world.now(), await world.reader?.()))),
    restoreAnnotations: async ({ ids }) =>
      void (await told(restore(db, ids, world.now(), await world.reader?.()))),
    addSkips: ({ skips }) => told(addSkips(db, skips)),
    removeSkips: ({ ids }) => told(removeSkips(db, ids)),
    relatedArticles: (traits) => told(relatedArticles(db, sketches, traits)),
    tags: async () => {
      const [{ tags }, used] = await told(Promise.all([readSettings(), tagsInUse(db)]));
      return tidyTags([...tags, ...used.map(({ tag }) => tag)]);
    },
  };
}

/** Storage failures keep their own words on the way to the page. */
function told<T>(work: Promise<T>): Promise<T> {
  return work.catch((cause: unknown) => {
    throw cause instanceof StorageError ? new Failure(cause.messageKey, cause) : cause;
  });
}

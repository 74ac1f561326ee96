import type { Annotation } from '../core/annotation.ts';
import type { Database } from './database.ts';

export interface TagCount {
  tag: string;
  count: number;
}

/**
 * Keeps the tag counts true to a write: call it inside the write's own transaction, with the annotation before
 * and after (none where it was made new). An annotation in the trash counts for none of its tags.
 */
export async function countTags(
  db: Database,
  changes: readonly { before?: Annotation | undefined; after: Annotation }[],
): Promise<void> {
  const deltas = new Map<string, number>();
  const add = (annotation: Annotation | undefined, step: number) => {
    if (!annotation || annotation.deleted) return;
    for (const tag of annotation.tags) deltas.set(tag, (deltas.get(tag) ?? 0) + step);
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  const changed = [...deltas].filter(([, delta]) => delta !== 0);
  const stored = await db.tagCounts.bulkGet(changed.map(([tag]) => tag));
  const counts = changed.map(([tag, delta], at) => ({
    tag,
    count: (stored[at]?.count ?? 0) + delta,
  }));
  await db.tagCounts.bulkPut(counts.filter(({ count }) => count > 0));
  await db.tagCounts.bulkDelete(counts.filter(({ count }) => count <= 0).map(({ tag }) => tag));
}

/** The tags in use with their counts, most used first: what a tag field completes from. */
export async function tagsInUse(db: Database): Promise<TagCount[]> {
  return (await db.tagCounts.toArray()).sort((a, b) => b.count - a.count);
}

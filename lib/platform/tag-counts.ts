import type { Database } from './database.ts';
import { facetValues } from './facet-counts.ts';

export interface TagCount {
  tag: string;
  count: number;
}

/** The tags in use with their counts, most used first: what a tag field completes from. */
export async function tagsInUse(db: Database): Promise<TagCount[]> {
  return (await facetValues(db, 'tag')).map(({ value, count }) => ({ tag: value, count }));
}

import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';

/** Excerpts fetched at once: few enough that taking them in holds no frame up. */
const PART = 500;

/** Fetches excerpts by id, however many, in their order. */
export async function readExcerpts(
  desk: Pick<LibraryDesk, 'excerpts'>,
  ids: readonly string[],
): Promise<Excerpt[]> {
  const excerpts: Excerpt[] = [];
  for (let at = 0; at < ids.length; at += PART) {
    excerpts.push(...(await desk.excerpts(ids.slice(at, at + PART))));
  }
  return excerpts;
}

import * as z from 'zod';
import type { Chosen, SearchRequest } from './search-index.ts';
import { COLUMNS } from './sort-entries.ts';

const Column = z.enum(COLUMNS);

const SavedSearch = z.object({
  name: z.string().min(1).max(100),
  text: z.string(),
  chosen: z.record(z.string(), z.array(z.string())),
});

/** A search under a name the reader gave it. */
export type SavedSearch = z.infer<typeof SavedSearch> & { chosen: Chosen };

/** How the reader has the library shown, on this machine. */
export interface LibraryChoices {
  layout: 'cards' | 'table';
  columns: (typeof COLUMNS)[number][];
  saved: SavedSearch[];
}

export const USUAL_CHOICES: LibraryChoices = {
  layout: 'cards',
  columns: ['sentence', 'amount', 'subject', 'organisation', 'title', 'published', 'tag', 'state'],
  saved: [],
};

/** Reads stored choices: what cannot be read is the usual, an unreadable saved search is left out. */
export function parseChoices(stored: unknown): LibraryChoices {
  const fields = (z.looseObject({}).safeParse(stored).data ?? {}) as Record<string, unknown>;
  const listed = Array.isArray(fields['saved']) ? (fields['saved'] as unknown[]) : [];
  const columns = z.array(Column).min(1).safeParse(fields['columns']).data;
  return {
    layout: z.enum(['cards', 'table']).safeParse(fields['layout']).data ?? USUAL_CHOICES.layout,
    columns: columns ? [...new Set(columns)] : USUAL_CHOICES.columns,
    saved: listed.flatMap((each) => SavedSearch.safeParse(each).data ?? []),
  };
}

/** Keeps a search under a name; one of that name before it gives way, in its place. */
export function saveSearch(
  saved: readonly SavedSearch[],
  name: string,
  { text, chosen }: Pick<SearchRequest, 'text' | 'chosen'>,
): SavedSearch[] {
  const search: SavedSearch = {
    name: name.normalize('NFC').trim(),
    text,
    chosen: chosen as SavedSearch['chosen'],
  };
  const at = saved.findIndex((each) => each.name === search.name);
  return at < 0 ? [...saved, search] : saved.with(at, search);
}

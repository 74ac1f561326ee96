import type { MessageKey } from './i18n.tsx';

/** The parts of the library, in the order of their tabs. Another part is a line here and one in `Library`. */
export const LIBRARY_VIEWS = {
  library: 'library_title',
  review: 'library_review',
  conflicts: 'library_conflicts',
  articles: 'library_articles',
  programmes: 'programmes_tab',
  series: 'series_title',
  packs: 'packs_title',
  trash: 'library_trash',
  settings: 'settings_title',
} as const satisfies Record<string, MessageKey>;
export type LibraryView = keyof typeof LIBRARY_VIEWS;

/** Where the reader is: a part, and the one thing opened in it. */
export interface LibraryPlace {
  view: LibraryView;
  /**
   * The article open in `articles`, the pack in `packs`, the entry of the register in `programmes`; in `library` the
   * entry whose excerpts are shown.
   */
  id?: string | undefined;
}

function isKnown(view: string): view is LibraryView {
  return Object.hasOwn(LIBRARY_VIEWS, view);
}

/** Reads a place from an address's fragment: `#articles/x1` → the article `x1`; anything unknown is the first part. */
export function placeAt(hash: string): LibraryPlace {
  const [name = '', id] = hash.replace(/^#/, '').split('/');
  return isKnown(name) ? { view: name, id: id || undefined } : { view: 'library' };
}

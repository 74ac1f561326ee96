/** The kinds of mark a page can bear, least weighty first: a later one is painted over an earlier one. */
const KINDS = ['figure', 'programme', 'clipped', 'current'] as const;
export type MarkKind = (typeof KINDS)[number];

/** Neutral names, for page script can read the registry's keys; style.css of the content script paints them. */
const NAMES: Record<MarkKind, string> = {
  figure: 'reader-a',
  programme: 'reader-b',
  clipped: 'reader-c',
  current: 'reader-d',
};

/** Paints ranges over a page without touching its DOM (CSS Custom Highlight API). */
export interface Highlighter {
  /** Replaces what is painted of a kind. */
  paint(kind: MarkKind, ranges: readonly AbstractRange[]): void;
  /** Takes away all that this highlighter painted, and nothing else. */
  clear(): void;
}

/** Makes a highlighter over a window's registry; `undefined` where the browser has none. */
export function createHighlighter(view: Window & typeof globalThis): Highlighter | undefined {
  const registry = view.CSS.highlights;
  if (!registry) return undefined;
  return {
    paint(kind, ranges) {
      const highlight = new view.Highlight();
      highlight.priority = KINDS.indexOf(kind);
      // One by one: spreading 10,000 ranges into the constructor overflows the argument list.
      for (const range of ranges) highlight.add(range);
      registry.set(NAMES[kind], highlight);
    },
    clear() {
      for (const kind of KINDS) registry.delete(NAMES[kind]);
    },
  };
}

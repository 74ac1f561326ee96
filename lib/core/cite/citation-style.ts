import * as z from 'zod';
import type { Cited } from '../citation.ts';

/** The styles that come with the program beside the Vietnamese one, which needs no processor. */
export const BUNDLED_STYLES = ['apa', 'harvard', 'vancouver'] as const;
export type BundledStyle = (typeof BUNDLED_STYLES)[number];

/** What a style is known by in profiles and packs; none is the Vietnamese one. */
export const CitationStyleId = z.string().min(1).max(400);

/** Most characters of a style that a reader may open: four times the longest that is published. */
export const LARGEST_STYLE = 1024 * 1024;

/** A style of the reader's own, opened from a `.csl` file. */
export const OwnStyle = z.object({
  /** `own:` and the address the style names itself by, so that the same style has the same id on every machine. */
  id: CitationStyleId.startsWith('own:'),
  title: z.string().min(1).max(300),
  /** The style as JSON of a `CslNode`. */
  csl: z.string().max(2 * LARGEST_STYLE),
});
export type OwnStyle = z.infer<typeof OwnStyle>;

/** A style to cite by: one that comes with the program by its name, or the reader's own with all that is in it. */
export type CitationStyle = Pick<OwnStyle, 'id' | 'csl'> | BundledStyle;

/** Cites articles in one style, each by itself and in one line of plain text, in the order given. */
export type Cite = (articles: readonly Cited[]) => Promise<readonly string[]>;

/** The style of that name that comes with the program, if it is one. */
export function bundledStyle(id: string | undefined): BundledStyle | undefined {
  return BUNDLED_STYLES.find((name) => name === id);
}

/** Finds a style among those there are; `undefined` for the Vietnamese one and for one that is not on this machine. */
export function citationStyle(
  id: string | undefined,
  own: readonly OwnStyle[],
): CitationStyle | undefined {
  return bundledStyle(id) ?? own.find((style) => style.id === id);
}

/** Reads stored styles, of which nothing is trusted; what does not fit is left out. */
export function readOwnStyles(stored: unknown): OwnStyle[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item) => {
    const parsed = OwnStyle.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

export type CitationStyleReason =
  'too_large' | 'not_xml' | 'doctype' | 'foreign' | 'dependent' | 'no_bibliography' | 'unusable';

/** A file that is no style to cite by; nothing was changed. */
export class CitationStyleError extends Error {
  override name = 'CitationStyleError';
  readonly messageKey: `citation_error_${CitationStyleReason}`;
  /** What the message names: of a style that only points at another, that one's address. */
  readonly messageArgs: readonly string[];

  constructor(reason: CitationStyleReason, ...args: readonly string[]) {
    super(`citation style: ${reason} ${args.join(' ')}`.trim());
    this.messageKey = `citation_error_${reason}`;
    this.messageArgs = args;
  }
}

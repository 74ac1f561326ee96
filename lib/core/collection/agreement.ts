import type { Annotation, Figure } from '../annotation.ts';
import { groupBy } from '../group-by.ts';
import { formatDecimal, parseDecimal } from '../recognise/decimal.ts';
import { sourceKey } from '../source-key.ts';
import { textHash } from '../text-hash.ts';

/** What of an excerpt tells whether two are of one figure, and agree; little enough to be kept of every excerpt. */
export interface FigureClip {
  id: string;
  articleId: string;
  /** Key of the page, whichever version of it. */
  page: string;
  /** The same for the same figure of the same sentence between the same neighbours, whichever version of the page. */
  place: string;
  /** Where in the article's text the figure stands. */
  start: number;
  end: number;
  said: Pick<Figure, 'kind' | 'value' | 'unit'>;
  /** Who clipped it; `''` where no name was given. */
  author: string;
}

/** One value that a figure was read as, and the excerpts that read it so. */
export interface Reading {
  /** As the first of them has it. */
  said: FigureClip['said'];
  ids: string[];
  /** Who clipped them; `''` where no name was given. */
  people: string[];
}

/** Whether all who clipped a figure read one value. */
export const VERDICTS = ['confirmed', 'disputed'] as const;

/** One figure of an article that several people clipped, each on their own. */
export interface Agreement {
  verdict: (typeof VERDICTS)[number];
  /** The value most people read first. */
  readings: Reading[];
}

/** Makes the clip of an excerpt; nothing where it is of no figure, or lies in the trash. */
export function figureClip(annotation: Annotation): FigureClip | undefined {
  const { id, articleId, target, mention, author = '', deleted } = annotation;
  if (mention?.type !== 'figure' || deleted) return undefined;
  const [{ exact, prefix, suffix }, position] = target.selector;
  const { kind, value, unit } = mention;
  return {
    id,
    articleId,
    page: sourceKey(target.source),
    place: `${textHash(JSON.stringify([exact, prefix, suffix]))}/${mention.start}`,
    start: position.start + mention.start,
    end: position.start + mention.end,
    said: { kind, value, ...(unit !== undefined && { unit }) },
    author,
  };
}

/**
 * Finds the figures that more than one person clipped from a page, and what each read. Two clips are of one figure
 * where they mark the same place of one text, or the same sentence of two versions of the page. Who gave no name may
 * be anybody, so that two names are needed to confirm.
 */
export function agreements(clips: readonly FigureClip[]): Agreement[] {
  return groupByFigure(clips).flatMap((group): Agreement[] => {
    const people = new Set(group.map(({ author }) => author));
    if (people.size < 2) return [];
    const readings = readingsOf(group);
    if (readings.length > 1) return [{ verdict: 'disputed', readings }];
    return people.size - Number(people.has('')) > 1 ? [{ verdict: 'confirmed', readings }] : [];
  });
}

function readingsOf(group: readonly FigureClip[]): Reading[] {
  const byValue = groupBy(group, ({ said }) => valueKey(said));
  return [...byValue.values()]
    .flatMap((clips) => {
      const [first] = clips;
      const people = [...new Set(clips.map(({ author }) => author))];
      return first ? [{ said: first.said, ids: clips.map(({ id }) => id), people }] : [];
    })
    .sort((a, b) => b.people.length - a.people.length);
}

/** Equal for equal values, however they are written down: `1837`, `31.3 %`, `51/51`, `1.5–2 VND`. */
function valueKey({ kind, value, unit }: FigureClip['said']): string {
  const parts = typeof value === 'string' ? value.split('/') : value;
  const numbers = parts.map((part) => formatDecimal(parseDecimal(part)));
  const shownUnit = unit ?? (kind === 'percentage' ? '%' : undefined);
  return [numbers.join(typeof value === 'string' ? '/' : '–'), shownUnit].filter(Boolean).join(' ');
}

function groupByFigure(clips: readonly FigureClip[]): FigureClip[][] {
  const groups: FigureClip[][] = [];
  for (const inText of groupBy(clips, ({ articleId }) => articleId).values()) {
    let end = -1;
    for (const clip of inText.sort((a, b) => a.start - b.start)) {
      if (clip.start < end) groups.at(-1)?.push(clip);
      else groups.push([clip]);
      end = Math.max(end, clip.end);
    }
  }
  return joinVersions(groups);
}

/** Joins what was clipped from two versions of a page. */
function joinVersions(groups: readonly FigureClip[][]): FigureClip[][] {
  const homes = new Map<string, FigureClip[]>();
  const keyOf = ({ page, place }: FigureClip) => `${page}/${place}`;
  for (const group of groups) {
    const keys = group.map(keyOf);
    const joined = new Set(keys.flatMap((key) => (homes.has(key) ? [homes.get(key) ?? []] : [])));
    const home = [...[...joined].flat(), ...group];
    for (const clip of home) homes.set(keyOf(clip), home);
  }
  return [...new Set(homes.values())];
}

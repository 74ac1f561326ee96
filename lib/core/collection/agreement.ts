import type { Annotation, Figure } from '../annotation.ts';
import { groupBy } from '../group-by.ts';
import { formatDecimal, parseDecimal } from '../recognise/decimal.ts';
import { sourceKey } from '../source-key.ts';

/** One value that a figure was read as, and the excerpts that read it so. */
export interface Reading {
  /** The exact decimals with their unit: `1837`, `31.3 %`, `51/51`, `1.5–2 VND`. */
  value: string;
  annotations: Annotation[];
  /** Who clipped them; `''` where no name was given. */
  people: string[];
}

/** One figure of an article that several people clipped, each on their own. */
export interface Agreement {
  /** The value most people read first. One reading is a confirmation, more are a disagreement. */
  readings: Reading[];
}

type Clip = Annotation & { mention: Figure };

/**
 * Finds the figures that more than one person clipped from an article, and what each read. Two clips are of one figure
 * where they mark the same place of one text, or the same sentence of two versions of the page.
 * What lies in the trash takes no part.
 */
export function agreements(annotations: readonly Annotation[]): Agreement[] {
  const clips = annotations.filter(isClip);
  return groupByFigure(clips).flatMap((group) => {
    const people = new Set(group.map(({ author = '' }) => author));
    return people.size > 1 ? [{ readings: readingsOf(group) }] : [];
  });
}

function isClip(annotation: Annotation): annotation is Clip {
  return annotation.mention?.type === 'figure' && !annotation.deleted;
}

function readingsOf(group: readonly Clip[]): Reading[] {
  const byValue = groupBy(group, ({ mention }) => valueOf(mention));
  return Array.from(byValue, ([value, annotations]) => ({
    value,
    annotations,
    people: [...new Set(annotations.map(({ author = '' }) => author))],
  })).sort((a, b) => b.people.length - a.people.length);
}

function valueOf({ kind, value, unit }: Figure): string {
  const parts = typeof value === 'string' ? value.split('/') : value;
  const numbers = parts.map((part) => formatDecimal(parseDecimal(part)));
  const shownUnit = unit ?? (kind === 'percentage' ? '%' : undefined);
  return [numbers.join(typeof value === 'string' ? '/' : '–'), shownUnit].filter(Boolean).join(' ');
}

function groupByFigure(clips: readonly Clip[]): Clip[][] {
  const groups: Clip[][] = [];
  for (const inText of groupBy(clips, ({ articleId }) => articleId).values()) {
    let end = -1;
    for (const clip of inText.sort((a, b) => startOf(a) - startOf(b))) {
      if (startOf(clip) < end) groups.at(-1)?.push(clip);
      else groups.push([clip]);
      end = Math.max(end, startOf(clip) + clip.mention.end - clip.mention.start);
    }
  }
  return joinVersions(groups);
}

/** Where in the article's text the figure stands. */
function startOf({ target, mention }: Clip): number {
  return target.selector[1].start + mention.start;
}

/** Joins what was clipped from two versions of a page. */
function joinVersions(groups: readonly Clip[][]): Clip[][] {
  const homes = new Map<string, Clip[]>();
  for (const group of groups) {
    const keys = group.map(placeKey);
    const joined = new Set(keys.flatMap((key) => (homes.has(key) ? [homes.get(key) ?? []] : [])));
    const home = [...[...joined].flat(), ...group];
    for (const clip of home) homes.set(placeKey(clip), home);
  }
  return [...new Set(homes.values())];
}

/** The same for the same figure of the same sentence between the same neighbours, whichever version of the page it is of. */
function placeKey({ target, mention }: Clip): string {
  const [{ exact, prefix, suffix }] = target.selector;
  return JSON.stringify([sourceKey(target.source), exact, prefix, suffix, mention.start]);
}

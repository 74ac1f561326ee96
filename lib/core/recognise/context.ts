import type { Block } from './blocks.ts';
import { anyOf, isLetterAt, isUpperAt, textBefore } from './boundary.ts';
import type { DateSpan } from './dates.ts';
import type { Draft } from './figure-draft.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { isListed } from './name-veto.ts';
import { periodOf, publishedIn, relativePeriod } from './periods.ts';
import { propertyInRow, propertyOf } from './properties.ts';
import type { ScanText } from './scan-text.ts';
import { findScopes } from './scopes.ts';

const TARGET = new RegExp(`(?:${anyOf(lexicon.targets)})(?![\\p{L}\\p{M}])`, 'gu');
/** How far before a figure its aim may be named. */
const REACH = 200;

/** Adds what the words around say of each figure: its period, what is measured, the body in force, aim or result. */
export function addContext(
  scan: ScanText,
  drafts: readonly Draft[],
  dates: readonly DateSpan[],
  publishedTime = '',
): void {
  const published = publishedIn(publishedTime);
  const scopes = findScopes(scan.text);
  const targets = findTargets(scan.lower);
  let target = 0;
  let scope = 0;
  let date = 0;
  let spent: DateSpan | undefined;
  let before: Draft | undefined;
  for (const draft of drafts) {
    while ((scopes[scope]?.index ?? Infinity) < draft.start) scope++;
    while ((dates[date]?.start ?? Infinity) < draft.start) date++;
    while ((targets[target]?.end ?? Infinity) <= draft.start) target++;
    const aim = targets[target - 1];
    const period = periodOf(scan, draft, { dates, next: date, spent });
    if (period?.own) spent = period.date;
    const { figure } = draft;
    const told = period ? period.date.value : published && relativePeriod(scan, draft, published);
    const property = propertyOf(scan, draft) ?? (before && propertyInRow(scan, before, draft));
    before = draft;
    const named = rowName(scan.text, draft) ?? scopes[scope - 1]?.name;
    if (told) figure.period = told;
    if (property) figure.property = property;
    if (named) figure.scope = named;
    if (aim && aim.start >= Math.max(draft.sentence, draft.start - REACH)) figure.target = true;
  }
}

const ROW_NAME = /(?:[,;:(]|và|đó) {1,2}((?:\p{Lu}\p{Ll}{0,8} ){2,4})$/u;
const LONGEST_NAME = 48;
const LONGEST_SYLLABLE = 10;

/** In a row of names with their numbers each number is of the name before it: `Lộc Sơn 71, Kim Bôi 89`. */
function rowName(text: string, { start, quantity }: Draft): string | undefined {
  if (!quantity.bare || quantity.ratio || !endsName(text, start)) return undefined;
  const name = ROW_NAME.exec(textBefore(text, start, LONGEST_NAME))?.[1]?.trim();
  return name !== undefined && isListed(text, start) ? name : undefined;
}

/** Whether the word before begins with a capital: most numbers have none there. */
function endsName(text: string, at: number): boolean {
  let start = at - 1;
  while (at - start < LONGEST_SYLLABLE && isLetterAt(text, start - 1)) start--;
  return isUpperAt(text, start);
}

/** The words that name an aim, in text order: `phấn đấu`, `dự kiến`. */
function findTargets(lower: string): Block[] {
  const targets: Block[] = [];
  TARGET.lastIndex = 0;
  for (let found = TARGET.exec(lower); found; found = TARGET.exec(lower)) {
    targets.push({ start: found.index, end: TARGET.lastIndex });
  }
  return targets;
}

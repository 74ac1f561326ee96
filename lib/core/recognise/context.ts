import type { Figure } from '../annotation.ts';
import { anyOf, WORD_END } from './boundary.ts';
import type { DateSpan } from './dates.ts';
import type { Draft } from './figures.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { periodOf, relativePeriod } from './periods.ts';
import { propertyOf } from './properties.ts';
import type { ScanText } from './scan-text.ts';
import { findScopes } from './scopes.ts';

const TARGET = new RegExp(`(?:${anyOf(lexicon.targets)})${WORD_END}`, 'u');

/** Adds what the words around say of each figure: its period, what is measured, the body in force, aim or result. */
export function addContext(
  scan: ScanText,
  drafts: readonly Draft[],
  dates: readonly DateSpan[],
  publishedTime = '',
): void {
  const scopes = findScopes(scan.text);
  let scope = 0;
  let date = 0;
  let spent: DateSpan | undefined;
  for (const draft of drafts) {
    while ((scopes[scope]?.index ?? Infinity) < draft.start) scope++;
    while ((dates[date]?.start ?? Infinity) < draft.start) date++;
    const period = periodOf(scan, draft, dates.slice(Math.max(0, date - 4), date + 1), spent);
    if (period?.own) spent = period.date;
    const found: Partial<Figure> = {
      ...optional(
        'period',
        period ? period.date.value : relativePeriod(scan, draft, publishedTime),
      ),
      ...optional('property', propertyOf(scan, draft)),
      ...optional('scope', scopes[scope - 1]?.name),
      ...(isTarget(scan, draft) && { target: true }),
    };
    Object.assign(draft.figure, found);
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}

function isTarget({ lower }: ScanText, draft: Draft): boolean {
  return TARGET.test(lower.slice(Math.max(draft.sentence, draft.start - 200), draft.start));
}

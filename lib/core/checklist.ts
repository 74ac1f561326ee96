import type { Mention } from './annotation.ts';
import type { ListedMention } from './page-state.ts';
import { foldText } from './text.ts';

/** What has become of a mention so far. */
export type Progress = 'open' | 'kept' | 'skipped';

/** Which mentions a checklist shows. */
export interface ChecklistFilter {
  /** A type, a kind, or all. */
  kind: 'all' | 'figure' | 'programme' | (string & {});
  progress: 'all' | Progress | 'flagged';
  /** Words of the mention, its subject, organisation or document, diacritics ignored. */
  words: string;
}

/** In one list, by paragraph of the article, or by kind. */
export type Grouping = 'none' | 'block' | 'kind';

/** A part of a checklist; `key` is the paragraph's number or the kind. */
export interface ChecklistGroup {
  key: string;
  /** Indexes of the article's mentions, in text order. */
  mentions: number[];
}

export const EVERYTHING: ChecklistFilter = { kind: 'all', progress: 'all', words: '' };

/** What has become of a mention. */
export function progressOf({ clip, skip }: ListedMention): Progress {
  if (clip) return 'kept';
  return skip === undefined ? 'open' : 'skipped';
}

/** What of a mention the recogniser itself says can be read in two ways. */
export function doubtsOf(mention: Mention): string[] {
  const flags = mention.type === 'figure' ? mention.flags : undefined;
  return (flags ?? []).filter((flag) => flag.startsWith('ambiguous'));
}

/** Whether arithmetic or the recogniser itself has a doubt about the mention. */
export function isFlagged({ mention, checks }: ListedMention): boolean {
  const isOff = checks.some(({ verdict }) => verdict === 'mismatch' || verdict === 'truncated');
  return isOff || doubtsOf(mention).length > 0;
}

/** Indexes of the mentions a filter lets through, in text order. */
export function filterMentions(
  mentions: readonly ListedMention[],
  filter: ChecklistFilter,
): number[] {
  const words = foldText(filter.words).split(' ').filter(Boolean);
  return mentions.flatMap((listed, at) =>
    isOfKind(listed, filter.kind) && isAtStage(listed, filter.progress) && hasWords(listed, words)
      ? [at]
      : [],
  );
}

/** Parts a list of mention indexes, keeping text order within each part and of first appearance between them. */
export function groupMentions(
  indexes: readonly number[],
  mentions: readonly ListedMention[],
  grouping: Grouping,
): ChecklistGroup[] {
  const groups = new Map<string, number[]>();
  for (const at of indexes) {
    const listed = mentions[at];
    if (!listed) continue;
    const key = keyOf(listed, grouping);
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return [...groups].map(([key, each]) => ({ key, mentions: each }));
}

/**
 * The mention a step away from `current` in the list shown, around the ends; from one that the list shows no more, the
 * one that stands next to it in the text.
 */
export function stepAmong(
  shown: readonly number[],
  current: number | undefined,
  step: 1 | -1,
): number | undefined {
  if (shown.length === 0) return undefined;
  const place = current === undefined ? -1 : shown.indexOf(current);
  if (place >= 0) return shown[(place + step + shown.length) % shown.length];
  const ordered = step === 1 ? shown : shown.toReversed();
  const isBeyond = (at: number) => (at - (current ?? -Infinity * step)) * step > 0;
  return ordered.find(isBeyond) ?? ordered[0];
}

function isOfKind({ mention }: ListedMention, kind: ChecklistFilter['kind']): boolean {
  return kind === 'all' || mention.type === kind || mention.kind === kind;
}

function isAtStage(listed: ListedMention, progress: ChecklistFilter['progress']): boolean {
  if (progress === 'all') return true;
  return progress === 'flagged' ? isFlagged(listed) : progressOf(listed) === progress;
}

function hasWords({ mention }: ListedMention, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const known =
    mention.type === 'figure'
      ? [mention.subject, mention.property, mention.scope]
      : [mention.number, mention.issuer, mention.title, mention.alias];
  const text = foldText([mention.exact, ...known].filter(Boolean).join(' '));
  return words.every((word) => text.includes(word));
}

function keyOf({ block, mention }: ListedMention, grouping: Grouping): string {
  if (grouping === 'block') return String(block + 1);
  return grouping === 'kind' ? mention.kind : '';
}

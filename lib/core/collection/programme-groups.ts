import type { CitingExcerpt } from './programme-citation.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { ProgrammeEntry } from './programme-entry.ts';
import { isVerdict, ownKeys } from './programme-hand.ts';
import type { ProgrammeLink, ProgrammeNode } from './programme-graph.ts';
import type { MergeReason } from './same-document.ts';

/** One document or programme of the register. */
export interface ProgrammeGroup {
  /** The record a person made of it first, else its fullest key. */
  id: string;
  /** Of the derivation, in order. */
  keys: string[];
  nodes: ProgrammeNode[];
  /** Excerpts put here by hand. */
  pinned: CitingExcerpt[];
  /** What people said of it, the latest first. */
  records: ProgrammeEntry[];
}

/** Two entries that may be one, for a person to say. */
export interface ProposedMerge {
  one: string;
  other: string;
  reason: MergeReason;
}

export interface Grouping {
  groups: ProgrammeGroup[];
  proposals: ProposedMerge[];
}

interface Derived {
  nodes: ReadonlyMap<string, ProgrammeNode>;
  links: readonly ProgrammeLink[];
}

/**
 * Puts the keys that are one document together. What people said comes first, the latest of it before the earlier;
 * the derivation joins what is left, and only proposes where it cannot know.
 */
export function groupProgrammes(
  { nodes, links }: Derived,
  records: readonly ProgrammeEntry[],
  pinned: ReadonlyMap<string, readonly CitingExcerpt[]>,
): Grouping {
  const sets = joined(links, records, currentKeys(nodes, records));
  const groups = new Map<string, ProgrammeGroup>();
  const groupOf = (item: string) => {
    const root = sets.rootOf(item);
    const group = groups.get(root) ?? { id: '', keys: [], nodes: [], pinned: [], records: [] };
    groups.set(root, group);
    return group;
  };
  for (const [key, node] of nodes) {
    const group = groupOf(key);
    group.keys.push(key);
    group.nodes.push(node);
  }
  for (const record of records) {
    if (!isVerdict(record)) groupOf(itemOf(record)).records.push(record);
  }
  for (const [id, excerpts] of pinned) groupOf(`record ${id}`).pinned.push(...excerpts);
  for (const group of groups.values()) complete(group);
  return { groups: [...groups.values()], proposals: proposalsOf(links, sets, groups) };
}

/** A record's place among the keys. */
function itemOf({ id }: Pick<ProgrammeEntry, 'id'>): string {
  return `record ${id}`;
}

/**
 * What keys that records name are called now: a short reference gets another key when its article's full one is clipped.
 * A key that could be several now stays as it is.
 */
function currentKeys(
  nodes: Derived['nodes'],
  records: readonly ProgrammeEntry[],
): (key: string) => string {
  const named = records.flatMap((record) => [...ownKeys(record), ...(record.distinctFrom ?? [])]);
  const gone = new Set(named.filter((key) => !nodes.has(key)));
  const now = new Map<string, string | undefined>();
  for (const [key, { citations }] of gone.size > 0 ? nodes : []) {
    for (const alias of [...citations].flatMap(({ aliases }) => aliases)) {
      if (gone.has(alias))
        now.set(alias, !now.has(alias) || now.get(alias) === key ? key : undefined);
    }
  }
  return (key) => now.get(key) ?? key;
}

function joined(
  links: readonly ProgrammeLink[],
  records: readonly ProgrammeEntry[],
  currentKey: (key: string) => string,
): DisjointSets {
  const sets = new DisjointSets();
  for (const record of records.toSorted(latestFirst)) {
    const keys = ownKeys(record).map(currentKey);
    for (const key of isVerdict(record) ? [] : keys) sets.join(itemOf(record), key);
    for (const other of (record.distinctFrom ?? []).map(currentKey)) {
      for (const key of keys) sets.part(key, other);
    }
  }
  for (const { one, other, sameness } of links) if (sameness === 'one') sets.join(one, other);
  return sets;
}

/** Orders records: the latest word first. */
export function latestFirst(one: ProgrammeEntry, other: ProgrammeEntry): number {
  if (one.modified !== other.modified) return one.modified > other.modified ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Orders what it holds, whatever came first, and names it. */
function complete(group: ProgrammeGroup): void {
  group.keys.sort();
  group.nodes.sort((a, b) => (a.key < b.key ? -1 : 1));
  group.records.sort(latestFirst);
  const first = group.records.map(({ id }) => id).sort()[0];
  group.id = first ?? fullestKey(group.keys);
}

/** The key that tells most; of equal ones the first. */
export function fullestKey(keys: readonly string[]): string {
  return keys.reduce((best, key) => (fullness(key) > fullness(best) ? key : best), keys[0] ?? '');
}

/** What is assumed, or only binds a key to its article, tells nothing. */
function fullness(key: string): number {
  return key.split('|').filter((part) => part && !/^[~@]/.test(part)).length;
}

function proposalsOf(
  links: readonly ProgrammeLink[],
  sets: DisjointSets,
  groups: ReadonlyMap<string, ProgrammeGroup>,
): ProposedMerge[] {
  const proposals = new Map<string, ProposedMerge>();
  for (const { one, other, sameness } of links) {
    const [a, b] = [sets.rootOf(one), sets.rootOf(other)].sort() as [string, string];
    if (sameness === 'one' || a === b || sets.areApart(a, b)) continue;
    const [first, second] = [groups.get(a)?.id, groups.get(b)?.id];
    if (first === undefined || second === undefined || proposals.has(`${a}\n${b}`)) continue;
    proposals.set(`${a}\n${b}`, { one: first, other: second, reason: sameness });
  }
  return [...proposals.values()];
}

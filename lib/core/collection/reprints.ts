import { searchWords } from './search-words.ts';

/** Words a shingle has: long enough that two articles do not share one by chance. */
const SHINGLE = 5;
/** Shingles kept of a text; the estimate of what two share is within some eight per cent of it. */
const KEPT = 128;
/** A text shorter than this says too little to be told from another. */
const LEAST_WORDS = 40;
/** What more articles share than this is a paper's furniture, not an article told twice. */
const FURNITURE = 40;
/** Two articles sharing so much are proposed as one. */
const ALIKE = 0.6;
/** Fewer shared hashes are not worth an estimate. */
const LEAST_SHARED = 8;

/** A text's fingerprint: the lowest hashes of its shingles, ascending; none of a text too short. */
export type Fingerprint = readonly number[];

/** Takes the fingerprint of an article's text (bottom-k MinHash); letter case, diacritics and marks do not count. */
export function fingerprint(text: string): Fingerprint {
  const words = searchWords(text).split(' ');
  if (words.length < LEAST_WORDS) return [];
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    hashes.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  }
  return Array.from(Uint32Array.from(hashes).sort().subarray(0, KEPT));
}

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Estimates how much two texts share, 0 to 1 (Jaccard index of their shingles). */
export function likeness(one: Fingerprint, other: Fingerprint): number {
  const union = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, KEPT);
  if (one.length === 0 || other.length === 0) return 0;
  const [ones, others] = [new Set(one), new Set(other)];
  return union.filter((value) => ones.has(value) && others.has(value)).length / union.length;
}

/** Are two texts so much alike that one is likely a reprint of the other? */
export function isReprint(one: Fingerprint, other: Fingerprint): boolean {
  return likeness(one, other) >= ALIKE;
}

/** Two articles that may be one. */
export interface ReprintPair {
  one: string;
  other: string;
  likeness: number;
}

/** Finds the pairs of articles whose texts are alike, the most alike first. */
export function findReprints(fingerprints: ReadonlyMap<string, Fingerprint>): ReprintPair[] {
  const holders = new Map<number, string[]>();
  for (const [id, hashes] of fingerprints) {
    for (const value of hashes) {
      const known = holders.get(value);
      if (known) known.push(id);
      else holders.set(value, [id]);
    }
  }
  const shared = new Map<string, Map<string, number>>();
  for (const ids of holders.values()) {
    if (ids.length > 1 && ids.length <= FURNITURE) countPairs(shared, ids);
  }
  const pairs: ReprintPair[] = [];
  for (const [one, others] of shared) {
    for (const [other, count] of others) {
      if (count < LEAST_SHARED) continue;
      const share = likeness(fingerprints.get(one) ?? [], fingerprints.get(other) ?? []);
      if (share >= ALIKE) pairs.push({ one, other, likeness: share });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

function countPairs(shared: Map<string, Map<string, number>>, ids: readonly string[]): void {
  for (const [at, one] of ids.entries()) {
    const others = shared.get(one) ?? new Map<string, number>();
    for (const other of ids.slice(at + 1)) others.set(other, (others.get(other) ?? 0) + 1);
    shared.set(one, others);
  }
}

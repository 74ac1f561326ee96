/**
 * An excerpt's history: a set of states that only grows. A state names the states it took the place of (`parents`);
 * one that is nobody's parent is a head. One head is the excerpt as it is; where two people changed one excerpt apart
 * there are more, all are kept, the same one is shown everywhere (`headsOf`), and a later state made of them, with all
 * of them as parents, ends the conflict. Joining two collections is the union of their states, whatever the order.
 */
import * as z from 'zod';
import { Annotation } from '../annotation.ts';
import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../sha256.ts';

/** A state of an excerpt other than the one shown. */
export const Revision = z.object({
  /** `revisionOf(annotation)`. */
  id: z.string(),
  annotationId: z.uuid(),
  annotation: Annotation,
});
export type Revision = z.infer<typeof Revision>;

/** 128 bits: no two states of any collection share an id by chance. */
const DIGITS = 32;

/** The id a state has from what it says and what it took the place of: the SHA-256 of its canonical JSON, cut short. */
export function revisionId(state: Annotation): string {
  return sha256(canonicalJson({ ...state, revision: undefined })).slice(0, DIGITS);
}

/** The id a state was given when it was made; it stays the same when a later version of Trích Báo adds fields. */
export function revisionOf(state: Annotation): string {
  return state.revision ?? revisionId(state);
}

/** The state with its id written into it. */
export function stamped(state: Annotation): Annotation {
  return { ...state, revision: revisionOf(state) };
}

/** Who changes something, when; `by` is absent where the reader has given no name. */
export interface Deed {
  now: Date;
  by?: string | undefined;
}

/**
 * Makes the state that takes the place of `before` and of every head in `settled`, saying what `content` says.
 * It is later than all of them and than the `rivals` that stay, whatever this machine's clock shows, so that it is shown.
 */
export function nextState(
  before: Annotation,
  content: Annotation,
  { now, by }: Deed,
  heads: { settled?: readonly Annotation[]; rivals?: readonly Annotation[] } = {},
): Annotation {
  const { settled = [], rivals = [] } = heads;
  const { editor: _, revision: __, ...rest } = content;
  const known = [before, ...settled, ...rivals].map(({ modified }) => Date.parse(modified));
  const time = Math.max(now.getTime(), ...known.map((each) => each + 1));
  return stamped({
    ...rest,
    ...(by && { editor: by }),
    modified: new Date(time).toISOString(),
    parents: [before, ...settled].map(revisionOf),
  });
}

/** Orders states as they were made, the latest first; of two made in one millisecond the id decides, everywhere alike. */
export function latestFirst(one: Annotation, other: Annotation): number {
  if (one.modified !== other.modified) return one.modified < other.modified ? 1 : -1;
  return revisionOf(one) < revisionOf(other) ? 1 : -1;
}

/** The states that no other has taken the place of, the one shown first. States that name each other are all heads. */
export function headsOf(states: readonly Annotation[]): Annotation[] {
  const replaced = new Set(states.flatMap(({ parents = [] }) => parents));
  const heads = states.filter((state) => !replaced.has(revisionOf(state)));
  return [...(heads.length > 0 ? heads : states)].sort(latestFirst);
}

/** Whether two states say the same; who said it, and when, aside. */
export function isSameContent(one: Annotation, other: Annotation): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf(state: Annotation): string {
  const { review } = state;
  return canonicalJson({
    ...state,
    revision: undefined,
    parents: undefined,
    editor: undefined,
    modified: undefined,
    review: review && { ...review, at: undefined, by: undefined },
  });
}

/** All states of one excerpt, parted into the one shown and the others. */
export interface History {
  shown: Annotation;
  /** `isHead` where nothing has taken the state's place: it competes with the one shown. */
  others: { state: Annotation; isHead: boolean }[];
}

/**
 * Joins states of one excerpt from two collections; of two that claim one id the first stays.
 * Throws RangeError where there is none.
 */
export function joinStates(own: readonly Annotation[], incoming: readonly Annotation[]): History {
  const [only] = incoming;
  if (only && own.length === 0 && incoming.length === 1) return { shown: only, others: [] };
  const states = new Map<string, Annotation>();
  for (const state of [...own, ...incoming]) {
    const id = revisionOf(state);
    if (!states.has(id)) states.set(id, state);
  }
  const heads = headsOf([...states.values()]);
  const [shown] = heads;
  if (!shown) throw new RangeError('a history without a state');
  const others = [...states.values()].filter((state) => state !== shown).sort(latestFirst);
  return { shown, others: others.map((state) => ({ state, isHead: heads.includes(state) })) };
}

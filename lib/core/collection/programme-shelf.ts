import type { ProgrammeKind } from '../annotation.ts';
import type { Source } from './excerpt.ts';
import { programmeValue } from './facets.ts';
import type { CitingExcerpt } from './programme-citation.ts';
import type { CitingArticle, LikeProgramme, OpenProgramme } from './programme-desk.ts';
import type { ProgrammeGroup } from './programme-groups.ts';
import { entryWords, type ListedProgramme } from './programme-list.ts';
import type { ProgrammeRegister, Register } from './programme-register.ts';
import { excerptsOf, summarise } from './programme-summary.ts';
import type { Chosen } from './search-index.ts';

/** What the interface calls a kind. */
export type LabelOfKind = (kind: ProgrammeKind) => string;

/** A register listed, kept with what it was made from: most entries are the same after a change as before. */
interface Listing {
  register: Register;
  entries: readonly ListedProgramme[];
  /** By id: an entry as it was when its group was in a state. */
  known: Map<string, { state: string; entry: ListedProgramme }>;
}

const listings = new WeakMap<ProgrammeRegister, Listing>();

/** Entries summed up in one step. */
const STEP = 200;

/** Lists all entries of a register, in steps; those that did not change since are not summed up again. */
export function* listRegister(
  source: ProgrammeRegister,
  labelOfKind: LabelOfKind,
): Generator<void, readonly ListedProgramme[]> {
  const register = source.read();
  const before = listings.get(source);
  if (before?.register === register) return before.entries;
  const known: Listing['known'] = new Map();
  const proposals = countProposals(register);
  let summedUp = 0;
  for (const group of register.groups) {
    const liked = proposals.get(group.id) ?? 0;
    const state = stateOf(group, liked);
    const last = before?.known.get(group.id);
    const isKnown = last?.state === state;
    known.set(group.id, isKnown ? last : { state, entry: listed(group, liked, labelOfKind) });
    if (!isKnown && ++summedUp % STEP === 0) yield;
  }
  const entries = Array.from(known.values(), ({ entry }) => entry);
  listings.set(source, { register, entries, known });
  return entries;
}

function listed(
  group: ProgrammeGroup,
  proposals: number,
  labelOfKind: LabelOfKind,
): ListedProgramme {
  const summary = summarise(group);
  const words = entryWords(summary, labelOfKind(summary.kind));
  return { ...summary, proposals, words };
}

function stateOf({ nodes, records, pinned }: ProgrammeGroup, proposals: number): string {
  return [
    proposals,
    ...nodes.map(({ version }) => version),
    ...records.map(({ id, modified }) => id + modified),
    ...pinned.map(({ id }) => id),
  ].join(' ');
}

function countProposals({ proposals }: Register): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { one, other } of proposals) {
    for (const id of [one, other]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Those shown to be like an entry; a bare number may be like hundreds. */
const MOST_LIKE = 10;

/** Opens an entry: the articles that cite it, those it may be one with, and what narrows the library to it. */
export function openEntry(
  group: ProgrammeGroup,
  listed: readonly ListedProgramme[],
  register: Register,
  sources: ReadonlyMap<string, Source>,
): OpenProgramme | undefined {
  const byId = new Map(listed.map((entry) => [entry.id, entry]));
  const entry = byId.get(group.id);
  if (!entry) return undefined;
  const excerpts = excerptsOf(group);
  return {
    entry,
    articles: byArticle(excerpts, sources),
    like: likeOf(group.id, register, byId),
    narrow: narrowTo(excerpts),
  };
}

function byArticle(
  excerpts: readonly CitingExcerpt[],
  sources: ReadonlyMap<string, Source>,
): CitingArticle[] {
  const grouped = Map.groupBy(excerpts, ({ articleId }) => articleId);
  return Array.from(grouped, ([articleId, some]) => ({
    articleId,
    article: sources.get(articleId),
    excerpts: some.map(({ id }) => id),
  }));
}

function likeOf(
  id: string,
  { proposals }: Register,
  byId: ReadonlyMap<string, ListedProgramme>,
): LikeProgramme[] {
  return proposals
    .filter(({ one, other }) => one === id || other === id)
    .flatMap(({ one, other, reason }) => {
      const entry = byId.get(one === id ? other : one);
      return entry ? [{ entry, reason }] : [];
    })
    .sort((a, b) => b.entry.excerpts - a.entry.excerpts)
    .slice(0, MOST_LIKE);
}

/** Articles a search names; what more of them cite is not mistaken for another. */
const MOST_NAMED = 500;

/** What the excerpts call it, in the articles that cite it: another's short number elsewhere is not meant. */
function narrowTo(excerpts: readonly CitingExcerpt[]): Chosen {
  const programme = [...new Set(excerpts.map((each) => programmeValue(each.programme)))];
  const article = [...new Set(excerpts.map(({ articleId }) => articleId))];
  return article.length > MOST_NAMED ? { programme } : { programme, article };
}

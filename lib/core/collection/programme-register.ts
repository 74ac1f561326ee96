import { citationsOf, type Citation, type CitingExcerpt } from './programme-citation.ts';
import type { ProgrammeEntry } from './programme-entry.ts';
import { ProgrammeGraph } from './programme-graph.ts';
import {
  groupProgrammes,
  latestFirst,
  type Grouping,
  type ProgrammeGroup,
} from './programme-groups.ts';
import { isSelfMade, selfCitation } from './programme-hand.ts';

/** A register as it stands: every document or programme once. */
export interface Register extends Grouping {
  byId: ReadonlyMap<string, ProgrammeGroup>;
  byKey: ReadonlyMap<string, ProgrammeGroup>;
}

/**
 * Every document and programme that excerpts cite, each once. Excerpts are put in and taken out as they change; the
 * register is made when it is asked for, from what changed since: articles are read anew one by one.
 */
export class ProgrammeRegister {
  readonly #excerpts = new Map<string, CitingExcerpt>();
  readonly #byArticle = new Map<string, Set<string>>();
  readonly #citations = new Map<string, readonly Citation[]>();
  readonly #graph = new ProgrammeGraph();
  readonly #stale = new Set<string>();
  #records: readonly ProgrammeEntry[] = [];
  #selfMade: readonly Citation[] = [];
  #pinnedTo = new Map<string, string>();
  #register: Register | undefined;

  /** Takes an excerpt in, in the place of what was known of it. */
  put(excerpt: CitingExcerpt): void {
    const { id, articleId } = excerpt;
    const known = this.#excerpts.get(id);
    if (known && isSame(known, excerpt)) return;
    this.remove(id);
    this.#excerpts.set(id, excerpt);
    this.#byArticle.set(articleId, (this.#byArticle.get(articleId) ?? new Set()).add(id));
    this.#spoil(articleId);
  }

  remove(id: string): void {
    const known = this.#excerpts.get(id);
    if (!known) return;
    this.#excerpts.delete(id);
    const others = this.#byArticle.get(known.articleId);
    others?.delete(id);
    if (others?.size === 0) this.#byArticle.delete(known.articleId);
    this.#spoil(known.articleId);
  }

  /** Takes in all that people say of entries; what is deleted says nothing. */
  setRecords(records: readonly ProgrammeEntry[]): void {
    this.#records = records.filter(({ deleted }) => !deleted);
    const before = this.#pinnedTo;
    this.#pinnedTo = pinsOf(this.#records);
    for (const id of new Set([...before.keys(), ...this.#pinnedTo.keys()])) {
      const articleId = this.#excerpts.get(id)?.articleId;
      if (articleId !== undefined && before.get(id) !== this.#pinnedTo.get(id))
        this.#spoil(articleId);
    }
    for (const citation of this.#selfMade) this.#graph.remove(citation);
    this.#selfMade = this.#records.filter(isSelfMade).map(selfCitation);
    for (const citation of this.#selfMade) this.#graph.add(citation);
    this.#register = undefined;
  }

  get records(): readonly ProgrammeEntry[] {
    return this.#records;
  }

  /** Reads some of the articles that have changed, or compares some of what they cite; gives whether more is left. */
  settle(count: number): boolean {
    let left = count;
    for (const articleId of this.#stale) {
      if (left-- === 0) return true;
      this.#stale.delete(articleId);
      this.#reread(articleId);
      this.#register = undefined;
    }
    return this.#graph.settle(count);
  }

  /** The register as it stands now. */
  read(): Register {
    if (this.#register && this.#stale.size === 0) return this.#register;
    this.settle(Infinity);
    const derived = { nodes: this.#graph.nodes, links: this.#graph.links() };
    const grouping = groupProgrammes(derived, this.#records, this.#pinned());
    const byId = new Map(grouping.groups.map((group) => [group.id, group]));
    this.#register = { ...grouping, byId, byKey: groupsByKey(grouping.groups) };
    return this.#register;
  }

  /** The key an excerpt has where nobody says otherwise. */
  derivedKeyOf(id: string): string | undefined {
    const articleId = this.#excerpts.get(id)?.articleId;
    const ids = [...(this.#byArticle.get(articleId ?? '') ?? [])];
    const citations = citationsOf(ids.flatMap((each) => this.#excerpts.get(each) ?? []));
    return citations.find(({ excerpts }) => excerpts.some((each) => each.id === id))?.key;
  }

  /** An entry by its id, or by any key of it. */
  find(id: string): ProgrammeGroup | undefined {
    const { byId, byKey } = this.read();
    return byId.get(id) ?? byKey.get(id);
  }

  /** The entries that a record of these words is surely one with. */
  match(record: ProgrammeEntry): ProgrammeGroup[] {
    const { byKey } = this.read();
    const keys = this.#graph.keysLike(selfCitation(record));
    return [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
  }

  #spoil(articleId: string): void {
    this.#stale.add(articleId);
  }

  #reread(articleId: string): void {
    for (const citation of this.#citations.get(articleId) ?? []) this.#graph.remove(citation);
    const ids = [...(this.#byArticle.get(articleId) ?? [])].filter((id) => !this.#pinnedTo.has(id));
    const citations = citationsOf(ids.flatMap((id) => this.#excerpts.get(id) ?? []));
    for (const citation of citations) this.#graph.add(citation);
    if (citations.length > 0) this.#citations.set(articleId, citations);
    else this.#citations.delete(articleId);
  }

  #pinned(): Map<string, CitingExcerpt[]> {
    const pinned = new Map<string, CitingExcerpt[]>();
    for (const [id, recordId] of this.#pinnedTo) {
      const excerpt = this.#excerpts.get(id);
      if (excerpt) pinned.set(recordId, [...(pinned.get(recordId) ?? []), excerpt]);
    }
    return pinned;
  }
}

/** A key that a person named still leads to its entry when all excerpts of it are split off. */
function groupsByKey(groups: readonly ProgrammeGroup[]): Map<string, ProgrammeGroup> {
  const byKey = new Map<string, ProgrammeGroup>();
  for (const group of groups) {
    for (const key of group.records.flatMap(({ keys }) => keys)) byKey.set(key, group);
  }
  for (const group of groups) for (const key of group.keys) byKey.set(key, group);
  return byKey;
}

/** By excerpt: the record it is put into, of several the one that said so last. */
function pinsOf(records: readonly ProgrammeEntry[]): Map<string, string> {
  const earliestFirst = records.toSorted(latestFirst).toReversed();
  return new Map(earliestFirst.flatMap(({ id, excerpts }) => excerpts.map((each) => [each, id])));
}

/** Excerpts are written anew for a tag; only what names the document counts. */
function isSame(one: CitingExcerpt, other: CitingExcerpt): boolean {
  return (
    one.articleId === other.articleId &&
    one.published === other.published &&
    one.home === other.home &&
    one.place === other.place &&
    JSON.stringify(one.programme) === JSON.stringify(other.programme)
  );
}

import type { Citation } from './programme-citation.ts';
import { bucketsOf, compareDocuments, type DatedFacts, type Sameness } from './same-document.ts';

/** The citations of one key. */
export interface ProgrammeNode extends DatedFacts {
  key: string;
  citations: ReadonlySet<Citation>;
  /** Rises with every change of it. */
  version: number;
}

type Entered = ProgrammeNode & { citations: Set<Citation> };

/** What the comparison of two nodes came to, where they are or may be one. */
export interface ProgrammeLink {
  one: string;
  other: string;
  sameness: Exclude<Sameness, 'other'>;
}

/** Nodes that share a number or name compared each with each, up to so many; a hostile file may bring thousands. */
const MOST_COMPARED = 300;
/** … and then each with so many that follow it. */
const NEAR = 30;

/**
 * All citations of a collection by key, and which keys are or may be of one document. Only keys that share a number or
 * name are compared, and those again only after one of them changed.
 */
export class ProgrammeGraph {
  readonly #nodes = new Map<string, Entered>();
  readonly #buckets = new Map<string, Set<string>>();
  readonly #links = new Map<string, readonly ProgrammeLink[]>();
  #version = 0;

  get nodes(): ReadonlyMap<string, ProgrammeNode> {
    return this.#nodes;
  }

  add(citation: Citation): void {
    const { key, facts, assumed } = citation;
    const node = this.#nodes.get(key) ?? this.#enter({ key, facts, assumed });
    node.citations.add(citation);
    node.version = ++this.#version;
    const published = publishedOf(citation);
    if (published !== undefined && !(node.latest !== undefined && node.latest >= published)) {
      this.#date(node, published);
    }
  }

  remove(citation: Citation): void {
    const node = this.#nodes.get(citation.key);
    if (!node?.citations.delete(citation)) return;
    node.version = ++this.#version;
    if (node.citations.size === 0) this.#leave(node);
    else if (publishedOf(citation) === node.latest) {
      const days = [...node.citations].flatMap((each) => publishedOf(each) ?? []).sort();
      this.#date(node, days.at(-1));
    }
  }

  /** Compares about so many keys, each with those it shares a number or name with; gives whether more is to be compared. */
  settle(count: number): boolean {
    let left = count;
    for (const [bucket, keys] of this.#buckets) {
      if (this.#links.has(bucket)) continue;
      if (left <= 0) return true;
      left -= keys.size;
      this.#links.set(bucket, this.#compare([...keys].sort()));
    }
    return false;
  }

  /** In the order of the keys, whatever came first. */
  links(): ProgrammeLink[] {
    this.settle(Infinity);
    return [...this.#links.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, links]) => links);
  }

  /** The keys that a citation's document is surely one with. */
  keysLike({ key, facts, assumed }: Citation): string[] {
    const near = new Set(
      bucketsOf(facts).flatMap((bucket) => Array.from(this.#buckets.get(bucket) ?? [])),
    );
    return [...near].filter((other) => {
      const node = this.#nodes.get(other);
      return other === key || (node && compareDocuments({ facts, assumed }, node) === 'one');
    });
  }

  #enter(facts: Pick<ProgrammeNode, 'key' | 'facts' | 'assumed'>): Entered {
    const node = { ...facts, citations: new Set<Citation>(), version: 0 };
    this.#nodes.set(node.key, node);
    for (const bucket of bucketsOf(node.facts)) {
      const keys = this.#buckets.get(bucket) ?? new Set();
      this.#buckets.set(bucket, keys.add(node.key));
      this.#links.delete(bucket);
    }
    return node;
  }

  #leave({ key, facts }: ProgrammeNode): void {
    this.#nodes.delete(key);
    for (const bucket of bucketsOf(facts)) {
      const keys = this.#buckets.get(bucket);
      keys?.delete(key);
      if (keys?.size === 0) this.#buckets.delete(bucket);
      this.#links.delete(bucket);
    }
  }

  #date(node: Entered, latest: string | undefined): void {
    node.latest = latest;
    for (const bucket of bucketsOf(node.facts)) this.#links.delete(bucket);
  }

  #compare(keys: readonly string[]): ProgrammeLink[] {
    const near = keys.length > MOST_COMPARED ? NEAR : keys.length;
    const links = keys.flatMap((one, at) =>
      keys.slice(at + 1, at + 1 + near).flatMap((other) => {
        const sameness = this.#compareTwo(one, other);
        return sameness === 'other' ? [] : [{ one, other, sameness }];
      }),
    );
    return withoutAmbiguous(links, (a, b) => this.#compareTwo(a, b) === 'other');
  }

  #compareTwo(one: string, other: string): Sameness {
    const [a, b] = [this.#nodes.get(one), this.#nodes.get(other)];
    return a && b ? compareDocuments(a, b) : 'other';
  }
}

function publishedOf({ excerpts }: Citation): string | undefined {
  return excerpts[0]?.published;
}

/** What is one with two that are not one with each other may be either: that is for a person to say. */
function withoutAmbiguous(
  links: readonly ProgrammeLink[],
  areOther: (a: string, b: string) => boolean,
): ProgrammeLink[] {
  const neighbours = new Map<string, string[]>();
  for (const { one, other, sameness } of links) {
    if (sameness !== 'one') continue;
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
    neighbours.set(other, [...(neighbours.get(other) ?? []), one]);
  }
  const isAmbiguous = (key: string) => {
    const near = neighbours.get(key) ?? [];
    return near.some((a, at) => near.slice(at + 1).some((b) => areOther(a, b)));
  };
  const ambiguous = new Set([...neighbours.keys()].filter(isAmbiguous));
  return links.map((link) =>
    link.sameness === 'one' && (ambiguous.has(link.one) || ambiguous.has(link.other))
      ? { ...link, sameness: 'term_unknown' }
      : link,
  );
}

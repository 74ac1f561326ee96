import type { SeriesJudgement } from '../series-judgement.ts';
import { loneKey, readKey, type Claim } from './claim.ts';

type Judgement = Pick<SeriesJudgement, 'id' | 'verdict' | 'of' | 'modified'>;

/** Separates the two keys of a pair; keys are JSON and hold none. */
const BETWEEN = '\n';

/**
 * What people said of series and excerpts, made ready to be asked. The order judgements come in makes no difference:
 * of two that contradict each other the later holds.
 */
export class JudgedGroups {
  readonly #parents = new Map<string, string>();
  /** Pairs of keys said to be apart. */
  readonly #apart = new Set<string>();
  /** By excerpt: what was said of it, the latest first. */
  readonly #excerpts = new Map<string, Judgement[]>();
  /** `#apart`, by what stands for the keys once all is joined. */
  #rooted: ReadonlySet<string> | undefined;

  constructor(judgements: readonly Judgement[]) {
    for (const judgement of [...judgements].sort(latestFirst)) {
      const [one, other] = judgement.of;
      if (isExcerpt(one)) this.#judgeExcerpt(one, judgement);
      else if (judgement.verdict === 'apart') this.#apart.add(pairKey(one, other));
      else this.#join(one, other);
    }
  }

  /** The key that stands for a series and all that people joined to it: the lowest of theirs. */
  rootOf(key: string): string {
    let root = key;
    for (let parent = this.#parents.get(root); parent !== undefined;) {
      root = parent;
      parent = this.#parents.get(root);
    }
    return root;
  }

  /** The series an excerpt is in: where a person put it, alone where it was taken out, else its own. */
  homeOf({ id, key, comparable }: Pick<Claim, 'id' | 'key' | 'comparable'>): string {
    const left = new Set<string>();
    for (const { verdict, of } of this.#excerpts.get(id) ?? []) {
      const [, series] = of;
      if (verdict === 'apart') left.add(series);
      else if (!left.has(series) && readKey(series).comparable === comparable) return series;
    }
    return left.has(key) ? loneKey(id) : key;
  }

  /** Whether a person said of two keys, or of two series that hold them, that they are not one. */
  isApart(one: string, other: string): boolean {
    this.#rooted ??= this.#rootsApart();
    return this.#rooted.has(pairKey(this.rootOf(one), this.rootOf(other)));
  }

  #rootsApart(): Set<string> {
    const roots = Array.from(this.#apart, (pair) => {
      const [one = '', other = ''] = pair.split(BETWEEN);
      return pairKey(this.rootOf(one), this.rootOf(other));
    });
    return new Set(roots);
  }

  #judgeExcerpt(id: string, judgement: Judgement): void {
    const known = this.#excerpts.get(id);
    if (known) known.push(judgement);
    else this.#excerpts.set(id, [judgement]);
  }

  /** Joins two series, unless that would join what was later said to be apart. */
  #join(one: string, other: string): void {
    const { comparable } = readKey(one);
    if (!comparable || comparable !== readKey(other).comparable) return;
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a === b || this.#rootsApart().has(pairKey(a, b))) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    this.#parents.set(high, low);
  }
}

function pairKey(one: string, other: string): string {
  return one < other ? one + BETWEEN + other : other + BETWEEN + one;
}

/** Keys of series are JSON lists; ids of excerpts are not. */
function isExcerpt(name: string): boolean {
  return !name.startsWith('[');
}

function latestFirst(one: Judgement, other: Judgement): number {
  if (one.modified !== other.modified) return one.modified > other.modified ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

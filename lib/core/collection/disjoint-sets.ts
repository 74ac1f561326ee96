/** Sets of texts that grow together; two of which it was said that they stay apart are never joined. */
export class DisjointSets {
  readonly #parents = new Map<string, string>();
  readonly #apart = new Map<string, Set<string>>();

  /** The one that stands for its set. */
  rootOf(item: string): string {
    let root = item;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root))
      root = up;
    // Flattened, so that the next look is short.
    for (let at = item; at !== root;) {
      const up = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }

  areApart(one: string, other: string): boolean {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    for (const each of this.#apart.get(a) ?? []) if (this.rootOf(each) === b) return true;
    return false;
  }

  /** Says that two stay apart, unless they are together already. */
  part(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a === b) return;
    this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b));
    this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a));
  }

  /** Joins the sets of two, unless they are to stay apart. */
  join(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a === b || this.areApart(a, b)) return;
    const [root, child] = a < b ? [a, b] : [b, a];
    this.#parents.set(child, root);
    const kept = this.#apart.get(child);
    if (!kept) return;
    this.#apart.set(root, new Set([...(this.#apart.get(root) ?? []), ...kept]));
    this.#apart.delete(child);
  }
}

import { isWordAt, isWordPairAt, spacesStart, unitAt } from './boundary.ts';

/** State of the walk before its first unit, and of no walk at all. */
const ROOT = 0;

/**
 * Phrases found by walking a text unit by unit: flat in the size of the lexicon, and without cutting words out of the
 * text, which costs more than the walk. A row of the table holds, for each class of unit, the state that follows.
 */
class UnitTree {
  /** Class of each unit that occurs in a phrase; 0 for any other. */
  readonly #classes: Uint8Array;
  readonly #width: number;
  readonly #table: Uint16Array;
  /** The phrase that ends in a state. */
  readonly phrases: (string | undefined)[] = [undefined];

  constructor(phrases: Iterable<string>, unitsOf: (phrase: string) => string[]) {
    const known = [...phrases];
    const units = [...new Set(known.join('').split(''))].map((unit) => unit.charCodeAt(0));
    this.#classes = new Uint8Array(Math.max(...units) + 1);
    for (const [at, unit] of units.entries()) this.#classes[unit] = at + 1;
    this.#width = units.length + 1;
    this.#table = new Uint16Array(this.#width * (known.join('').length + 1));
    for (const phrase of known) this.#add(phrase, unitsOf(phrase));
    this.#table = this.#table.slice(0, this.#width * this.phrases.length);
  }

  #add(phrase: string, units: readonly string[]): void {
    let state = ROOT;
    for (const unit of units) {
      const cell = state * this.#width + (this.#classes[unit.charCodeAt(0)] ?? 0);
      if (this.#table[cell] === ROOT) this.#table[cell] = this.phrases.push(undefined) - 1;
      state = this.#table[cell] ?? ROOT;
    }
    this.phrases[state] = phrase;
  }

  /** The state that a unit leads to, `ROOT` where no phrase goes on with it. */
  next(state: number, unit: number): number {
    const kind = unit < this.#classes.length ? (this.#classes[unit] ?? 0) : 0;
    return kind === 0 ? ROOT : (this.#table[state * this.#width + kind] ?? ROOT);
  }
}

/** Phrases by what they begin with. */
export class PhraseIndex {
  readonly #tree: UnitTree;

  constructor(phrases: Iterable<string>) {
    this.#tree = new UnitTree(phrases, (phrase) => phrase.split(''));
  }

  /** The longest phrase that begins at `at` and ends with a word. */
  match(lower: string, at: number): string | undefined {
    let longest: string | undefined;
    let state = ROOT;
    for (let to = at; ;) {
      state = this.#tree.next(state, unitAt(lower, to));
      if (state === ROOT) return longest;
      to++;
      const phrase = this.#tree.phrases[state];
      if (phrase !== undefined && !isWordAt(lower, to) && !isWordPairAt(lower, to))
        longest = phrase;
    }
  }
}

/** Words by what they end with: asks for the word before a place, which most often is none of them by its last letters. */
export class LastWords {
  readonly #tree: UnitTree;

  constructor(words: Iterable<string>) {
    this.#tree = new UnitTree(words, (word) => word.split('').toReversed());
  }

  /** True where `wordBefore` finds one of the words: `("đạt khoảng 5", 11)` for `khoảng`. */
  isBefore(lower: string, at: number): boolean {
    let state = ROOT;
    let from = spacesStart(lower, at);
    for (;;) {
      state = this.#tree.next(state, unitAt(lower, from - 1));
      if (state === ROOT) return false;
      from--;
      if (this.#tree.phrases[state] !== undefined && !isWordAt(lower, from - 1)) return true;
    }
  }
}

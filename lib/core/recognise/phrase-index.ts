import { isWordAt, isWordPairAt, unitAt } from './boundary.ts';

/** State of the walk before its first unit, and of no walk at all. */
const ROOT = 0;

/**
 * Phrases found by walking a text unit by unit: flat in the size of the lexicon, and without cutting words out of the
 * text, which costs more than the walk. A row of the table holds, for each class of unit, the state that follows.
 */
export class PhraseIndex {
  /** Class of each unit that occurs in a phrase; 0 for any other. */
  readonly #classes: Uint8Array;
  readonly #width: number;
  readonly #table: Uint16Array;
  /** The phrase that ends in a state. */
  readonly #phrases: (string | undefined)[] = [undefined];

  constructor(phrases: Iterable<string>) {
    const known = [...phrases];
    const units = [...new Set(known.join('').split(''))].map((unit) => unit.charCodeAt(0));
    this.#classes = new Uint8Array(Math.max(...units) + 1);
    for (const [at, unit] of units.entries()) this.#classes[unit] = at + 1;
    this.#width = units.length + 1;
    this.#table = new Uint16Array(this.#width * (known.join('').length + 1));
    for (const phrase of known) this.#add(phrase);
    this.#table = this.#table.slice(0, this.#width * this.#phrases.length);
  }

  #add(phrase: string): void {
    let state = ROOT;
    for (let at = 0; at < phrase.length; at++) {
      const cell = state * this.#width + (this.#classes[phrase.charCodeAt(at)] ?? 0);
      if (this.#table[cell] === ROOT) this.#table[cell] = this.#phrases.push(undefined) - 1;
      state = this.#table[cell] ?? ROOT;
    }
    this.#phrases[state] = phrase;
  }

  /** The longest phrase that begins at `at` and ends with a word. */
  match(lower: string, at: number): string | undefined {
    let longest: string | undefined;
    let state = ROOT;
    for (let to = at; ;) {
      const unit = unitAt(lower, to);
      const kind = unit < this.#classes.length ? (this.#classes[unit] ?? 0) : 0;
      state = kind === 0 ? ROOT : (this.#table[state * this.#width + kind] ?? ROOT);
      if (state === ROOT) return longest;
      to++;
      const phrase = this.#phrases[state];
      if (phrase !== undefined && !isWordAt(lower, to) && !isWordPairAt(lower, to))
        longest = phrase;
    }
  }
}

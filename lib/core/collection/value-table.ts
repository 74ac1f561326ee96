import { foldText } from '../text.ts';
import { looseWords } from './search-words.ts';

/** A value that excerpts bear under a name: `tag` `nông thôn mới`. */
export interface Value<Name extends string> {
  name: Name;
  value: string;
  /** `looseWords` of it and of its label, and both only folded. */
  words: readonly string[];
  folded: readonly string[];
}

/** Keeps each value once, under a small number: a hundred thousand excerpts bear the same few thousand values. */
export class ValueTable<Name extends string> {
  readonly #ids = new Map<string, number>();
  readonly #values: Value<Name>[] = [];
  readonly #labelOf: (name: Name, value: string) => string | undefined;

  constructor(labelOf: (name: Name, value: string) => string | undefined) {
    this.#labelOf = labelOf;
  }

  get size(): number {
    return this.#values.length;
  }

  idOf(name: Name, value: string): number {
    const key = `${name}\n${value}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const label = this.#labelOf(name, value);
    const texts = label === undefined ? [value] : [value, label];
    const id = this.#values.push({
      name,
      value,
      words: texts.map((text) => ` ${looseWords(text)} `),
      folded: texts.map(foldText),
    });
    this.#ids.set(key, id - 1);
    return id - 1;
  }

  at(id: number): Value<Name> | undefined {
    return this.#values[id];
  }

  /** By id: 1 where the value passes, else 0. */
  select(passes: (value: Value<Name>) => boolean): Uint8Array {
    return Uint8Array.from(this.#values, (value) => Number(passes(value)));
  }

  /** By id: the place of each value in Vietnamese alphabetical order. */
  ranks(): Uint32Array {
    const { compare } = new Intl.Collator('vi', { numeric: true });
    const order = [...this.#values.keys()].sort((a, b) =>
      compare(this.#values[a]?.value ?? '', this.#values[b]?.value ?? ''),
    );
    const ranks = new Uint32Array(order.length);
    for (const [rank, id] of order.entries()) ranks[id] = rank;
    return ranks;
  }
}

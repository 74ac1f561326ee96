import { PhraseIndex } from './boundary.ts';
import lexicon from './lexicon/nouns.json' with { type: 'json' };

const NOUNS = new PhraseIndex(Object.values(lexicon).flat());

/** Whether one of the nouns that articles of this genre count begins at `at`. */
export function isNounAt(lower: string, at: number): boolean {
  return NOUNS.match(lower, at) !== undefined;
}

/** The counted noun that begins at `at`: `"chi bộ trực thuộc"` → `"chi bộ"`. */
export function nounAt(lower: string, at: number): string | undefined {
  return NOUNS.match(lower, at);
}

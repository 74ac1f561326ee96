import lexicon from './lexicon/nouns.json' with { type: 'json' };
import { PhraseIndex } from './phrase-index.ts';

const { notNouns, ...nouns } = lexicon;
const VERBS = new Set(notNouns);
const NOUNS = new PhraseIndex([...Object.values(nouns).flat(), ...notNouns]);

/** Whether one of the nouns that articles of this genre count begins at `at`. */
export function isNounAt(lower: string, at: number): boolean {
  return nounAt(lower, at) !== undefined;
}

/** The counted noun that begins at `at`: `"chi bộ trực thuộc"` → `"chi bộ"`; none for the verb `"giải ngân"`. */
export function nounAt(lower: string, at: number): string | undefined {
  const phrase = NOUNS.match(lower, at);
  return phrase !== undefined && VERBS.has(phrase) ? undefined : phrase;
}

/** Ends a word: neither a letter, a mark nor a digit follows. `\b` knows only ASCII. */
export const WORD_END = String.raw`(?![\p{L}\p{M}\p{N}])`;

const LETTER = /[\p{L}\p{M}]/u;
const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u;

export function isLetter(unit: string): boolean {
  return LETTER.test(unit);
}

export function isWordUnit(unit: string): boolean {
  return WORD_UNIT.test(unit);
}

/** A pattern part that matches any of the phrases, the longest first. */
export function anyOf(phrases: Iterable<string>): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[$.()]/g, String.raw`\$&`))
    .join('|');
}

/** Phrases found by their first word: flat in the size of the lexicon. */
export class PhraseIndex {
  readonly #byFirst = new Map<string, string[]>();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const first = wordAt(phrase, 0);
      const known = this.#byFirst.get(first) ?? [];
      known.push(phrase);
      this.#byFirst.set(first, known);
    }
    for (const known of this.#byFirst.values()) known.sort((a, b) => b.length - a.length);
  }

  /** The longest phrase that begins at `at` and ends with a word. */
  match(lower: string, at: number): string | undefined {
    const known = this.#byFirst.get(wordAt(lower, at));
    return known?.find(
      (phrase) => lower.startsWith(phrase, at) && !isWordUnit(lower.charAt(at + phrase.length)),
    );
  }
}

const WORD = /[\p{L}\p{M}\p{N}]{1,24}/uy;

/** The word that begins at `at`, or an empty string. */
export function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

/** Offset after the spaces (at most `most`) at `at`; a line break is no space. */
export function skipSpaces(text: string, at: number, most = 4): number {
  let to = at;
  while (to - at < most && text.charAt(to) === ' ') to++;
  return to;
}

/** The words (at most `most`) that stand right before `at` with spaces only between them, nearest first. */
export function wordsBefore(lower: string, at: number, most = 4): string[] {
  const words: string[] = [];
  let end = at;
  while (words.length < most) {
    let spaces = 0;
    while (spaces < 4 && lower.charAt(end - 1) === ' ') {
      end--;
      spaces++;
    }
    if (words.length > 0 && spaces === 0) break;
    let start = end;
    while (end - start < 16 && start > 0 && isWordUnit(lower.charAt(start - 1))) start--;
    if (start === end) break;
    words.push(lower.slice(start, end));
    end = start;
  }
  return words;
}

/** The text (at most `units` of it) right before `at`. */
export function textBefore(text: string, at: number, units: number): string {
  return text.slice(Math.max(0, at - units), at);
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** The language has some 7,000 syllables; beyond them are names, and whatever a page makes up. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/**
 * Spells a text one way: lower case, one space, each word's tone after its letters, wherever it was put.
 * `"Hoà  Bình"` and `"Hòa Bình"` come out equal; `"Hoa Bình"`, which is another name, does not.
 */
export function plainSpelling(text: string): string {
  return text.normalize('NFC').replace(WORD, plainWord).replace(/\s+/g, ' ').trim();
}

/** Spells one word so. `"Hoà"` → `"hoa\u0300"`. */
export function plainWord(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const letters = word.normalize('NFD').toLowerCase();
  const plain = letters.replace(TONE, '') + (letters.match(TONE)?.join('') ?? '');
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, plain);
  return plain;
}

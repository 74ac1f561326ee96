const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * Spells a text one way: lower case, one space, each word's tone after its letters, wherever it was put.
 * `"Hoà  Bình"` and `"Hòa Bình"` come out equal; `"Hoa Bình"`, which is another name, does not.
 */
export function plainSpelling(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(WORD, (word) => word.replace(TONE, '') + (word.match(TONE)?.join('') ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
}

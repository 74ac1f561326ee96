import { foldText } from '../text.ts';

/** Where the language writes i or y as the writer likes; after a, e and o the two are different sounds. */
const FREE_Y = /(?<![aeo])y/g;

/**
 * The words of a text as search compares them: folded, one space between, whatever marks stood there.
 * `"Nghị quyết số 05-NQ/TW"` → `"nghi quyet so 05 nq tw"`.
 */
export function searchWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The words of a text as they are looked for: i and y are one where either is written.
 * `"Quý I, tỷ lệ hằng ngày"` → `"qui i ti le hang ngay"`.
 */
export function looseWords(text: string): string {
  return searchWords(text).replace(FREE_Y, 'i');
}

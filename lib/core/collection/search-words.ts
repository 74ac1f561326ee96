import { foldText } from '../text.ts';

/**
 * The words of a text as search compares them: folded, one space between, whatever marks stood there.
 * `"Nghị quyết số 05-NQ/TW"` → `"nghi quyet so 05 nq tw"`.
 */
export function searchWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

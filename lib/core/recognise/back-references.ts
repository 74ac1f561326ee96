import { GOES_ON, WORD_END } from './particles.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';

/** Words that point to a document just named. */
const POINTING = sticky(
  ' (?:này|trên|nói trên|nêu trên|đã nêu|kể trên|ấy)(?![\\p{L}\\p{M}])',
  'iu',
);
/** What goes on after a document named before; its issuer or topic would name another. */
const BEHIND = sticky(`(?! (?:của|về|ban hành)${WORD_END})${GOES_ON}`);
const MANY =
  /(?:^|[^\p{L}])(?:các|những|nhiều|mỗi|từng|một số|một|mọi|hoặc|hay|\d+|hai|ba|bốn|sáu|bảy|tám|chín|mười) {1,3}$/iu;
/** Words also used as verbs point back only where something governs them. */
const VERBS = new Set([
  'quyết định',
  'quy định',
  'kết luận',
  'hướng dẫn',
  'báo cáo',
  'thông báo',
  'kế hoạch',
  'văn bản',
  'văn kiện',
  'chương trình',
  'dự án',
  'phương án',
]);
const GOVERNED =
  /(?:thực hiện|theo|của|triển khai|ban hành|với|trong|từ|quán triệt|thi hành|cụ thể hóa|nội dung|tinh thần) {1,3}$/iu;
const LOOK_BACK = 16;

/** How a bare type word points back: to the nearest (`này`), to the only one near by, or not at all. */
export type Pointing = 'nearest' | 'only';

/** Reads whether a bare type word points back. `"Nghị quyết này"` → `nearest`; `"các Nghị quyết"` → null. */
export function pointingOf(
  words: string,
  { start, end, capital, typeWords = '' }: ProgrammeDraft,
): Pointing | null {
  const before = words.slice(Math.max(0, start - LOOK_BACK), start);
  if (MANY.test(before)) return null;
  if (readAt(POINTING, words, end)) return 'nearest';
  if (!capital || !readAt(BEHIND, words, end)) return null;
  return VERBS.has(typeWords) && !GOVERNED.test(before) ? null : 'only';
}

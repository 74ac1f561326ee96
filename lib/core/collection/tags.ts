/**
 * Tidies tags as typed: composed, single spaces, none empty, none twice (letter case aside; the first spelling stays).
 * `[' Đảng  viên', 'đảng viên', '']` → `['Đảng viên']`.
 */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = new Map<string, string>();
  for (const tag of tags) {
    const text = tag.normalize('NFC').replace(/\s+/g, ' ').trim();
    const key = text.toLowerCase();
    if (text && !tidy.has(key)) tidy.set(key, text);
  }
  return [...tidy.values()];
}

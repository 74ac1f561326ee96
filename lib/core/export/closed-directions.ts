/** Signs that turn the direction of what follows: embeddings and overrides, then isolates. */
const TURNING = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const EMBEDDING = /[\u202A\u202B\u202D\u202E]/;
const SIGNS = /[\u202A-\u202E\u2066-\u2069]/g;
const EMBEDDING_END = '\u{202C}';
const ISOLATE_END = '\u{2069}';

/**
 * Text that turns nothing after it: what its right-to-left signs open, and do not close, is closed at its end.
 * `"bài \u202Ea"` → `"bài \u202Ea\u202C"`; most texts come back as they are.
 */
export function closedDirections(text: string): string {
  if (!TURNING.test(text)) return text;
  const ends: string[] = [];
  for (const [sign] of text.matchAll(SIGNS)) {
    if (sign === EMBEDDING_END) {
      if (ends.at(-1) === EMBEDDING_END) ends.pop();
    } else if (sign === ISOLATE_END) {
      // The end of an isolate also ends the embeddings in it.
      const opened = ends.lastIndexOf(ISOLATE_END);
      if (opened >= 0) ends.length = opened;
    } else ends.push(EMBEDDING.test(sign) ? EMBEDDING_END : ISOLATE_END);
  }
  return text + ends.toReversed().join('');
}

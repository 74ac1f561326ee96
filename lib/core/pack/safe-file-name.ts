/** What a file name may not have in Windows, macOS or Linux, control characters included. */
const UNSAFE = /[\\/:*?"<>|\p{C}]+/gu;
const LONGEST = 80;

/**
 * Makes a title into a file name every system takes: `Quý IV: "sơ kết"` → `Quý IV sơ kết`. What leaves nothing gives the
 * name for it.
 */
export function safeFileName(title: string, otherwise: string): string {
  const letters = Array.from(title.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim());
  return withoutEdges(shortened(letters)) || otherwise;
}

/** What there is room for, up to the end of a word; of one long word its beginning. */
function shortened(letters: readonly string[]): string {
  if (letters.length <= LONGEST) return letters.join('');
  const end = letters.lastIndexOf(' ', LONGEST);
  return letters.slice(0, end > 0 ? end : LONGEST).join('');
}

/** Windows drops dots and spaces at the end of a name; at the beginning a dot hides the file elsewhere. */
function withoutEdges(name: string): string {
  let [start, end] = [0, name.length];
  while ('. '.includes(name[start] ?? '-')) start++;
  while (end > start && '. '.includes(name[end - 1] ?? '-')) end--;
  return name.slice(start, end);
}

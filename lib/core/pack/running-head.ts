/** What turns the direction of the text around it; a running head has nothing to hold it in. */
const BIDI_CONTROLS = /\p{Bidi_Control}/gu;

/** A title as it stands over a page: on one line, of so many letters at most. `Sinh hoạt\nquý IV`, 10 → `Sinh hoạt…`. */
export function runningHead(title: string, most: number): string {
  const line = title.replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  if (letters.length <= most) return line;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

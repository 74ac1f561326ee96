/**
 * The citation processor takes what looks like HTML in a field for emphasis (`<i>`) and drops it. Its signs are replaced on
 * the way in, by characters that no text has, and brought back on the way out.
 */
const STOOD_FOR: Readonly<Record<string, string>> = {
  '<': '\u{FDD0}',
  '>': '\u{FDD1}',
  '&': '\u{FDD2}',
  // Straight marks are as often inches as quotation marks.
  '"': '\u{FDD3}',
  "'": '\u{FDD4}',
};
const SIGNS = new Map(Object.entries(STOOD_FOR).map(([sign, stand]) => [stand, sign]));
const STANDS = /[\uFDD0-\uFDEF]/g;

/** A field whose text the processor leaves alone. `"a <i>b</i>"` comes back so from `plainLine`. */
export function plainField(text: string): string {
  return text.replace(STANDS, '').replace(/[<>&"']/g, (sign) => STOOD_FOR[sign] ?? sign);
}

/** What the processor wrote, as one line. */
export function plainLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(STANDS, (stand) => SIGNS.get(stand) ?? '');
}

/**
 * Whether every repeat of a pattern has an end: no `*`, `+` or `{2,}` outside of a character class.
 * Such a pattern does at most a fixed amount of work at each place it is tried. `" {1,3}\d{0,9}"` → true; `"\s+x"` → false.
 */
export function hasBoundedRepeats(source: string): boolean {
  const plain = source.replace(/\\./gsu, '_').replace(/\[[^\]]*\]/g, '_');
  return !/[*+]|\{\d+,\}/.test(plain);
}

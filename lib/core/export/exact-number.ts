/** Spreadsheets show and keep this many digits of a number, and turn the rest to zeros. */
const DIGITS = 15;
/** Written out, a number longer than this is beyond what a double reaches. */
const LONGEST = 300;

/**
 * Whether a spreadsheet's number holds a decimal exactly. `"10072000000000"` → true; `"12345678901234567"` → false.
 */
export function isExactNumber(decimal: string): boolean {
  if (decimal.length <= DIGITS) return true;
  if (decimal.length > LONGEST) return false;
  const digits = decimal.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  const significant = decimal.includes('.') ? digits : digits.replace(/0+$/, '');
  return significant.length <= DIGITS;
}

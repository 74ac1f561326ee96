/** Ends a word: neither a letter, a mark nor a digit follows. `\b` knows only ASCII. */
export const WORD_END = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** What a UTF-16 unit is: bits, of which `KNOWN` says that the others were found out. */
const KNOWN = 1;
const IS_WORD = 2;
const IS_LETTER_OR_MARK = 4;
const IS_LETTER = 8;
const IS_UPPER = 16;
const PROPERTIES: readonly (readonly [number, RegExp])[] = [
  [IS_WORD, /[\p{L}\p{M}\p{N}]/u],
  [IS_LETTER_OR_MARK, /[\p{L}\p{M}]/u],
  [IS_LETTER, /\p{L}/u],
  [IS_UPPER, /\p{Lu}/u],
];
/** Filled as units are met: asking a property of Unicode of every unit is what would cost most of all. */
const kinds = new Uint8Array(0x1_00_00);

/**
 * The UTF-16 unit at the offset, 0 outside the text. `charCodeAt` would tell NaN there: one NaN, and the engine compiles
 * every caller for numbers that may be fractions, at twice the cost.
 */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

function kindAt(text: string, at: number): number {
  const unit = unitAt(text, at);
  const kind = kinds[unit] ?? 0;
  return kind === 0 ? learnKind(unit) : kind;
}

function learnKind(unit: number): number {
  const letter = String.fromCharCode(unit);
  let kind = KNOWN;
  for (const [bit, pattern] of PROPERTIES) if (pattern.test(letter)) kind |= bit;
  kinds[unit] = kind;
  return kind;
}

/** True where a letter or mark stands at the offset. */
export function isLetterAt(text: string, at: number): boolean {
  return (kindAt(text, at) & IS_LETTER_OR_MARK) !== 0;
}

/** True where a letter, mark or digit stands at the offset. */
export function isWordAt(text: string, at: number): boolean {
  return (kindAt(text, at) & IS_WORD) !== 0;
}

/** True where a letter, and no mark, or one of the digits 0 to 9 stands at the offset. */
export function isLetterOrDigitAt(text: string, at: number): boolean {
  return isPlainLetterAt(text, at) || isDigitAt(text, at);
}

/** True where a letter, and no mark, stands at the offset. */
export function isPlainLetterAt(text: string, at: number): boolean {
  return (kindAt(text, at) & IS_LETTER) !== 0;
}

/** True where a capital stands at the offset. */
export function isUpperAt(text: string, at: number): boolean {
  return (kindAt(text, at) & IS_UPPER) !== 0;
}

/** A pattern part that matches any of the phrases, the longest first. */
export function anyOf(phrases: Iterable<string>): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/[$.()]/g, String.raw`\$&`))
    .join('|');
}

/** True where one of the digits 0 to 9 stands at the offset. */
export function isDigitAt(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return unit >= 0x30 && unit <= 0x39;
}

/** Offset behind the digits (at most `most`) at `at`. */
export function digitsEnd(text: string, at: number, most: number): number {
  let end = at;
  while (end - at < most && isDigitAt(text, end)) end++;
  return end;
}

const LONGEST_WORD = 24;
const WORD = /[\p{L}\p{M}\p{N}]{1,24}/uy;

/** The word that begins at `at` (24 letters of it at most), or an empty string. */
export function wordAt(text: string, at: number): string {
  return text.slice(at, wordEnd(text, at));
}

/** Where the word that `wordAt` finds ends; `at` for none. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST_WORD && isWordAt(text, end)) end++;
  return isSurrogate(unitAt(text, end)) ? at + wordWithPairs(text, at).length : end;
}

/** True where a letter beyond the first plane (`𝐀`) stands at the offset. */
export function isWordPairAt(text: string, at: number): boolean {
  return isSurrogate(unitAt(text, at)) && wordWithPairs(text, at) !== '';
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdf_ff;
}

/** Letters beyond the first plane (`𝐀`) are two units, neither of which is a letter by itself. */
function wordWithPairs(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

const SPACE = 0x20;

/** Offset after the spaces (at most `most`) at `at`; a line break is no space. */
export function skipSpaces(text: string, at: number, most = 4): number {
  let to = at;
  while (to - at < most && unitAt(text, to) === SPACE) to++;
  return to;
}

const SPACES = / {2,}/g;

/** A text with single spaces: `"chi  bộ"` → `"chi bộ"`. */
export function singleSpaced(text: string): string {
  return text.includes('  ') ? text.replace(SPACES, ' ') : text;
}

/** The first character within two of `at` that is no white space, or an empty string. */
export function charAhead(text: string, at: number): string {
  const to = placeAhead(text, at);
  return isSpaceAt(text, to) ? '' : text.charAt(to);
}

/** True where the character that `charAhead` finds is one of the set: asked without making a string of it. */
export function isAhead(text: string, at: number, units: UnitSet): boolean {
  return units.isAt(text, placeAhead(text, at));
}

function placeAhead(text: string, at: number): number {
  let to = at;
  while (to - at < 2 && isSpaceAt(text, to)) to++;
  return to;
}

/** True where a space or a break of line or cell stands at the offset; scan texts know no other white space. */
export function isSpaceAt(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
}

/** The word (16 letters of it at most) that stands right before `at` with spaces only between, or an empty string. */
export function wordBefore(lower: string, at: number): string {
  const end = spacesStart(lower, at);
  return lower.slice(wordStart(lower, end), end);
}

/** The words (at most `most`) that stand right before `at` with spaces only between them, nearest first. */
export function wordsBefore(lower: string, at: number, most = 4): string[] {
  const words: string[] = [];
  let from = at;
  while (words.length < most) {
    const end = spacesStart(lower, from);
    const start = wordStart(lower, end);
    if (start === end || (words.length > 0 && end === from)) break;
    words.push(lower.slice(start, end));
    from = start;
  }
  return words;
}

/** Where the spaces (at most four) that end at `at` begin. */
export function spacesStart(text: string, at: number): number {
  let start = at;
  while (at - start < 4 && unitAt(text, start - 1) === SPACE) start--;
  return start;
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (end - start < 16 && isWordAt(text, start - 1)) start--;
  return start;
}

/** The last two words that `wordsBefore` finds, the nearer first, an empty string for each that is missing. */
export function wordPairBefore(lower: string, at: number): readonly [string, string] {
  const end = spacesStart(lower, at);
  const start = wordStart(lower, end);
  if (start === end) return NO_PAIR;
  const before = spacesStart(lower, start);
  return [
    lower.slice(start, end),
    before === start ? '' : lower.slice(wordStart(lower, before), before),
  ];
}

const NO_PAIR = ['', ''] as const;

/** The text (at most `units` of it) right before `at`. */
export function textBefore(text: string, at: number, units: number): string {
  return text.slice(Math.max(0, at - units), at);
}

/** Some units, told by their codes. */
export class UnitSet {
  readonly #table: Uint8Array;

  constructor(units: string) {
    this.#table = new Uint8Array(
      Math.max(...units.split('').map((unit) => unit.charCodeAt(0))) + 1,
    );
    for (let at = 0; at < units.length; at++) this.#table[units.charCodeAt(at)] = 1;
  }

  /** True where one of them stands at the offset. */
  isAt(text: string, at: number): boolean {
    const unit = unitAt(text, at);
    return unit < this.#table.length && this.#table[unit] === 1;
  }
}

/** Offset behind the last of `breaks` before `at`, not before `from`: `("a; bc", 5, 0, new UnitSet(';'))` → 2. */
export function breakBefore(text: string, at: number, from: number, breaks: UnitSet): number {
  let start = at;
  while (start > 0 && start > from && !breaks.isAt(text, start - 1)) start--;
  return start;
}

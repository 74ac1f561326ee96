/** A text made ready for the programme rules, with the way back to the text it was made from. */
export interface ReadingText {
  /** Without zero-width characters, tone marks where Vietnamese spelling of today puts them (`khóa`, `ủy`). */
  words: string;
  /** `words` in lower case, unit for unit. */
  lower: string;
  /** Offset in the source of offset `offset` of `words`; `isEnd` for offsets that end a span. */
  toSource(offset: number, isEnd?: boolean): number;
}

const ZERO_WIDTH = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
/** Old placement of the tone: on the last vowel of an open syllable `oa oe uy`; after q the u belongs to the consonant. */
const OLD_TONE = /(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu;
const PLAIN_VOWELS = 'oOuUaAeEyY';
const TONE_TABLE: Readonly<Record<string, string>> = {
  o: 'òóỏõọ',
  O: 'ÒÓỎÕỌ',
  u: 'ùúủũụ',
  U: 'ÙÚỦŨỤ',
  a: 'àáảãạ',
  A: 'ÀÁẢÃẠ',
  e: 'èéẻẽẹ',
  E: 'ÈÉẺẼẸ',
  y: 'ỳýỷỹỵ',
  Y: 'ỲÝỶỸỴ',
};

/**
 * A line broken inside a sentence: the next goes on in small letters, or this one ends in a word that none ends with.
 * Pages made from print keep the breaks of their columns.
 */
const BROKEN_LINE =
  /\n(?:(?<=[\p{L}\p{N},] ?\n)(?=\p{Ll})|(?<=(?:^|[^\p{L}])(?:của|ngày|số|Số|Bộ|Ban|và|về|theo|giai đoạn|nhiệm kỳ) ?\n)(?=[\p{L}\p{N}]))/gu;

/**
 * Makes a composed text (NFC) ready for the programme rules. `"uỷ ban khoá XII"` → `words` `"ủy ban khóa XII"`.
 * `lower` is the source in lower case, where the caller has it already.
 */
export function readingText(source: string, lower?: string): ReadingText {
  const { text, toSource } = dropZeroWidth(source);
  const words = text.replace(OLD_TONE, modernTone).replace(BROKEN_LINE, ' ');
  return {
    words,
    lower:
      lower !== undefined && words === source && !lower.includes('İ')
        ? lower
        : words.replaceAll('İ', 'I').toLowerCase(),
    toSource,
  };
}

/** `"oà"` → `"òa"`. */
function modernTone(pair: string): string {
  const first = pair.charAt(0);
  const second = pair.charAt(1);
  for (const vowel of PLAIN_VOWELS) {
    const tone = TONE_TABLE[vowel]?.indexOf(second) ?? -1;
    if (tone >= 0) return `${TONE_TABLE[first]?.charAt(tone) ?? first}${vowel}`;
  }
  return pair;
}

function dropZeroWidth(source: string): Pick<ReadingText, 'toSource'> & { text: string } {
  if (!ZERO_WIDTH.test(source)) return { text: source, toSource: (offset) => offset };
  const offsets: number[] = [];
  let text = '';
  for (let i = 0; i < source.length; i++) {
    const unit = source.charAt(i);
    if (ZERO_WIDTH.test(unit)) continue;
    offsets.push(i);
    text += unit;
  }
  offsets.push(source.length);
  return {
    text,
    toSource: (offset, isEnd = false) =>
      isEnd && offset > 0
        ? (offsets[offset - 1] ?? source.length - 1) + 1
        : (offsets[offset] ?? source.length),
  };
}

import { skipSpaces, wordAt } from './boundary.ts';
import { isNounAt } from './nouns.ts';

/** The digits as words. */
export const DIGITS: ReadonlyMap<string, number> = new Map([
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const AFTER_TENS: ReadonlyMap<string, number> = new Map([
  ...DIGITS,
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
]);
/** The words that raise a number of less than a thousand. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1000],
  ['ngàn', 1000],
  ['vạn', 10_000],
  ['triệu', 1_000_000],
  ['tỷ', 1_000_000_000],
  ['tỉ', 1_000_000_000],
]);
/** A number in words; `count` is how many words. */
interface SpelledNumber {
  end: number;
  value: number;
  count: number;
}

/** Reads a number written in words: `"hai mươi tư"` → 24, `"mười lăm"` → 15, `"ba trăm linh năm"` → 305. */
export function readSpelledNumber(lower: string, at: number): SpelledNumber | undefined {
  let total = 0;
  let read = belowThousand(lower, at);
  if (!read) return undefined;
  let { end, count } = read;
  for (;;) {
    const scale = nextWord(lower, end);
    const factor = SCALES.get(scale.word);
    if (factor === undefined) return { end, value: total + read.value, count };
    total += read.value * factor;
    end = scale.end;
    count++;
    const rest = belowThousand(lower, skipSpaces(lower, end, 2));
    if (!rest || count > 12) return { end, value: total, count };
    read = rest;
    end = rest.end;
    count += rest.count;
  }
}

/** `hai`, `mười lăm`, `hai mươi tư`, `ba trăm linh năm`, `hai chục`. */
function belowThousand(lower: string, at: number): SpelledNumber | undefined {
  const head = wordAt(lower, at);
  const end = at + head.length;
  if (head === 'mười') return afterTens(lower, { end, value: 10, count: 1 });
  const next = nextWord(lower, end);
  const digit = head === 'không' && next.word === 'trăm' ? 0 : DIGITS.get(head);
  if (digit === undefined) return undefined;
  if (next.word === 'mươi') {
    return afterTens(lower, { end: next.end, value: digit * 10, count: 2 });
  }
  if (next.word === 'chục') return { end: next.end, value: digit * 10, count: 2 };
  if (next.word !== 'trăm') return { end, value: digit, count: 1 };
  const hundreds: SpelledNumber = { end: next.end, value: digit * 100, count: 2 };
  const rest = nextWord(lower, hundreds.end);
  const linked = rest.word === 'linh' || rest.word === 'lẻ';
  const tens = linked
    ? belowThousand(lower, skipSpaces(lower, rest.end, 2))
    : belowThousand(lower, skipSpaces(lower, hundreds.end, 2));
  if (!tens || tens.value >= 100 || (!linked && tens.value < 10)) return hundreds;
  return { end: tens.end, value: hundreds.value + tens.value, count: hundreds.count + tens.count };
}

function afterTens(lower: string, tens: SpelledNumber): SpelledNumber {
  const next = nextWord(lower, tens.end);
  const digit = AFTER_TENS.get(next.word);
  if (
    digit === undefined ||
    (next.word === 'năm' && !isNounAt(lower, skipSpaces(lower, next.end)))
  ) {
    return tens;
  }
  return { end: next.end, value: tens.value + digit, count: tens.count + 1 };
}

/** The word behind the spaces at `at`, empty where none follows. */
export function nextWord(lower: string, at: number): { word: string; end: number } {
  const from = skipSpaces(lower, at, 2);
  const word = from > at ? wordAt(lower, from) : '';
  return { word, end: from + word.length };
}

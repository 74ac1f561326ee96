import type { FigureKind } from '../annotation.ts';
import {
  anyOf,
  charAhead,
  isAhead,
  skipSpaces,
  textBefore,
  UnitSet,
  WORD_END,
  wordAt,
} from './boundary.ts';
import cues from './lexicon/cues.json' with { type: 'json' };
import lexicon from './lexicon/units.json' with { type: 'json' };
import { PhraseIndex } from './phrase-index.ts';

/** A unit of measure, currency or time that follows a number. */
export interface Unit {
  end: number;
  kind: Extract<FigureKind, 'percentage' | 'money' | 'measure' | 'duration' | 'multiple'>;
  /** UCUM or ISO 4217 code, or an English word. */
  code: string;
  /** Whether the unit holds half of itself more: `2 năm rưỡi`. */
  half?: boolean;
}

/** What a value is for each of: `/người/tháng` → `"person/month"`. */
export interface Per {
  end: number;
  per: string;
}

type Table = Readonly<Record<string, string>>;

const TABLES: readonly [Unit['kind'], Table][] = [
  ['percentage', lexicon.percent],
  ['money', lexicon.money],
  ['measure', lexicon.measure],
  ['duration', lexicon.duration],
];
/** A sign ends where it ends; a word must not go on: `5%của`, but no `5 đồngchí`. */
const SIGN = /^[%‰$€₫]$/;
const READERS = TABLES.map(([kind, table]) => {
  const words = Object.keys(table);
  return {
    kind,
    table,
    signs: new Set(words.filter((word) => SIGN.test(word))),
    words: new PhraseIndex(words.filter((word) => !SIGN.test(word))),
  };
});
const ALL_SIGNS = new Set(READERS.flatMap(({ signs }) => [...signs]));
const ALL_WORDS = new PhraseIndex(
  TABLES.flatMap(([, table]) => Object.keys(table).filter((word) => !SIGN.test(word))),
);
const NOT_MONEY = new Set(lexicon.notMoney);
const NOT_AFTER: Readonly<Record<string, readonly string[]>> = {
  ...lexicon.notDuration,
  ...lexicon.notMeasure,
};
const HALF = /\s{1,2}rưỡi(?![\p{L}\p{M}])/uy;
const SLASH = new UnitSet('/');
const PER = new RegExp(`\\s?/\\s?(${anyOf(Object.keys(lexicon.per))})${WORD_END}`, 'uy');
/** A word not in the lexicon, or a compound of up to three, which must end where the phrase does. */
const PER_WORD = new RegExp(
  `\\s?/\\s?(\\p{Ll}{2,10}(?: \\p{Ll}{1,10}){0,2}?)(?=\\s?(?:[^\\s\\p{L}\\p{M}\\p{N}]|$)|\\n|\\s{1,2}(?:\\d|(?:${anyOf([...cues.subjectStops, 'và', 'mỗi'])})${WORD_END}))`,
  'uy',
);
const COMRADE = /\/c(?:hí)?(?![\p{L}\p{M}])/uy;
const PER_CODES: Table = lexicon.per;

/** Reads the unit at `at`, spaces before it allowed: `" triệu"` no, `" ha"` → har, `" đồng chí"` none. */
export function readUnit(lower: string, at: number): Unit | undefined {
  const from = skipSpaces(lower, at, 3);
  const first = lower.charAt(from);
  // Most numbers are followed by no unit at all, which one walk tells for all tables.
  if (!ALL_SIGNS.has(first) && ALL_WORDS.match(lower, from) === undefined) return undefined;
  for (const { kind, table, signs, words } of READERS) {
    const word = signs.has(first) ? first : words.match(lower, from);
    if (word === undefined) continue;
    const end = from + word.length;
    if (excluded(lower, kind, word, end)) continue;
    return withHalf(lower, { end, kind, code: table[word] ?? word });
  }
  return undefined;
}

/** Reads `/năm`, `/người/tháng` (three at most): `"person/month"`; `anyWord` takes words not in the lexicon too. */
export function readPer(lower: string, at: number, anyWord = false): Per | undefined {
  if (!isAhead(lower, at, SLASH)) return undefined;
  const codes: string[] = [];
  let end = at;
  while (codes.length < 3 && isAhead(lower, end, SLASH)) {
    PER.lastIndex = end;
    PER_WORD.lastIndex = end;
    const found = PER.exec(lower) ?? (anyWord ? PER_WORD.exec(lower) : null);
    if (!found) break;
    const word = found[1] ?? '';
    codes.push(PER_CODES[word] ?? word);
    end += found[0].length;
  }
  return codes.length > 0 ? { end, per: codes.join('/') } : undefined;
}

function excluded(lower: string, kind: Unit['kind'], word: string, end: number): boolean {
  const next = lower.charAt(end) === ' ' ? wordAt(lower, skipSpaces(lower, end)) : '';
  if (word === 'đ' && isComrade(lower, end)) return true;
  if (word === 'kíp' && !LARGE_SUM.test(textBefore(lower, end, 12))) return true;
  if (kind === 'money')
    return word === 'đồng' && NOT_MONEY.has(next) && !isCurrency(lower, end, next);
  return NOT_AFTER[word]?.includes(next) ?? false;
}

/** What the money of Laos is told in: `4 kíp` are shifts. */
const LARGE_SUM = /(?:\d{3}|nghìn|ngàn|triệu|tỷ|tỉ) {0,2}kíp$/;

/** `5 đ/c` abbreviates `đồng chí`; `8.000 đ/công` is money. */
function isComrade(lower: string, at: number): boolean {
  COMRADE.lastIndex = at;
  return COMRADE.test(lower);
}

/** `30 triệu đồng đều`: behind a magnitude only `đồng chí` is no currency. */
function isCurrency(lower: string, end: number, next: string): boolean {
  const before = lower.slice(Math.max(0, end - 'nghìn đồng'.length), end);
  return next !== 'chí' && /(?:nghìn|ngàn|triệu|tỷ|tỉ) đồng$/.test(before);
}

function withHalf(lower: string, unit: Unit): Unit {
  if (unit.kind !== 'duration' || charAhead(lower, unit.end) !== 'r') return unit;
  HALF.lastIndex = unit.end;
  const half = HALF.exec(lower)?.[0];
  return half === undefined ? unit : { ...unit, end: unit.end + half.length, half: true };
}

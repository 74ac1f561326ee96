import type { Change, Comparator, Figure } from '../annotation.ts';
import { isAhead, textBefore, UnitSet, wordsBefore } from './boundary.ts';
import { isEstimatedAt } from './estimates.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { comparison, levelChange } from './level-changes.ts';
import { isLocative } from './locative.ts';
import { LastWords } from './phrase-index.ts';
import { readAt } from './sticky.ts';

const COMPARATORS = new Map(Object.entries(lexicon.comparators) as [string, Comparator][]);
const LONGEST_COMPARATOR = 4;
/** The last word of each comparator: most values have none of them before. */
const LAST_WORDS = new Set(
  [...COMPARATORS.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
);
const FILLERS = new Set(lexicon.changeFillers);
const TO_WORDS = new Set(['lên', 'xuống', 'còn', 'thành', 'tới', 'đến', 'mức']);
/** Verbs of a change and what tells which way it goes. */
const CHANGE_WORDS = ['ngắn', 'tăng', 'giảm', 'gấp', 'còn', 'xuống', 'lên', 'hơn', 'số'];
/** Every word that a comparator ends with, or that may stand between a change's verb and its value. */
const CUE_WORDS = new LastWords([...LAST_WORDS, ...FILLERS, ...TO_WORDS, ...CHANGE_WORDS]);
const BOUND = /\s{0,2}(trở lên|trở xuống)(?![\p{L}\p{M}])/uy;
const BOUND_LETTER = new UnitSet('t');
const LATER_BOUND = /\s{0,2}(?:\p{Ll}+\s){0,3}?(trở lên|trở xuống)(?![\p{L}\p{M}])/uy;

/** What the words around a value say of it. */
export type Cues = Pick<Figure, 'comparator' | 'change' | 'flags'>;

/** Reads the words before a value: `"giảm còn dưới"` 5% → decrease-to, lt; `"tăng gấp"` 1,45 lần → increase-to. */
export function readCues(
  lower: string,
  {
    start,
    end,
    kind,
    ranged,
    counted = end,
  }: {
    start: number;
    end: number;
    kind: Figure['kind'];
    ranged: boolean;
    counted?: number | undefined;
  },
): Cues {
  const words = cueWords(lower, rowStart(lower, start));
  const placed = words[0] === 'trên' && isLocative(lower, { start, end }, words.slice(1));
  const { comparator, taken } = placed ? { taken: 0 } : comparatorOf(words);
  const bound = comparatorAfter(lower, counted) ?? comparatorAfter(lower, end, words[0]);
  const verbs = words.slice(bound && words[taken] === 'từ' ? taken + 1 : taken);
  const change =
    signed(lower, start, kind) ??
    changeOf(verbs, kind, ranged) ??
    levelChange(lower, { start, kind }, verbs) ??
    comparison(lower, start, kind);
  const estimated = change && isEstimated(verbs) ? 'approx' : undefined;
  const told = bound ?? (isForbidden(lower, start, words[0]) ? 'lte' : comparator) ?? estimated;
  // A length of time is as a rule what the estimate is for: `ước tổng thu 9 tháng đạt …`.
  const settled =
    told ?? (kind !== 'duration' && isEstimatedAt(lower, start) ? 'approx' : undefined);
  const cues: Cues = {};
  if (settled) cues.comparator = settled;
  if (change) cues.change = change.change;
  if (change?.ambiguous) cues.flags = ['ambiguous-change'];
  return cues;
}

const CLAUSE_END = /[.;,\n]/;

/** `không để ai phải chờ quá 30 ngày`: no more than. */
function isForbidden(lower: string, start: number, word = ''): boolean {
  if (word !== 'quá') return false;
  const before = textBefore(lower, start, 80);
  const verb = before.lastIndexOf('không để ');
  return verb !== -1 && !CLAUSE_END.test(before.slice(verb));
}

/** `ước tính tăng 7,1%`; words stand the nearest first. */
function isEstimated([verb, first, second]: readonly string[]): boolean {
  if (verb !== 'tăng' && verb !== 'giảm') return false;
  return first === 'ước' || (first === 'tính' && second === 'ước');
}

const NO_WORDS: readonly string[] = [];

/** The words before a value, nearest first; none where no cue begins with the nearest, as before most values. */
function cueWords(lower: string, start: number): readonly string[] {
  return CUE_WORDS.isBefore(lower, start) ? wordsBefore(lower, start, 8) : NO_WORDS;
}

const IN_TURN = /lần lượt (?:là )?(?:[\d.,]{1,12} ?% ?,? ?){1,4}và $/;

/** In `tăng lần lượt 3,1% và 7,4%` the words before the first share are the others' too. */
function rowStart(lower: string, start: number): number {
  if (!lower.endsWith(' và ', start)) return start;
  const before = textBefore(lower, start, 44);
  const row = IN_TURN.exec(before);
  return row ? start - before.length + row.index + 'lần lượt '.length : start;
}

const SIGNED: Readonly<Record<string, Change>> = {
  '+': 'increase-by',
  '-': 'decrease-by',
  '–': 'decrease-by',
};

/** `(+4,3%)`, `(-2,1%)`: the sign tells the change. */
function signed(
  lower: string,
  start: number,
  kind: Figure['kind'],
): { change: Change; ambiguous?: boolean } | undefined {
  const sign = kind === 'percentage' ? lower.charAt(start - 1) : '';
  const change = SIGNED[sign];
  if (change === undefined) return undefined;
  const before = lower.charAt(start - 2);
  // Outside brackets the longer dash parts more often than it tells a sign.
  return before === '(' || (sign !== '–' && /\s/.test(before)) ? { change } : undefined;
}

const NO_COMPARATOR = { taken: 0 };

function comparatorOf(words: readonly string[]): { comparator?: Comparator; taken: number } {
  if (words.length === 0 || !LAST_WORDS.has(words[0] ?? '')) return NO_COMPARATOR;
  let found: { comparator?: Comparator; taken: number } = NO_COMPARATOR;
  let phrase = '';
  for (let taken = 1; taken <= Math.min(LONGEST_COMPARATOR, words.length); taken++) {
    phrase = taken === 1 ? (words[0] ?? '') : `${words[taken - 1]} ${phrase}`;
    const comparator = COMPARATORS.get(phrase);
    if (comparator && !(phrase === 'hơn' && isComparative(words, taken))) {
      found = { comparator, taken };
    }
  }
  return found;
}

const COMPARATIVES = new Set(['cao', 'nhiều', 'lớn', 'thấp', 'ít', 'sớm', 'nhanh', 'mạnh', 'tốt']);

/** `cao hơn 0,5%` compares; it does not loosen the value. */
function isComparative(words: readonly string[], length: number): boolean {
  return COMPARATIVES.has(words[length] ?? '');
}

/** `5 người trở lên`; behind `từ` up to three words may stand between: `từ 5 người lao động trở lên`. */
function comparatorAfter(lower: string, end: number, before = ''): Comparator | undefined {
  const isFrom = before === 'từ';
  if (!isFrom && !isAhead(lower, end, BOUND_LETTER)) return undefined;
  const bound = readAt(isFrom ? LATER_BOUND : BOUND, lower, end)?.[1];
  if (bound === undefined) return undefined;
  return bound === 'trở lên' ? 'gte' : 'lte';
}

/** `nhiều hơn 15 vụ`, `thấp hơn 2%`: by how much it differs. */
const BY_COMPARISON = new Map<string, Change>([
  ['cao', 'increase-by'],
  ['nhiều', 'increase-by'],
  ['lớn', 'increase-by'],
  ['thấp', 'decrease-by'],
  ['ít', 'decrease-by'],
]);

/** Verbs that `lên`, `xuống`, `còn` follow: `nâng lên 40 triệu đồng`, `rút còn 12 ngày`. */
const RAISING = new Map<string, Change>([
  ['nâng', 'increase-to'],
  ['rút', 'decrease-to'],
  ['hạ', 'decrease-to'],
  ['hẹp', 'decrease-to'],
]);

/** Walks back over fillers to the verb of the change. */
function changeOf(
  words: readonly string[],
  kind: Figure['kind'],
  ranged: boolean,
): { change: Change; ambiguous?: boolean } | undefined {
  const compared = words[0] === 'hơn' ? BY_COMPARISON.get(words[1] ?? '') : undefined;
  if (compared && kind !== 'multiple') return { change: compared };
  let to = false;
  let times = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (at === 0 && word === 'từ' && !ranged) return undefined;
    if (word === 'gấp') times = true;
    else if (word === 'còn' || word === 'xuống' || word === 'lên') to = true;
    else if (word === 'ngắn' && words[at + 1] === 'rút')
      return { change: to ? 'decrease-to' : 'decrease-by' };
    else if (word === 'tăng' || word === 'giảm')
      return verbOf(word, words.slice(at + 1), { to, times, kind });
    else if (to && RAISING.has(word)) return { change: RAISING.get(word) ?? 'increase-to' };
    else if (to && (word === 'từ' || !FILLERS.has(word))) return fromTo(words.slice(at));
    else if (!FILLERS.has(word) || at > 5) break;
    if (to && word === 'xuống') return { change: 'decrease-to' };
    if (times && !['tăng', 'lên', 'cao'].includes(words[at + 1] ?? '') && kind === 'multiple') {
      return { change: 'increase-to' };
    }
  }
  return undefined;
}

/** `tăng từ 35 lên`: the verb stands before the old value. */
function fromTo(words: readonly string[]): { change: Change } | undefined {
  const verb = words[words.indexOf('từ') + 1];
  if (!words.includes('từ') || (verb !== 'tăng' && verb !== 'giảm')) return undefined;
  return { change: verb === 'tăng' ? 'increase-to' : 'decrease-to' };
}

/** `đạt mức tăng 8,5%` tells of a change; a `mức tăng` by itself is a noun. */
const LEVEL_VERBS = new Set(['đạt', 'với', 'có']);

function verbOf(
  verb: string,
  [before = '', second = '']: readonly string[],
  { to, times, kind }: { to: boolean; times: boolean; kind: Figure['kind'] },
): { change: Change; ambiguous?: boolean } | undefined {
  if (before === 'gia' || before === 'độ') return undefined;
  if (before === 'mức' && !LEVEL_VERBS.has(second)) return undefined;
  const direction = verb === 'tăng' ? 'increase' : 'decrease';
  if (kind === 'multiple') {
    return times ? { change: `${direction}-to` } : { change: `${direction}-to`, ambiguous: true };
  }
  return { change: to ? `${direction}-to` : `${direction}-by` };
}

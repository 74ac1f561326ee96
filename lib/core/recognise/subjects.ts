import {
  anyOf,
  breakBefore,
  isAhead,
  isDigitAt,
  isPlainLetterAt,
  isSpaceAt,
  isUpperAt,
  skipSpaces,
  textBefore,
  UnitSet,
  WORD_END,
  wordAt,
  wordEnd,
} from './boundary.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { nounAt } from './nouns.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { ScanText } from './scan-text.ts';

/** The counted noun phrase: a span of the scan text. */
export interface Subject {
  start: number;
  end: number;
}

const STOPS = new Set(lexicon.subjectStops);
const STOP_PHRASES = new Set([...lexicon.subjectStops, ...lexicon.subjectStopPhrases]);
/** First words of the stop phrases that have more than one. */
const STOP_OPENERS = new Set(
  [...STOP_PHRASES]
    .filter((phrase) => phrase.includes(' '))
    .map((phrase) => phrase.slice(0, phrase.indexOf(' '))),
);
const EVENTS = new Set(lexicon.events);
const VERBS_AFTER_NEW = new Set(lexicon.verbsAfterNew);
const COORDINATES = new Map(
  lexicon.coordinates.flatMap((group, at) => group.map((noun) => [noun, at] as const)),
);
const COORDINATE_INDEX = new PhraseIndex(COORDINATES.keys());
const MAX_WORDS = 14;
const JOINER = /,\s{1,2}|\s{1,2}và\s{1,2}|\s{1,2}hoặc\s{1,2}|\//y;
const HYPHENED = new RegExp(
  `\\s{0,2}[-–]\\s{0,2}(?=(?:${anyOf(lexicon.hyphened)})${WORD_END})`,
  'uy',
);
/** What `JOINER` goes on with: a sign, or the first letter of `và` and `hoặc`. */
const JOINER_SIGNS = new UnitSet(',/vh');
const HYPHENS = new UnitSet('-–');
const NUMBER_WORDS: readonly string[] = ['số ', 'tổng số '];
const DANGLING = / (?:(?<!trực )thuộc|(?<!địa |tín )chỉ|các|những|đầu|cuối)$/;
/** Last letters of the dangling words. */
const DANGLING_ENDS = new UnitSet('cguiỉ');
const NAME_BEARERS = new Set(lexicon.nameBearers);
const TITLE_WORDS = new Set(lexicon.titleWords);

/**
 * Reads the noun phrase that begins at `at` with the modifiers that restrict it:
 * `" chi bộ trực thuộc Đảng ủy cơ sở có cấp ủy"` → `"chi bộ trực thuộc Đảng ủy cơ sở"`.
 */
export function subjectAt(
  scan: ScanText,
  at: number,
  limit = scan.text.length,
): Subject | undefined {
  const { lower } = scan;
  const start = countedStart(lower, at);
  let end = start;
  let last = '';
  for (let words = 0, next = start; words < MAX_WORDS && next < limit; words++) {
    const noun = nounAt(lower, next) ?? COORDINATE_INDEX.match(lower, next);
    if (noun === undefined || end !== start) {
      const to = wordEnd(lower, next);
      const named = words === 1 && EVENTS.has(last);
      if (to === next || isStop(lower, next, { to, noun, named })) break;
      if (words === 1 && NAME_BEARERS.has(last) && isNameAt(scan, next, to)) break;
      end = noun === undefined ? to : end;
    }
    if (noun !== undefined) {
      last = lastOfRow(noun);
      end = next + noun.length;
    }
    if (end > limit) break;
    const joined = coordinated(lower, end, last);
    next = joined ?? skipSpaces(lower, end, 3);
    if (joined === undefined && next === end) break;
  }
  if (end > limit) end = limit - (/\s{0,3}$/.exec(lower.slice(start, limit))?.[0].length ?? 0);
  if (DANGLING_ENDS.isAt(lower, end - 1))
    end -= DANGLING.exec(lower.slice(start, end))?.[0].length ?? 0;
  return end > start ? { start, end } : undefined;
}

/** `"chi, đảng bộ"` → `"đảng bộ"`. */
function lastOfRow(noun: string): string {
  return noun.includes(',') ? noun.slice(noun.lastIndexOf(',') + 1).trim() : noun;
}

/** Where the counted noun begins; `8,8% số chi bộ` counts `chi bộ`. */
function countedStart(lower: string, at: number): number {
  const start = skipSpaces(lower, at);
  const first = lower.charAt(start);
  if (first !== 's' && first !== 't') return start;
  const word = NUMBER_WORDS.find((words) => lower.startsWith(words, start));
  if (word === undefined) return start;
  const noun = start + word.length;
  return isPlainLetterAt(lower, noun) && nounAt(lower, noun) !== undefined ? noun : start;
}

/** A capital behind `đồng chí`, `phường`: a name, unless it is an office (`đồng chí Bí thư`). */
function isNameAt({ text, lower }: ScanText, at: number, to: number): boolean {
  return isUpperAt(text, at) && !TITLE_WORDS.has(lower.slice(at, to));
}

const ORGANISATIONS = new Set([
  'đảng',
  'cơ',
  'đoàn',
  'hội',
  'chính',
  'xã',
  'kinh',
  'quần',
  'công',
  'tôn',
]);

/** `xã tổ chức xong đại hội`: a verb, where `tổ chức đảng` and one without an object are nouns; `at` is that of `chức`. */
export function organises(lower: string, at: number): boolean {
  const object = wordAt(lower, skipSpaces(lower, at + 'chức'.length));
  return object !== '' && !ORGANISATIONS.has(object);
}

/** The words that `isStop` knows: most words of a phrase are none of them. */
const MAY_STOP = new PhraseIndex([...STOPS, ...STOP_OPENERS, 'thành', 'tổ', 'mới', 'và', 'hoặc']);

/** `named`: the word before is an event's classifier, whose verb names it (`buổi sinh hoạt`). */
function isStop(
  lower: string,
  at: number,
  { to, noun, named }: { to: number; noun: string | undefined; named: boolean },
): boolean {
  if (isDigitAt(lower, at)) return true;
  if (MAY_STOP.match(lower, at) === undefined) return false;
  const word = lower.slice(at, to);
  const next = skipSpaces(lower, to, 3);
  const following = next > to ? wordAt(lower, next) : '';
  if (STOP_OPENERS.has(word) && STOP_PHRASES.has(`${word} ${following}`)) return !named;
  if (word === 'thành' && isDigitAt(following, 0)) return true;
  if (word === 'tổ' && following === 'chức') return organises(lower, next);
  if (isPartOfWord(lower, at, { word, following })) return false;
  if (word === 'mới' && VERBS_AFTER_NEW.has(following)) return true;
  if (word === 'và' || word === 'hoặc') return true;
  return noun === undefined && STOPS.has(word);
}

/** Nouns that `thu`, `vay` belong to: `khoản vay`, `vụ thu đông`. */
const DEALINGS =
  /(?<![\p{L}\p{M}])(?:khoản|nguồn|món|vốn|nợ|gói|số|mức|điểm|trạm|vụ|mùa|hè|doanh|tổ|nhóm|đội|xe|máy) $/u;

/** Stop words that end a longer word: `nông thôn mới`, `dương tính`, `đảng viên dự bị`. */
function isPartOfWord(
  lower: string,
  at: number,
  { word, following }: { word: string; following: string },
): boolean {
  if (word === 'dự') return following === 'bị';
  if (word === 'bị') return lower.endsWith('dự ', at);
  if (word === 'dưới') return lower.endsWith('cấp ', at);
  if (word === 'ký') return lower.endsWith('chữ ', at);
  if (word === 'mới') return lower.endsWith('nông thôn ', at);
  if (word === 'thu' && following === 'nhập') return true;
  if (word === 'thu' || word === 'vay') return DEALINGS.test(textBefore(lower, at, 10));
  return word === 'tính' && /(?:dương|âm) $/.test(textBefore(lower, at, 6));
}

/** Where the phrase goes on after a comma or `và`: only with a noun of the same row (`thôn, làng, tổ dân phố`). */
function coordinated(lower: string, end: number, last: string): number | undefined {
  if (isAhead(lower, end, HYPHENS)) {
    HYPHENED.lastIndex = end;
    return HYPHENED.test(lower) ? HYPHENED.lastIndex : undefined;
  }
  if (!isAhead(lower, end, JOINER_SIGNS)) return undefined;
  JOINER.lastIndex = end;
  if (!JOINER.test(lower)) return undefined;
  const next = JOINER.lastIndex;
  const row = COORDINATES.get(last);
  const noun = COORDINATE_INDEX.match(lower, next);
  if (noun === undefined) return undefined;
  return row !== undefined && COORDINATES.get(noun) === row ? next : undefined;
}

const NUMBER_OF = /(?:^|[^\p{L}])(?:tổng số|số lượng|số)\s{1,2}/gu;
const REACH = 140;
const CLAUSE_BREAKS = new UnitSet('.;\n(),');

/** The noun named before its number: `"tổng số đảng viên toàn tỉnh là 1.837"` → `"đảng viên toàn tỉnh"`. */
export function subjectBefore(scan: ScanText, at: number): Subject | undefined {
  const from = breakBefore(scan.text, at, at - REACH, CLAUSE_BREAKS);
  const clause = scan.lower.slice(from, at);
  if (!clause.includes('số')) return labelledBefore(scan, at);
  let found: Subject | undefined;
  for (const match of clause.matchAll(NUMBER_OF)) {
    const start = from + match.index + match[0].length;
    if (nounAt(scan.lower, start) === undefined) continue;
    found = subjectAt(scan, start, at) ?? found;
  }
  return found ?? labelledBefore(scan, at);
}

const TOLD =
  /(?:^|[.;:,(\n])\s{0,3}([^.;:,()\n\d]{2,60}) là $|(?:^|\n)([^\n\d.;:]{2,60})\n(?:\d{1,4}\/\d{1,4}\n){0,3}$/u;

/** The noun with which a clause begins that tells its number, or the row of a table: `"nhà bị tốc mái là 228"` → `"nhà"`. */
export function toldBefore(scan: ScanText, at: number): Subject | undefined {
  // Both forms of `TOLD` end so, and few numbers have either before them.
  if (!scan.lower.endsWith(' là ', at) && !scan.lower.endsWith('\n', at)) return undefined;
  const near = textBefore(scan.lower, at, REACH / 2);
  const told = TOLD.exec(near);
  const clause = told?.[1] ?? told?.[2];
  if (!told || clause === undefined) return undefined;
  const start = at - near.length + told.index + told[0].indexOf(clause);
  return nounAt(scan.lower, start) === undefined
    ? undefined
    : subjectAt(scan, start, start + clause.length);
}

const LONGEST_LABEL = 60;
const LABEL_BREAKS = new UnitSet('.;:\n(),0123456789');

/** `Hộ nghèo: 12`: the words before a colon. */
function labelledBefore(scan: ScanText, at: number): Subject | undefined {
  let end = at;
  while (at - end < 2 && isSpaceAt(scan.text, end - 1)) end--;
  if (scan.text.charAt(--end) !== ':') return undefined;
  let start = breakBefore(scan.text, end, end - LONGEST_LABEL, LABEL_BREAKS);
  start += /^[\s*+•-]{0,6}/.exec(scan.text.slice(start, end))?.[0].length ?? 0;
  return nounAt(scan.lower, start) === undefined ? undefined : { start, end };
}

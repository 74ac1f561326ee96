import {
  anyOf,
  breakBefore,
  isAhead,
  isPlainLetterAt,
  isSpaceAt,
  isUpperAt,
  skipSpaces,
  textBefore,
  UnitSet,
  WORD_END,
  wordEnd,
} from './boundary.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { nounAt } from './nouns.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { ScanText } from './scan-text.ts';
import { isStop } from './subject-stops.ts';

/** The counted noun phrase: a span of the scan text. */
export interface Subject {
  start: number;
  end: number;
}

const EVENTS = new Set(lexicon.events);
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
  if (OPENING_QUOTES.isAt(lower, start)) return quotedSubject(lower, start, limit);
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

const OPENING_QUOTES = new UnitSet('“"');
const QUOTED = /[“"][^“”"\n.;\d]{2,60}[”"]/y;

/** `9 “Nhà đồng đội”`: a name in quotes, which begins with what it is. */
function quotedSubject(lower: string, start: number, limit: number): Subject | undefined {
  QUOTED.lastIndex = start;
  if (nounAt(lower, start + 1) === undefined || !QUOTED.test(lower)) return undefined;
  return QUOTED.lastIndex <= limit ? { start, end: QUOTED.lastIndex } : undefined;
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
  if (!isUpperAt(text, at) || TITLE_WORDS.has(lower.slice(at, to))) return false;
  return !COMMITTEE.test(lower.slice(at, at + LONGEST_COMMITTEE));
}

/** `đồng chí Huyện ủy viên`, where `đồng chí Thành` is a name. */
const COMMITTEE = /^(?:huyện|tỉnh|thành|thị|quận) (?:ủy|uỷ)(?![\p{L}\p{M}])/u;
const LONGEST_COMMITTEE = 10;

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
  const from = rowStart(scan, at);
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

/** Where the clause before a number begins, a row of nouns (`số thôn, bản chưa có chi bộ`) being one. */
function rowStart({ text, lower }: ScanText, at: number): number {
  const from = breakBefore(text, at, at - REACH, CLAUSE_BREAKS);
  const isRow =
    text.charAt(from - 1) === ',' &&
    COORDINATE_INDEX.match(lower, skipSpaces(lower, from)) !== undefined;
  return isRow ? breakBefore(text, from - 1, at - REACH, CLAUSE_BREAKS) : from;
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

import {
  isDigitAt,
  isLetterAt,
  isLetterOrDigitAt,
  isUpperAt,
  skipSpaces,
  textBefore,
  wordAt,
  wordBefore,
} from './boundary.ts';
import labels from './lexicon/labels.json' with { type: 'json' };
import { isNounAt } from './nouns.ts';
import type { Quantity } from './quantity.ts';
import { readQuantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';
import { readPer } from './unit.ts';

const SYMBOL_SIGNS = new Set('/+_@#:&?°');
const FOOTNOTE_SIGNS = new Set('”"’»)%');
const VERBS = new Set(labels.verbs);
const DASHES = new Set(['-', '–']);

/** `U23`, `Covid-19`, `5G`, `12A1`, `2403-QĐ`: part of a name or a symbol. */
export function gluedVeto(
  { text, lower }: ScanText,
  { start, end, bare, pointed, kind }: Quantity,
) {
  if (pointed && bare) return 'version';
  const before = text.charAt(start - 1);
  if (isLetterAt(text, start - 1)) {
    const word = wordBefore(lower, start);
    if (
      word.length < 2 ||
      !VERBS.has(word) ||
      text.charAt(start - word.length) !== word.charAt(0)
    ) {
      return 'name';
    }
  }
  if ((before === '-' || before === '–') && isLetterOrDigitAt(text, start - 2)) return 'name';
  const isDashed = before === ' ' && DASHES.has(text.charAt(start - 2));
  if (isDashed && /covid ?[-–] $/.test(textBefore(lower, start, 8))) return 'name';
  if (before === '.' && /(?:\d|^|[^\p{L}])\p{Lu}{1,2}\.$/u.test(textBefore(text, start, 4)))
    return 'name';
  if (before === '/' && (kind === 'money' || kind === 'measure')) return undefined;
  if (bare && (before === '[' || isPage(lower, start))) return 'footnote';
  if (before === '/' && (isOtherCount(lower, start, end) || isPlanned(lower, start, kind)))
    return undefined;
  if (before === '+' && kind === 'percentage' && /[\s(]/.test(text.charAt(start - 2)))
    return undefined;
  if (SYMBOL_SIGNS.has(before) && !(before === ':' && isLetterAt(text, start - 2))) return 'symbol';
  if (bare && FOOTNOTE_SIGNS.has(before) && !isLetterAt(text, skipSpaces(text, end)))
    return 'footnote';
  if (isUpperAt(text, end - 1) && isDigitAt(text, end - 2) && end - 2 >= start) return 'name';
  return bare ? gluedAfter(text, lower, end) : undefined;
}

/** `tr. 15`: a page. */
function isPage(lower: string, start: number): boolean {
  const mayBe = lower.startsWith('tr.', start - 4) || lower.startsWith('tr.', start - 3);
  return mayBe && /(?:^|[^\p{L}])tr\.\s?$/u.test(textBefore(lower, start, 5));
}

/** `81,5%/60%`: a share reached and the share planned. */
function isPlanned(lower: string, start: number, kind: Quantity['kind']): boolean {
  return kind === 'percentage' && lower.charAt(start - 2) === '%';
}

const ROUND = /^10*(?:\.000)*$/;
/** What was counted before the slash: `27 vụ án/`. */
const COUNTED_BEFORE = /\d (?:\p{Ll}{1,7} ){0,4}\p{Ll}{1,7}\/$/u;

/** What ends a bare number behind the slash: `215 đảng viên/200 (`. */
const PLAN_ENDS = /^(?: \(|[,;)\n]|\. |$)/;

/** `2.345 hộ/9.876 nhân khẩu` are two counts; `14 bác sĩ/10.000 dân`, `2 cán bộ/1 xã` are rates. */
function isOtherCount(lower: string, start: number, end: number): boolean {
  if (!isLetterAt(lower, start - 2)) return false;
  const next = skipSpaces(lower, end);
  const written = lower.slice(start, end);
  if (ROUND.test(written) && (written !== '1' || readPer(`/${lower.slice(next, next + 16)}`, 0)))
    return false;
  if (isNounAt(lower, next)) return true;
  const counted = COUNTED_BEFORE.exec(textBefore(lower, start, 44))?.[0];
  if (counted !== undefined && PLAN_ENDS.test(lower.slice(end, end + 2)))
    return isNounAt(lower, start - counted.length + 2);
  return next > end && isLetterAt(lower, next) && counted !== undefined;
}

const SYMBOL_JOINTS = new Set(['/', '\\', '-', '–']);

function gluedAfter(text: string, lower: string, end: number): string | undefined {
  const next = text.charAt(end);
  if (next === ' ') return undefined;
  const isGoingOn = isLetterOrDigitAt(text, end + 1);
  if (lower.startsWith('đ/c', end)) return undefined;
  if (next === '/' && readQuantity(lower, end + 1)?.unit === 'VND') return undefined;
  if (isGoingOn && SYMBOL_JOINTS.has(next)) return 'symbol';
  if (next === ':' && isDigitAt(text, end + 1)) return 'score';
  if (!isLetterAt(text, end)) return undefined;
  if (isNounAt(lower, end)) return undefined;
  const word = wordAt(text, end);
  return word.length < 2 || isUpperAt(text, end) ? 'name' : undefined;
}

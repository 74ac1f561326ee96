import type { Figure } from '../annotation.ts';
import { anyOf, isPlainLetterAt, skipSpaces, textBefore, WORD_END } from './boundary.ts';
import { baselineAfter, baselineBefore, baselineOfMultiple } from './baselines.ts';
import { readCues } from './cues.ts';
import { compareDecimals } from './decimal.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import type { Quantity } from './quantity.ts';
import { quantityValue } from './quantity.ts';
import { perAround } from './rates.ts';
import type { ScanText } from './scan-text.ts';
import type { Subject } from './subjects.ts';
import { subjectAt, subjectBefore, toldBefore } from './subjects.ts';

/** A figure with what the later rules need of it; spans are of the scan text. */
export interface Draft {
  figure: Figure;
  quantity: Quantity;
  start: number;
  end: number;
  subject?: Subject | undefined;
  /** Start of the sentence it stands in. */
  sentence: number;
}

/**
 * Makes a figure of a quantity with what its words and its sentence say; `previous` is what the sentence counted before.
 * `limit` is where the next span begins that is no figure's.
 */
export function draftOf(
  scan: ScanText,
  quantity: Quantity,
  previous: Draft | undefined,
  { sentence, limit }: { sentence: number; limit: number | undefined },
): Draft {
  const { start, end, kind } = quantity;
  const subject = subjectOf(scan, quantity, previous, limit);
  const counted = subject && subject.start >= end ? subject.end : end;
  const ranged = quantity.values.length > 1;
  const cues = readCues(scan.lower, { start, end, kind, ranged, counted });
  const per = quantity.per ?? perAround(scan.lower, { start, end: counted, kind });
  const isRate =
    cues.comparator && previous && kind === 'count' && isEach(scan.lower, previous, start);
  const baseline =
    cues.change &&
    baselineOf(scan, { start, end: Math.max(end, subject?.end ?? 0), kind, sentence });
  const glued = kind !== 'percentage' && isPlainLetterAt(scan.text, quantity.end);
  const flags = flagsOf(quantity, cues.flags, glued);
  // The rule stands last in a record, so the record is whole only at the end.
  const figure = {
    type: 'figure',
    start,
    end,
    exact: scan.text.slice(start, end),
    kind,
    value: quantityValue(quantity),
  } as Figure;
  if (quantity.unit && (kind !== 'percentage' || quantity.unit === 'percentage-point')) {
    figure.unit = quantity.unit;
  }
  if (cues.comparator && !isRate) figure.comparator = cues.comparator;
  if (cues.change) figure.change = cues.change;
  if (baseline) figure.baseline = baseline;
  if (subject) figure.subject = scan.text.slice(subject.start, subject.end);
  if (per) figure.per = per;
  if (flags.length > 0) figure.flags = [...flags];
  figure.rule = ruleOf(quantity, flags);
  const draft = { figure, quantity, start, end, sentence, subject };
  if (previous && cues.change?.endsWith('-to')) shareSubject(scan, previous, draft);
  return draft;
}

function baselineOf(
  { lower, text }: ScanText,
  {
    start,
    end,
    kind,
    sentence,
  }: Pick<Draft, 'start' | 'end' | 'sentence'> & Pick<Quantity, 'kind'>,
): string | undefined {
  return (
    baselineAfter(lower, text, end) ??
    (kind === 'multiple' ? baselineOfMultiple(text, end) : undefined) ??
    baselineBefore(lower, text, { sentence, start })
  );
}

function flagsOf(
  { flags }: Quantity,
  ofCues: readonly string[] = [],
  glued: boolean,
): readonly string[] {
  if (ofCues.length === 0 && !glued) return flags;
  return [...flags, ...ofCues, ...(glued ? ['glued'] : [])];
}

/** `2 công dân trên 1 chỉ tiêu`: so many to each, not more than. */
function isEach(lower: string, { subject }: Draft, start: number): boolean {
  return subject !== undefined && lower.slice(subject.end, start).trim() === 'trên';
}

/** What a share is measured by, not what is counted. */
const PLAN = new RegExp(`^(?:${anyOf(lexicon.plans)})${WORD_END}`, 'u');
/** What a share short of all, or beyond, is measured by behind these words: `đạt 87% chỉ tiêu`. */
const MEASURED_BY = new RegExp(`^(?:${anyOf(lexicon.measuredBy)})${WORD_END}`, 'u');
const REACHED =
  /(?:^|[^\p{L}\p{M}])(?:đạt|vượt|bằng|được|=|hoàn thành)(?: (?:tới|hơn|gần|trên|khoảng))? ?$/u;
const ALL = { c: 100n, e: 0 };

function isPlan(
  lower: string,
  { start, values: [share] }: Pick<Quantity, 'start' | 'values'>,
  named: Subject,
): boolean {
  const noun = lower.slice(named.start, named.end);
  if (PLAN.test(noun)) return true;
  if (!share || compareDecimals(share, ALL) === 0 || !MEASURED_BY.test(noun)) return false;
  return REACHED.test(textBefore(lower, start, 20));
}

const BOUND = /^ trở (?:lên|xuống)(?= )/;
const AGES = /tuổi(?: \p{L}+){0,2} (?:từ )?$/u;

function boundLength(lower: string, end: number): number {
  if (!lower.startsWith(' trở', end)) return 0;
  return BOUND.exec(lower.slice(end, end + 12))?.[0].length ?? 0;
}

/** What is counted: the noun after, the noun before, or what the row counts. */
function subjectOf(
  scan: ScanText,
  { end, kind, start, bare, values }: Quantity,
  previous: Draft | undefined,
  limit: number | undefined,
): Subject | undefined {
  if (kind !== 'count' && kind !== 'ratio' && kind !== 'percentage') return undefined;
  const begins = limit !== undefined && limit <= skipSpaces(scan.lower, end);
  const after = subjectAt(scan, end + boundLength(scan.lower, end), begins ? undefined : limit);
  const planned = kind === 'percentage' && after && isPlan(scan.lower, { start, values }, after);
  if (after && !planned) return after;
  if (kind === 'percentage') return undefined;
  const before = subjectBefore(scan, start);
  if (before) return before;
  const between = previous && scan.text.slice(previous.end, start);
  if (kind === 'ratio' && previous && isOfSame(previous.quantity, values)) return previous.subject;
  const listed =
    bare &&
    previous?.subject &&
    between &&
    /[;,:(/]|và/.test(between) &&
    !AGES.test(textBefore(scan.lower, start, 28));
  return listed && previous.quantity.kind === 'count' ? previous.subject : toldBefore(scan, start);
}

/** `8/9 huyện …, còn chủ tịch là 6/9`: of the same whole. */
function isOfSame({ ratio, values: [, before] }: Quantity, [, whole]: Quantity['values']): boolean {
  return ratio && !!before && !!whole && compareDecimals(before, whole) === 0;
}

const OLD_VALUE = /(?<![\p{L}\p{M}])từ $/u;
const NEW_VALUE = /^ (?:giảm |tăng |rút )?(?:xuống còn|còn|xuống|lên) $/;

/** Gives an old value what the new one counts: `từ 10.035 còn 3.321 đơn vị`. */
function shareSubject({ lower, text }: ScanText, old: Draft, { start, end, subject }: Draft): void {
  if (!subject || subject.start < end || old.quantity.kind !== 'count') return;
  if (old.subject && old.subject.start >= old.end) return;
  if (!NEW_VALUE.test(lower.slice(old.end, start))) return;
  if (!OLD_VALUE.test(textBefore(lower, old.start, 4))) return;
  old.subject = subject;
  old.figure.subject = text.slice(subject.start, subject.end);
}

function ruleOf(
  { kind, values, ratio, per, magnitude }: Quantity,
  flags: readonly string[],
): string {
  if (flags.includes('spelled')) return `${kind}-spelled`;
  if (!ratio && values.length > 1) return `${kind}-range`;
  if (per) return `${kind}-rate`;
  return magnitude > 0 && kind === 'count' ? 'count-magnitude' : kind;
}

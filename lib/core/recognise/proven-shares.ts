import { breakBefore, singleSpaced, UnitSet } from './boundary.ts';
import type { Decimal } from './decimal.ts';
import { compareDecimals, percentOf } from './decimal.ts';
import type { Draft } from './figure-draft.ts';
import type { Share } from './links.ts';
import { isShareClaimed } from './share-claim.ts';

const HUNDRED: Decimal = { c: 100n, e: 0 };
/** How many figures and units back the whole of a share is looked for. */
const MOST_LOOKED_AT = 40;
const REACH = 1_200;
/** From so many digits on, hardly another pair of a paragraph gives the same share, and of a text. */
const TELLING = 100n;
const UNMISTAKABLE = 1_000n;
/** `74,3% chỉ tiêu năm (2.000 đảng viên)`, `97,3% đảng viên (1.424/1.463 đồng chí)`: in brackets, what the share is of. */
const BEHIND = /^[^;.,\n%()\d]{0,60}\((?:(?:kế hoạch|chỉ tiêu|tổng số|trên|trong) (?:là )?)?$/;
/** The base of a share in whole per cents, which is too easily met by chance. */
const PLANNED = /^ (?:so với|kế hoạch|chỉ tiêu|nghị quyết|dự toán|mục tiêu)/;
const CLOSEST = 90;
const NEWLINE = new UnitSet('\n');

/**
 * The share that arithmetic proves where no words tell what it is of:
 * `3.120 đảng viên, trong đó … 1.205 người là nữ (38,62%)` → 1205 of 3120. `before` is the share found last.
 */
export function provenShare(
  lower: string,
  drafts: readonly Draft[],
  at: number,
  before: Share | undefined,
): Share | undefined {
  const percentage = drafts[at];
  const stated = percentage?.quantity.values[0];
  if (!percentage || !stated || compareDecimals(stated, HUNDRED) > 0) return undefined;
  const next = nextInBrackets(lower, percentage, drafts[at + 1]);
  if (next && isProven(stated, next.quantity.values)) return { percentage, part: next };
  const last = drafts[at - 1];
  if (!last || !isPart(lower, last, percentage)) return undefined;
  const first = drafts[at - 2];
  if (first && isPairOf(lower, first, last) && isWholeOf(first, stated, last))
    return { percentage, part: first, whole: last };
  const sibling = before?.percentage.sentence === last.sentence ? before.whole : undefined;
  const whole =
    [next, sibling].find((named) => named && isWholeOf(last, stated, named)) ??
    wholeBefore(lower, drafts, at, stated);
  return whole && { percentage, part: last, whole };
}

const OF_TOTAL = /^\/$| (?:trên|trong)(?: tổng(?: số)?)? $/;

/** `9,8 tỷ đồng/11,2 tỷ đồng`, `412 đảng viên trên tổng số 996 người`: a part and its whole side by side. */
function isPairOf(lower: string, part: Draft, whole: Draft): boolean {
  return whole.start - part.end <= CLOSEST && OF_TOTAL.test(lower.slice(part.end, whole.start));
}

function nextInBrackets(lower: string, { end, sentence }: Draft, next?: Draft): Draft | undefined {
  if (!next || next.sentence !== sentence || next.start - end > CLOSEST) return undefined;
  return BEHIND.test(lower.slice(end, next.start)) ? next : undefined;
}

function isPart(lower: string, part: Draft, percentage: Draft): boolean {
  const { kind, values } = part.quantity;
  const isAmount = kind === 'count' || kind === 'money' || kind === 'measure';
  if (!isAmount || values.length !== 1 || part.sentence !== percentage.sentence) return false;
  const told = Math.min(Math.max(part.end, part.subject?.end ?? 0), percentage.start);
  return isShareClaimed(singleSpaced(lower.slice(told, percentage.start)));
}

/** The nearest earlier amount that proves the share, one counted alike before any other. */
function wholeBefore(
  lower: string,
  drafts: readonly Draft[],
  at: number,
  stated: Decimal,
): Draft | undefined {
  const part = drafts[at - 1];
  if (!part) return undefined;
  const paragraph = breakBefore(lower, part.start, part.start - REACH, NEWLINE);
  const { end = 0 } = drafts[at] ?? {};
  if (stated.e >= 0 && PLANNED.test(lower.slice(end, end + 20))) return undefined;
  let unlike: Draft | undefined;
  for (let index = at - 2; index >= 0 && index >= at - MOST_LOOKED_AT; index--) {
    const whole = drafts[index];
    if (!whole || !isWholeOf(part, stated, whole)) continue;
    const isNear = whole.end > paragraph;
    if (isNear && namesParts(lower, whole, part)) return whole;
    if (isCountedAlike(lower, part, whole) && (isNear || stated.c >= TELLING)) return whole;
    if (stated.c >= (isNear ? TELLING : UNMISTAKABLE)) unlike ??= whole;
  }
  return unlike;
}

/** Whether `part` of `whole` is the share stated; of `172/320 đảng viên` the whole is those reached. */
function isWholeOf(
  { quantity: part }: Draft,
  stated: Decimal,
  { quantity: whole }: Draft,
): boolean {
  const [b] = whole.values;
  const [a] = part.values;
  if (!a || !b || (whole.values.length > 1 && !whole.ratio)) return false;
  const isAlike = whole.ratio
    ? part.kind === 'count'
    : whole.kind === part.kind && whole.unit === part.unit;
  return isAlike && compareDecimals(b, a) > 0 && isProven(stated, [a, b]);
}

/** Whether the share stated is `a` of `b`, rounded or cut off: 31.3 of 16 and 51 → true. */
export function isProven(stated: Decimal, [a, b]: readonly (Decimal | undefined)[]): boolean {
  if (!a || !b || b.c === 0n) return false;
  const { rounded, truncated } = percentOf(a, b, Math.max(0, -stated.e));
  return compareDecimals(rounded, stated) === 0 || compareDecimals(truncated, stated) === 0;
}

const PARTS = /^(?: \p{L}+){0,6},? (?:trong đó|gồm|bao gồm)(?![\p{L}\p{M}])/u;

/** `640 tỷ đồng, trong đó nguồn bảo hiểm 480 tỷ đồng`. */
function namesParts(lower: string, whole: Draft, part: Draft): boolean {
  return whole.sentence === part.sentence && PARTS.test(lower.slice(whole.end, whole.end + 64));
}

function isCountedAlike(lower: string, one: Draft, other: Draft): boolean {
  const [a, b] = [one, other].map(({ subject }) =>
    subject ? lower.slice(subject.start, subject.end) : '',
  );
  return !!a && !!b && (a.startsWith(b) || b.startsWith(a));
}

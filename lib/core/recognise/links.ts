import { singleSpaced } from './boundary.ts';
import type { Draft } from './figure-draft.ts';
import { addDecimals, compareDecimals, formatDecimal, percentOf, ZERO } from './decimal.ts';
import { provenShare } from './proven-shares.ts';
import type { ScanText } from './scan-text.ts';
import { isShareClaimed } from './share-claim.ts';
import type { Subject } from './subjects.ts';

/** A percentage tied by the text to the ratio or the count it restates. */
export interface Share {
  percentage: Draft;
  part: Draft;
  /** The total, where the part is a count and not a ratio. */
  whole?: Draft;
}

const OTHER_BASE = /^\s?(?:so với|kế hoạch|chỉ tiêu|nghị quyết|dự toán|mục tiêu|trở lên|\/)/;

/** Ties percentages to the ratio or count of the same sentence that they restate, and fills in `of`. */
export function linkShares(scan: ScanText, drafts: readonly Draft[]): Share[] {
  const shares: Share[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const percentage = drafts[at];
    if (!percentage || !isPlainPercentage(percentage)) continue;
    const share =
      toldShare(scan, drafts, at, percentage) ?? provenShare(scan.lower, drafts, at, shares.at(-1));
    if (!share) continue;
    const { part, whole } = share;
    shares.push(share);
    percentage.figure.of = whole ? `${valueOf(part)}/${firstOf(whole)}` : valueOf(part);
  }
  return shares;
}

function isPlainPercentage({ figure, quantity }: Draft): boolean {
  return (
    quantity.kind === 'percentage' &&
    quantity.values.length === 1 &&
    !figure.per &&
    !figure.change &&
    !figure.unit
  );
}

/** The share that the words tell. */
function toldShare(
  scan: ScanText,
  drafts: readonly Draft[],
  at: number,
  percentage: Draft,
): Share | undefined {
  const part = drafts[at - 1];
  if (!part || part.sentence !== percentage.sentence) return undefined;
  const between = singleSpaced(scan.lower.slice(part.end, percentage.start));
  const after = scan.lower.slice(percentage.end, percentage.end + 20);
  if (/[;\n]/.test(between) || OTHER_BASE.test(after) || percentage.subject) return undefined;
  if (part.figure.kind === 'ratio') {
    // A fraction in words is rounder than the percentage behind it.
    if (part.quantity.flags.includes('spelled')) return undefined;
    const told = Math.min(part.subject?.end ?? part.end, percentage.start);
    const rest = singleSpaced(scan.lower.slice(told, percentage.start));
    if (!isShareClaimed(rest)) return undefined;
    const share = { percentage, part };
    return rest.length > LOOSE && isGross(share) ? undefined : share;
  }
  if (part.figure.kind !== 'count' || part.quantity.values.length !== 1 || part.figure.change)
    return undefined;
  if (!/chiếm(?: tỷ lệ| tỉ lệ)?\s?$/.test(between) || between.length > 60) return undefined;
  return wholesOf(drafts, at - 1, part, scan.lower)
    .map((whole): Share => ({ percentage, part, whole }))
    .find((share) => !isGross(share));
}

/** Longer words than these between a ratio and its percentage may speak of something else. */
const LOOSE = 24;

/** Off by more than two points: rather two things that the text does not tie than a slip. */
function isGross({ percentage, part, whole }: Share): boolean {
  const [a, b] = whole ? [part.quantity.values[0], whole.quantity.values[0]] : part.quantity.values;
  const stated = percentage.quantity.values[0];
  if (!a || !b || !stated || b.c === 0n) return true;
  const { rounded } = percentOf(a, b, 2);
  const off = addDecimals(rounded, { c: -stated.c, e: stated.e });
  return compareDecimals({ c: off.c < 0n ? -off.c : off.c, e: off.e }, { c: 2n, e: 0 }) > 0;
}

/** The earlier totals of the same thing, nearest first: of the same sentence, or before one that opens with `Trong đó`. */
function wholesOf(drafts: readonly Draft[], at: number, part: Draft, lower: string): Draft[] {
  const head = subjectText(lower, part.subject);
  const opener = sentenceOpensParts(lower, part.sentence);
  const wholes: Draft[] = [];
  if (head === '') return wholes;
  for (const draft of drafts.slice(Math.max(0, at - 24), at).toReversed()) {
    if (lower.slice(draft.end, part.start).includes('\n')) break;
    const near = draft.sentence === part.sentence;
    if (!near && !opener) break;
    if (draft.figure.kind !== 'count' || subjectText(lower, draft.subject) !== head) continue;
    if (near && !introducesParts(lower, draft, part)) continue;
    if (exceeds(draft, part)) wholes.push(draft);
  }
  return wholes;
}

function sentenceOpensParts(lower: string, sentence: number): boolean {
  return /^(?:trong đó|trong số đó|cụ thể|gồm)(?![\p{L}\p{M}])/u.test(
    lower.slice(sentence, sentence + 16),
  );
}

function introducesParts(lower: string, whole: Draft, part: Draft): boolean {
  return /^[^;.\n]{0,40}(?:trong đó|gồm|bao gồm|:)/u.test(lower.slice(whole.end, part.start));
}

function exceeds({ quantity: whole }: Draft, { quantity: part }: Draft): boolean {
  const [a] = whole.values;
  const [b] = part.values;
  return (
    whole.values.length === 1 && a !== undefined && b !== undefined && compareDecimals(a, b) >= 0
  );
}

/** The subject as the lower-case text has it, for comparison. */
export function subjectText(lower: string, subject: Subject | undefined): string {
  return subject ? lower.slice(subject.start, subject.end) : '';
}

/** A whole's value; that of `172/320 đảng viên` is 172. */
function firstOf({ quantity }: Draft): string {
  return formatDecimal(quantity.values[0] ?? ZERO);
}

function valueOf({ figure, quantity }: Draft): string {
  return typeof figure.value === 'string'
    ? figure.value
    : quantity.values.map(formatDecimal).join('-');
}

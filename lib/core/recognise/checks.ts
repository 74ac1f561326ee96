import type { Check } from '../annotation.ts';
import { isSpaceAt } from './boundary.ts';
import type { Decimal } from './decimal.ts';
import { addDecimals, compareDecimals, formatDecimal, ZERO } from './decimal.ts';
import type { Draft } from './figure-draft.ts';
import type { Finding } from './finding.ts';
import type { Share } from './links.ts';
import { subjectText } from './links.ts';
import { checkParts } from './part-checks.ts';
import type { ScanText } from './scan-text.ts';
import { checkShare, checkSiblings } from './share-checks.ts';

/** Compares the figures that the text itself ties together; `indexOf` gives a draft's place among the mentions. */
export function checkFigures(
  scan: ScanText,
  drafts: readonly Draft[],
  shares: readonly Share[],
  indexOf: (draft: Draft) => number,
): Check[] {
  const findings: Finding[] = [];
  const add = (finding: Finding | undefined): void => {
    if (finding) findings.push(finding);
  };
  for (const share of shares) add(checkShare(share));
  for (let at = 0; at < drafts.length; at++) {
    add(checkRatio(scan, drafts, at));
    add(checkParts(scan, drafts, at));
    add(checkChange(scan, drafts, at));
  }
  for (const finding of checkSiblings(shares)) add(finding);
  return findings.map(({ drafts: tied, ...check }) => ({
    rule: check.rule,
    mentions: tied.map(indexOf),
    stated: check.stated,
    computed: check.computed,
    verdict: check.verdict,
  }));
}

const MAY_EXCEED = /vượt|chỉ tiêu|kế hoạch|tiêu chí|điểm|lần|so với|mục tiêu|nghị quyết/;
const BALLOTS = /^phiếu/;

/** C1: no more ballots come back than went out; other parts may well go beyond their plan. */
function checkRatio(
  { lower }: ScanText,
  drafts: readonly Draft[],
  at: number,
): Finding | undefined {
  const draft = drafts[at];
  if (draft?.quantity.kind !== 'ratio') return undefined;
  const [a, b] = draft.quantity.values;
  if (!a || !b || compareDecimals(a, b) <= 0) return undefined;
  if (!BALLOTS.test(subjectText(lower, draft.subject))) return undefined;
  if (MAY_EXCEED.test(lower.slice(draft.sentence, draft.end + 80))) return undefined;
  const stated = `${formatDecimal(a)}/${formatDecimal(b)}`;
  return {
    rule: 'ratio',
    drafts: [draft],
    stated,
    computed: `> ${formatDecimal(b)}`,
    verdict: 'mismatch',
  };
}

const FROM_TO = /^[^.;\n\d]{0,60}(?:lên|xuống còn|xuống|còn)\s(?:còn\s)?$/;
const THEN_BY = /^[^.;\n\d]{0,50}(?:,|\()\s?(?:tăng|giảm)(?: thêm)?\s$/;

/** C5: `từ 12 lên 15, tăng 3`: the change against the old and the new value. */
function checkChange(
  { lower }: ScanText,
  drafts: readonly Draft[],
  at: number,
): Finding | undefined {
  const [from, to, by] = [drafts[at], drafts[at + 1], drafts[at + 2]];
  if (!from || !to || !by || !isAfterFrom(lower, from.start)) return undefined;
  const tied = [from, to, by] as const;
  if (tied.some(({ quantity, figure }) => quantity.values.length !== 1 || figure.comparator))
    return undefined;
  if (from.sentence !== by.sentence) return undefined;
  if (
    !FROM_TO.test(lower.slice(from.end, to.start)) ||
    !THEN_BY.test(lower.slice(to.end, by.start))
  )
    return undefined;
  if (sameKind(from, to) === false || sameKind(to, by) === false) return undefined;
  return changeFinding(tied);
}

function isAfterFrom(lower: string, at: number): boolean {
  return lower.startsWith('từ', at - 3) && isSpaceAt(lower, at - 1);
}

function changeFinding(tied: readonly [Draft, Draft, Draft]): Finding | undefined {
  const [old, now, change] = tied.map(({ quantity }) => quantity.values[0] ?? ZERO) as [
    Decimal,
    Decimal,
    Decimal,
  ];
  const difference = addDecimals(now, { c: -old.c, e: old.e });
  const computed = difference.c < 0n ? { c: -difference.c, e: difference.e } : difference;
  const equal = compareDecimals(computed, change) === 0;
  if (!equal && tied[2].figure.kind === 'percentage') return undefined;
  return {
    rule: 'change',
    drafts: [...tied],
    stated: formatDecimal(change),
    computed: formatDecimal(computed),
    verdict: equal ? 'exact' : 'mismatch',
  };
}

function sameKind({ figure: a }: Draft, { figure: b }: Draft): boolean {
  return a.kind === b.kind && (a.unit ?? '') === (b.unit ?? '');
}

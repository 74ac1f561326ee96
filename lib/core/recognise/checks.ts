import type { Check } from '../annotation.ts';
import { textBefore } from './boundary.ts';
import type { Decimal } from './decimal.ts';
import { addDecimals, compareDecimals, formatDecimal, ZERO } from './decimal.ts';
import type { Draft } from './figures.ts';
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
  const findings = [
    ...shares.flatMap(checkShare),
    ...drafts.flatMap((_, at) => [
      ...checkRatio(scan, drafts, at),
      ...checkParts(scan, drafts, at),
      ...checkChange(scan, drafts, at),
    ]),
    ...checkSiblings(shares),
  ];
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
function checkRatio({ text, lower }: ScanText, drafts: readonly Draft[], at: number): Finding[] {
  const draft = drafts[at];
  if (draft?.figure.kind !== 'ratio') return [];
  const [a, b] = draft.quantity.values;
  if (!a || !b || compareDecimals(a, b) <= 0) return [];
  if (!BALLOTS.test(subjectText(text, draft.subject))) return [];
  if (MAY_EXCEED.test(lower.slice(draft.sentence, draft.end + 80))) return [];
  const stated = `${formatDecimal(a)}/${formatDecimal(b)}`;
  return [
    {
      rule: 'ratio',
      drafts: [draft],
      stated,
      computed: `> ${formatDecimal(b)}`,
      verdict: 'mismatch',
    },
  ];
}

const FROM_TO = /^[^.;\n\d]{0,60}(?:lên|xuống còn|xuống|còn)\s(?:còn\s)?$/;
const THEN_BY = /^[^.;\n\d]{0,50}(?:,|\()\s?(?:tăng|giảm)(?: thêm)?\s$/;

/** C5: `từ 12 lên 15, tăng 3`: the change against the old and the new value. */
function checkChange({ lower }: ScanText, drafts: readonly Draft[], at: number): Finding[] {
  const [from, to, by] = drafts.slice(at, at + 3);
  const values = [from, to, by].map((draft) => draft?.quantity.values);
  if (!from || !to || !by || values.some((value) => value?.length !== 1)) return [];
  if (from.sentence !== by.sentence || [from, to, by].some(({ figure }) => figure.comparator))
    return [];
  if (!/từ\s$/.test(textBefore(lower, from.start, 4))) return [];
  if (
    !FROM_TO.test(lower.slice(from.end, to.start)) ||
    !THEN_BY.test(lower.slice(to.end, by.start))
  )
    return [];
  if (sameKind(from, to) === false || sameKind(to, by) === false) return [];
  return changeFinding([from, to, by]);
}

function changeFinding(tied: readonly [Draft, Draft, Draft]): Finding[] {
  const [old, now, change] = tied.map(({ quantity }) => quantity.values[0] ?? ZERO) as [
    Decimal,
    Decimal,
    Decimal,
  ];
  const difference = addDecimals(now, { c: -old.c, e: old.e });
  const computed = difference.c < 0n ? { c: -difference.c, e: difference.e } : difference;
  const equal = compareDecimals(computed, change) === 0;
  if (!equal && tied[2].figure.kind === 'percentage') return [];
  return [
    {
      rule: 'change',
      drafts: [...tied],
      stated: formatDecimal(change),
      computed: formatDecimal(computed),
      verdict: equal ? 'exact' : 'mismatch',
    },
  ];
}

function sameKind({ figure: a }: Draft, { figure: b }: Draft): boolean {
  return a.kind === b.kind && (a.unit ?? '') === (b.unit ?? '');
}

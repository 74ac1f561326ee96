import type { Check } from '../annotation.ts';
import type { Decimal } from './decimal.ts';
import { addDecimals, compareDecimals, formatDecimal, percentOf, ZERO } from './decimal.ts';
import type { Draft } from './figure-draft.ts';
import type { Finding } from './finding.ts';
import type { Share } from './links.ts';

/** C2: a percentage against the ratio it restates. `16/51` and `31,3%` → truncated, 31.37. */
export function checkShare({ percentage, part, whole }: Share): Finding | undefined {
  const stated = percentage.quantity.values[0];
  const [a, b] = whole ? [part.quantity.values[0], whole.quantity.values[0]] : part.quantity.values;
  if (!stated || !a || !b || b.c === 0n) return undefined;
  const places = Math.max(0, -stated.e);
  const { rounded, truncated, exact } = percentOf(a, b, places);
  const shown = percentOf(a, b, Math.max(2, places)).rounded;
  let verdict: Check['verdict'] = 'mismatch';
  if (compareDecimals(rounded, stated) === 0) verdict = exact ? 'exact' : 'rounded';
  else if (compareDecimals(truncated, stated) === 0) verdict = 'truncated';
  if (verdict === 'mismatch' && percentage.figure.comparator) return undefined;
  return {
    rule: 'share',
    drafts: whole ? [percentage, part, whole] : [percentage, part],
    stated: formatDecimal(stated),
    computed: formatDecimal(shown),
    verdict,
  };
}

/** C4: shares of one whole whose parts make it up, against 100. */
export function checkSiblings(shares: readonly Share[]): (Finding | undefined)[] {
  const groups = new Map<Draft, Share[]>();
  for (const share of shares) {
    if (!share.whole) continue;
    groups.set(share.whole, [...(groups.get(share.whole) ?? []), share]);
  }
  return Array.from(groups, ([whole, group]) => siblingsFinding(whole, group));
}

function siblingsFinding(whole: Draft, group: readonly Share[]): Finding | undefined {
  const total = whole.quantity.values[0];
  const sumOf = (pick: (share: Share) => Draft) =>
    group.reduce<Decimal>(
      (sum, share) => addDecimals(sum, pick(share).quantity.values[0] ?? ZERO),
      ZERO,
    );
  if (
    !total ||
    group.length < 2 ||
    compareDecimals(
      sumOf(({ part }) => part),
      total,
    ) !== 0
  )
    return undefined;
  const sum = sumOf(({ percentage }) => percentage);
  const hundred = { c: 100n, e: 0 };
  const halfUnits = group.reduce<Decimal>(
    (sum, { percentage }) =>
      addDecimals(sum, { c: 5n, e: (percentage.quantity.values[0]?.e ?? 0) - 1 }),
    ZERO,
  );
  const off = addDecimals(sum, { c: -100n, e: 0 });
  const within = compareDecimals({ c: off.c < 0n ? -off.c : off.c, e: off.e }, halfUnits) <= 0;
  let verdict: Check['verdict'] = within ? 'rounded' : 'mismatch';
  if (compareDecimals(sum, hundred) === 0) verdict = 'exact';
  return {
    rule: 'shares-sum',
    drafts: [whole, ...group.map(({ percentage }) => percentage)],
    stated: formatDecimal(sum),
    computed: '100',
    verdict,
  };
}

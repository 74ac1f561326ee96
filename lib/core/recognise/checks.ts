import type { Check } from '../annotation.ts';
import type { Decimal } from './decimal.ts';
import { addDecimals, compareDecimals, formatDecimal, percentOf } from './decimal.ts';
import type { Draft } from './figures.ts';
import type { Share } from './links.ts';
import { subjectText } from './links.ts';
import type { ScanText } from './scan-text.ts';

type Finding = Omit<Check, 'mentions'> & { drafts: Draft[] };

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

/** C2: a percentage against the ratio it restates. `16/51` and `31,3%` → truncated, 31.37. */
function checkShare({ percentage, part, whole }: Share): Finding[] {
  const stated = percentage.quantity.values[0];
  const [a, b] = whole ? [part.quantity.values[0], whole.quantity.values[0]] : part.quantity.values;
  if (!stated || !a || !b || b.c === 0n) return [];
  const places = Math.max(0, -stated.e);
  const { rounded, truncated, exact } = percentOf(a, b, places);
  const shown = percentOf(a, b, Math.max(2, places)).rounded;
  let verdict: Check['verdict'] = 'mismatch';
  if (compareDecimals(rounded, stated) === 0) verdict = exact ? 'exact' : 'rounded';
  else if (compareDecimals(truncated, stated) === 0) verdict = 'truncated';
  if (verdict === 'mismatch' && percentage.figure.comparator) return [];
  return [
    {
      rule: 'share',
      drafts: whole ? [percentage, part, whole] : [percentage, part],
      stated: formatDecimal(stated),
      computed: formatDecimal(shown),
      verdict,
    },
  ];
}

const MAY_EXCEED = /vượt|chỉ tiêu|kế hoạch|tiêu chí|điểm|lần|so với|mục tiêu|nghị quyết/;
const ENTITIES = /^(?:chi bộ|đảng bộ|đảng viên|đại biểu|phiếu|đồng chí|người|hộ|xã|thôn|tổ chức)/;

/** C1: a part is not more than its whole, unless the text says it went beyond. */
function checkRatio({ text, lower }: ScanText, drafts: readonly Draft[], at: number): Finding[] {
  const draft = drafts[at];
  if (draft?.figure.kind !== 'ratio') return [];
  const [a, b] = draft.quantity.values;
  if (!a || !b || compareDecimals(a, b) <= 0) return [];
  if (!ENTITIES.test(subjectText(text, draft.subject))) return [];
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

const OPENS_PARTS =
  /^[^.;:\n\d]{0,60}?(?:,|:|\(|-|–)?\s?(?:bao gồm|gồm có|gồm|chia ra|trong đó)\s?(?:có|:)?\s?$/;
const NEXT_SENTENCE = /^[^.;\n\d]{0,60}\.\s{1,3}(?:trong đó|trong số đó)(?:,|:)?\s?(?:có\s)?$/;

/** C3: parts against their whole, where the text lists them right after it. */
function checkParts(scan: ScanText, drafts: readonly Draft[], at: number): Finding[] {
  const whole = drafts[at];
  const total = whole && plainCount(whole);
  if (!whole || !total) return [];
  const next = drafts[at + 1];
  if (!next) return [];
  const between = scan.lower.slice(whole.end, next.start);
  const inline = OPENS_PARTS.test(between);
  const apart = NEXT_SENTENCE.test(between);
  if (!inline && !apart) return [];
  const parts = inline
    ? adjacentParts(scan, drafts, at + 1)
    : sameThing(scan, drafts, at + 1, subjectText(scan.text, whole.subject));
  return partsFinding(scan, whole, total, parts, inline && !/trong đó/.test(between));
}

/** The counts of a list, up to the first break of it. */
function adjacentParts(scan: ScanText, drafts: readonly Draft[], from: number): Draft[] {
  const parts: Draft[] = [];
  for (let at = from; at < drafts.length; at++) {
    const draft = drafts[at];
    if (!draft || !plainCount(draft)) break;
    const before = parts.at(-1);
    if (
      before &&
      !/^[^.\n()\d]{0,60}(?:,|;|và)\s{1,3}(?:có )?$/.test(scan.lower.slice(before.end, draft.start))
    )
      break;
    parts.push(draft);
  }
  return parts;
}

/** The counts of one thing in the sentence that begins with `Trong đó`. */
function sameThing(scan: ScanText, drafts: readonly Draft[], from: number, thing: string): Draft[] {
  const sentence = drafts[from]?.sentence;
  return drafts
    .slice(from)
    .filter(
      (draft) =>
        draft.sentence === sentence &&
        plainCount(draft) &&
        subjectText(scan.text, draft.subject) === thing,
    );
}

/** An equal sum is worth telling; an unequal one only where parts and whole are one thing, listed as all of it. */
function partsFinding(
  { text }: ScanText,
  whole: Draft,
  total: Decimal,
  parts: readonly Draft[],
  complete: boolean,
): Finding[] {
  if (parts.length < 2) return [];
  const sum = parts.reduce<Decimal>(
    (sum, part) => addDecimals(sum, part.quantity.values[0] ?? ZERO),
    ZERO,
  );
  const equal = compareDecimals(sum, total) === 0;
  const head = subjectText(text, whole.subject);
  const alike =
    head !== '' && parts.every((part) => subjectText(text, part.subject).startsWith(head));
  if (!equal && !(complete && alike)) return [];
  return [
    {
      rule: 'parts',
      drafts: [whole, ...parts],
      stated: formatDecimal(total),
      computed: formatDecimal(sum),
      verdict: equal ? 'exact' : 'mismatch',
    },
  ];
}

const ZERO: Decimal = { c: 0n, e: 0 };

function plainCount({ figure, quantity }: Draft): Decimal | undefined {
  const plain =
    figure.kind === 'count' && !figure.comparator && !figure.change && quantity.values.length === 1;
  return plain ? quantity.values[0] : undefined;
}

/** C4: shares of one whole whose parts make it up, against 100. */
function checkSiblings(shares: readonly Share[]): Finding[] {
  const groups = new Map<Draft, Share[]>();
  for (const share of shares) {
    if (!share.whole) continue;
    groups.set(share.whole, [...(groups.get(share.whole) ?? []), share]);
  }
  return [...groups].flatMap(([whole, group]) => siblingsFinding(whole, group));
}

function siblingsFinding(whole: Draft, group: readonly Share[]): Finding[] {
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
    return [];
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
  return [
    {
      rule: 'shares-sum',
      drafts: [whole, ...group.map(({ percentage }) => percentage)],
      stated: formatDecimal(sum),
      computed: '100',
      verdict,
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
  if (!/từ\s$/.test(lower.slice(from.start - 4, from.start))) return [];
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

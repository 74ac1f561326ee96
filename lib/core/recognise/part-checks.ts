import type { Decimal } from './decimal.ts';
import { addDecimals, compareDecimals, formatDecimal, ZERO } from './decimal.ts';
import type { Draft } from './figure-draft.ts';
import type { Finding } from './finding.ts';
import { subjectText } from './links.ts';
import type { ScanText } from './scan-text.ts';

const OPENS_PARTS =
  /^[^.;:\n\d]{0,60}?(?:,|:|\(|-|–)?\s?(?:bao gồm|gồm có|gồm|chia ra|trong đó)\s?(?:có|:)?\s?$/;
const NEXT_SENTENCE = /^[^.;\n\d]{0,60}\.\s{1,3}(?:trong đó|trong số đó)(?:,|:)?\s?(?:có\s)?$/;

/** More than either form spans. */
const WIDEST_GAP = 100;
/** A word of either form: most gaps hold none. */
const PARTS_WORD = /gồm|chia ra|trong /;

/** C3: parts against their whole, where the text lists them right after it. */
export function checkParts(
  scan: ScanText,
  drafts: readonly Draft[],
  at: number,
): Finding | undefined {
  const whole = drafts[at];
  const total = whole && plainCount(whole);
  if (!whole || !total) return undefined;
  const next = drafts[at + 1];
  if (!next) return undefined;
  if (next.start - whole.end > WIDEST_GAP) return undefined;
  const between = scan.lower.slice(whole.end, next.start);
  if (!PARTS_WORD.test(between)) return undefined;
  const inline = OPENS_PARTS.test(between);
  const apart = NEXT_SENTENCE.test(between);
  if (!inline && !apart) return undefined;
  const parts = inline
    ? adjacentParts(scan, drafts, at + 1)
    : sameThing(scan, drafts, at + 1, subjectText(scan.lower, whole.subject));
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
        subjectText(scan.lower, draft.subject) === thing,
    );
}

/** An equal sum is worth telling; an unequal one only where parts and whole are one thing, listed as all of it. */
function partsFinding(
  { lower }: ScanText,
  whole: Draft,
  total: Decimal,
  parts: readonly Draft[],
  complete: boolean,
): Finding | undefined {
  if (parts.length < 2) return undefined;
  const sum = parts.reduce<Decimal>(
    (sum, part) => addDecimals(sum, part.quantity.values[0] ?? ZERO),
    ZERO,
  );
  const equal = compareDecimals(sum, total) === 0;
  const head = subjectText(lower, whole.subject);
  const alike =
    head !== '' && parts.every((part) => subjectText(lower, part.subject).startsWith(head));
  if (!equal && !(complete && alike)) return undefined;
  return {
    rule: 'parts',
    drafts: [whole, ...parts],
    stated: formatDecimal(total),
    computed: formatDecimal(sum),
    verdict: equal ? 'exact' : 'mismatch',
  };
}

function plainCount({ figure, quantity }: Draft): Decimal | undefined {
  const plain =
    quantity.kind === 'count' &&
    quantity.values.length === 1 &&
    !figure.comparator &&
    !figure.change;
  return plain ? quantity.values[0] : undefined;
}

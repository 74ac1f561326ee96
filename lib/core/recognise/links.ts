import type { Draft } from './figures.ts';
import { formatDecimal } from './decimal.ts';
import type { Subject } from './subjects.ts';
import type { ScanText } from './scan-text.ts';

/** A percentage tied by the text to the ratio or the count it restates. */
export interface Share {
  percentage: Draft;
  part: Draft;
  /** The total, where the part is a count and not a ratio. */
  whole?: Draft;
}

const RESTATES =
  /^[^.;\n%]{0,90}?(?:\(|,|-|–)?\s?(?:(?:đạt|chiếm|bằng|tương đương|tương ứng|với)\s)?(?:tỷ lệ|tỉ lệ)?\s?(?:đạt|là|gần|trên|hơn|khoảng)?\s?$/;
const OPENED =
  /\(\s?(?:(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương đương|tương ứng|gần|khoảng|trên|hơn)\s?){0,3}$/;
const CLAIMED =
  /(?:,\s?|\s-\s|\s–\s|\s)(?:đạt tỷ lệ|đạt tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ|chiếm|bằng|tỷ lệ|tỉ lệ|tương đương|tương ứng)(?:\s(?:khoảng|gần|trên|hơn|tỷ lệ|tỉ lệ))?\s?$/;
const REACHED = /,\s?đạt\s?$/;
const OTHER_BASE = /^\s?(?:so với|kế hoạch|chỉ tiêu|nghị quyết|dự toán|mục tiêu|trở lên|\/)/;

/** Ties percentages to the ratio or count of the same sentence that they restate, and fills in `of`. */
export function linkShares(scan: ScanText, drafts: readonly Draft[]): Share[] {
  const shares: Share[] = [];
  for (const [at, percentage] of drafts.entries()) {
    if (!isPlainPercentage(percentage)) continue;
    const part = drafts[at - 1];
    if (!part || part.sentence !== percentage.sentence) continue;
    const share = shareOf(scan, drafts, at, part, percentage);
    if (!share) continue;
    shares.push(share);
    percentage.figure.of = share.whole ? `${valueOf(part)}/${valueOf(share.whole)}` : valueOf(part);
    if (!percentage.subject || share.whole) continue;
  }
  return shares;
}

function isPlainPercentage({ figure, quantity }: Draft): boolean {
  return (
    figure.kind === 'percentage' &&
    quantity.values.length === 1 &&
    !figure.per &&
    !figure.change &&
    !figure.unit
  );
}

function shareOf(
  scan: ScanText,
  drafts: readonly Draft[],
  at: number,
  part: Draft,
  percentage: Draft,
): Share | undefined {
  const between = scan.lower.slice(part.end, percentage.start);
  const after = scan.lower.slice(percentage.end, percentage.end + 20);
  if (/[;\n]/.test(between) || OTHER_BASE.test(after) || percentage.subject) return undefined;
  if (part.figure.kind === 'ratio') {
    const rest = part.subject ? scan.lower.slice(part.subject.end, percentage.start) : between;
    const tied =
      /^,?\s(?:đạt|đạt tỷ lệ|đạt tỉ lệ)\s$/.test(rest) ||
      OPENED.test(between) ||
      CLAIMED.test(between) ||
      REACHED.test(between);
    return tied && RESTATES.test(between) ? { percentage, part } : undefined;
  }
  if (part.figure.kind !== 'count' || part.quantity.values.length !== 1 || part.figure.change)
    return undefined;
  if (!/chiếm(?: tỷ lệ| tỉ lệ)?\s?$/.test(between) || between.length > 60) return undefined;
  const whole = wholeOf(drafts, at - 1, part, scan.text);
  return whole && { percentage, part, whole };
}

/** The nearest earlier total of the same thing, named in the sentence before `Trong đó` or in the same one. */
function wholeOf(
  drafts: readonly Draft[],
  at: number,
  part: Draft,
  text: string,
): Draft | undefined {
  const head = subjectText(text, part.subject);
  if (head === '') return undefined;
  const opener = sentenceOpensParts(text, part.sentence);
  for (let before = at - 1; before >= 0 && at - before <= 24; before--) {
    const draft = drafts[before];
    if (!draft || text.slice(draft.end, part.start).includes('\n')) return undefined;
    const inReach = draft.sentence === part.sentence ? false : opener;
    if (!inReach && draft.sentence !== part.sentence) return undefined;
    if (draft.figure.kind !== 'count' || subjectText(text, draft.subject) !== head) continue;
    if (draft.sentence === part.sentence && !introducesParts(text, draft, part)) continue;
    return exceeds(draft, part) ? draft : undefined;
  }
  return undefined;
}

function sentenceOpensParts(text: string, sentence: number): boolean {
  return /^(?:trong đó|trong số đó|cụ thể|gồm)(?![\p{L}\p{M}])/iu.test(
    text.slice(sentence, sentence + 16),
  );
}

function introducesParts(text: string, whole: Draft, part: Draft): boolean {
  return /^[^;.\n]{0,40}(?:trong đó|gồm|bao gồm|:)/iu.test(text.slice(whole.end, part.start));
}

function exceeds(whole: Draft, part: Draft): boolean {
  const [a] = whole.quantity.values;
  const [b] = part.quantity.values;
  return (
    whole.quantity.values.length === 1 &&
    a !== undefined &&
    b !== undefined &&
    a.c * 10n ** BigInt(a.e) >= b.c * 10n ** BigInt(b.e)
  );
}

/** The subject in lower case, for comparison. */
export function subjectText(text: string, subject: Subject | undefined): string {
  return subject ? text.slice(subject.start, subject.end).toLowerCase() : '';
}

function valueOf({ figure, quantity }: Draft): string {
  return typeof figure.value === 'string'
    ? figure.value
    : quantity.values.map(formatDecimal).join('-');
}

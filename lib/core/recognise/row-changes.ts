import { baselineAfter } from './baselines.ts';
import type { Draft } from './figure-draft.ts';
import type { ScanText } from './scan-text.ts';

/** What parts the members of a row: `giảm 12 phòng, 45 đơn vị và 310 biên chế`, `tăng 4 đảng viên/2 chi bộ`. */
const NEXT_IN_ROW = /^ ?(?:,|\/|,? và) {0,2}(?:(?:hơn|gần|trên|khoảng) )?$/;
/** The same change in other terms: `giảm 141 đơn vị, tương đương 64,4%`, `giảm 47 biên chế (10,3%)`. */
const RESTATED = /^(?: \(|,? (?:tương đương|tương ứng|hay)(?: với)? )$/;
/** What a member of a row ends with; a verb would begin a clause of its own. */
const ENDS = /^(?: ?[,;.()/\n…]| và | so | tương | hay |$)/;

const LONGEST_GAP = 24;

/** Gives the figures of a row the change that the verb before the first tells, and the first the baseline behind the last. */
export function shareChanges(scan: ScanText, drafts: readonly Draft[]): void {
  let row: Draft[] = [];
  for (const draft of drafts) {
    const first = row[0];
    const last = row.at(-1);
    if (first && last && goesOn(scan, last, draft)) {
      draft.figure.change = first.figure.change;
      const baseline = baselineAfter(scan.lower, scan.text, endOf(draft));
      if (baseline) for (const member of [...row, draft]) member.figure.baseline ??= baseline;
      row.push(draft);
    } else row = opensRow(draft) ? [draft] : [];
  }
}

function opensRow({ figure: { change, baseline, kind } }: Draft): boolean {
  return kind === 'count' && !baseline && (change === 'increase-by' || change === 'decrease-by');
}

function goesOn({ lower }: ScanText, last: Draft, draft: Draft): boolean {
  const { figure, subject, end } = draft;
  if (figure.change || draft.sentence !== last.sentence || draft.start - endOf(last) > LONGEST_GAP)
    return false;
  const between = lower.slice(endOf(last), draft.start);
  if (figure.kind === 'percentage' && RESTATED.test(between)) return true;
  const counts = figure.kind === 'count' || figure.kind === 'percentage';
  if (!counts || !subject || subject.start < end || !NEXT_IN_ROW.test(between)) return false;
  return ENDS.test(lower.slice(subject.end, subject.end + 8));
}

function endOf({ end, subject }: Draft): number {
  return Math.max(end, subject?.end ?? 0);
}

import type { Annotation, Check, Figure } from '../annotation.ts';
import { formatDecimal as formatVietnamese } from '../format-value.ts';
import { compareDecimals, formatDecimal, parseDecimal, percentOf } from '../recognise/decimal.ts';
import type { Words } from '../words.ts';

/** What arithmetic says of an excerpt's figure; `ratio` where the sentence itself gives part and whole. */
export interface ExcerptCheck extends Omit<Check, 'mentions'> {
  ratio?: { part: string; whole: string };
}

const RATIO = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;

/**
 * The checks an excerpt was clipped with; of an older one, a percentage against the ratio it restates.
 * `31.3` of `16/51` → stated `31.3`, computed `31.37`, `truncated`.
 */
export function checksOf({ mention, checks }: Annotation): ExcerptCheck[] {
  const ratio = mention?.type === 'figure' ? ratioOf(writtenRatio(mention)) : undefined;
  if (checks) return checks.map((check) => (ratio && isShare(check) ? { ...check, ratio } : check));
  const stated = mention?.type === 'figure' && mention.kind === 'percentage' ? mention.value : '';
  if (!ratio || typeof stated !== 'string' || !/^\d+(\.\d+)?$/.test(stated)) return [];
  return shareCheck(stated, ratio);
}

/** The ratio a percentage restates, or that a figure is. */
function writtenRatio({ kind, value, of = '' }: Figure): string {
  return kind === 'ratio' && typeof value === 'string' ? value : of;
}

/** Part and whole of `"16/51"`; of nothing nobody has a share. */
function ratioOf(written: string): ExcerptCheck['ratio'] {
  const [, part, whole] = RATIO.exec(written) ?? [];
  return part && whole && Number(whole) > 0 ? { part, whole } : undefined;
}

function isShare({ rule }: { rule: string }): boolean {
  return rule === 'share';
}

function shareCheck(stated: string, ratio: { part: string; whole: string }): ExcerptCheck[] {
  const [value, part, whole] = [stated, ratio.part, ratio.whole].map(parseDecimal);
  if (!value || !part || !whole) return [];
  const places = Math.max(0, -value.e);
  const { rounded, truncated, exact } = percentOf(part, whole, places);
  const shown = percentOf(part, whole, Math.max(2, places)).rounded;
  let verdict: Check['verdict'] = 'mismatch';
  if (compareDecimals(rounded, value) === 0) verdict = exact ? 'exact' : 'rounded';
  else if (compareDecimals(truncated, value) === 0) verdict = 'truncated';
  return [{ rule: 'share', stated, computed: formatDecimal(shown), verdict, ratio }];
}

/** A check with its working: `16/51 = 31,37 → Bài ghi 31,3, tính ra 31,37 (cắt, không làm tròn)`. */
export function describeCheck(check: ExcerptCheck, words: Words): string {
  const { stated, computed, verdict, ratio } = check;
  const said = words(`check_${verdict}`, [formatVietnamese(stated), formatVietnamese(computed)]);
  if (!ratio) return said;
  const [part, whole] = [ratio.part, ratio.whole].map(formatVietnamese);
  return `${part}/${whole} = ${formatVietnamese(computed)}% → ${said}`;
}

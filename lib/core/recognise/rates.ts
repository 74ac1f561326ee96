import type { FigureKind } from '../annotation.ts';
import { isAhead, textBefore, UnitSet } from './boundary.ts';
import { readPer } from './unit.ts';

const UNITS: Readonly<Record<string, string>> = {
  năm: 'year',
  tháng: 'month',
  quý: 'quarter',
  tuần: 'week',
  ngày: 'day',
};
const AFTER = /\s{1,2}(?:mỗi|hằng|hàng)\s{1,2}(năm|tháng|quý|tuần|ngày)(?![\p{L}\p{M}])/uy;
/** First letters of `mỗi`, `hằng`, `hàng`. */
const EACH_LETTERS = new UnitSet('mh');
const BEFORE =
  /(?<![\p{L}\p{M}])mỗi (năm|tháng|quý|tuần|ngày)(?: (?:tăng|giảm|bình quân|hơn|gần|trên|dưới|khoảng)){0,3} $/u;

/**
 * What a value is per, told by the words around it; `end` is that of the counted noun.
 * `"10% mỗi năm"` → `"year"`; `"17 tiêu chí/xã"` → `"commune"`.
 */
export function perAround(
  lower: string,
  { start, end, kind }: { start: number; end: number; kind: FigureKind },
): string | undefined {
  if (kind === 'duration' || kind === 'ratio') return undefined;
  AFTER.lastIndex = end;
  const after = isAhead(lower, end, EACH_LETTERS) ? AFTER.exec(lower)?.[1] : undefined;
  if (after) return UNITS[after];
  const slashed = kind === 'count' ? readPer(lower, end)?.per : undefined;
  if (slashed) return slashed;
  const before = kind === 'percentage' ? BEFORE.exec(textBefore(lower, start, 40))?.[1] : undefined;
  return before && UNITS[before];
}

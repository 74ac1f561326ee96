import { skipSpaces, textBefore } from './boundary.ts';
import { compareDecimals, scaleDecimal } from './decimal.ts';
import { isNounAt } from './nouns.ts';
import type { Quantity } from './quantity.ts';
import type { ScanText } from './scan-text.ts';

const HUNDRED = { c: 100n, e: 0 };
const SIGN_FOLLOWS = /^(?:,? và| hoặc) \d{1,3}(?:,\d{1,3})?\s?%/;
const SHARE_CUE =
  /(?:đạt|mức|chiếm|còn|là|xuống|lên|với|tỷ lệ|bằng|và|[,;(:]|hơn|trên|gần)\s{0,2}$/;
const TO = /^ (?:lên|xuống|xuống còn|còn|đến|thành)(?: còn| tới| đến| hơn| gần| trên| dưới)? $/;

/**
 * Gives a bare number the unit that its row shows: `7,6 và 8,1%`, `đạt 84,03` among percentages, `chiếm 8,37 diện tích đất`,
 * `từ 35 lên 50 triệu đồng` (the first of them 35 million), `512/430 tỷ đồng`. Changes the quantities given, which are in text order.
 */
export function completeRows(scan: ScanText, quantities: Quantity[]): void {
  for (let at = 0; at < quantities.length; at++) {
    const quantity = quantities[at];
    if (!quantity || !isBareCount(quantity)) continue;
    const next = quantities[at + 1];
    if (isShareOfArea(scan, quantity)) quantity.kind = 'percentage';
    if (isNounAt(scan.lower, skipSpaces(scan.lower, quantity.end))) continue;
    if (lacksSign(scan, quantity, [quantities[at - 1], next])) quantity.kind = 'percentage';
    else if (next && startsChange(scan, quantity, next)) takeUnit(quantity, next);
  }
}

function isBareCount({ kind, bare, values }: Quantity): boolean {
  return kind === 'count' && bare && values.length === 1;
}

const AREA =
  /^ (?:tổng )?diện tích (?:tự nhiên|đất|rừng|toàn|canh tác|gieo trồng|cả)(?![\p{L}\p{M}])/u;

/** `900 ha, chiếm 8,37 diện tích đất tự nhiên`: a fraction of it, its sign left out. */
function isShareOfArea({ lower }: ScanText, { values, start, end }: Quantity): boolean {
  const value = values[0];
  if (!value || value.e >= 0 || !lower.endsWith('chiếm ', start)) return false;
  return compareDecimals(value, HUNDRED) <= 0 && AREA.test(lower.slice(end, end + 32));
}

function lacksSign(
  { lower }: ScanText,
  { values, start, end }: Quantity,
  near: readonly (Quantity | undefined)[],
): boolean {
  const value = values[0];
  if (!value || compareDecimals(value, HUNDRED) > 0) return false;
  if (SIGN_FOLLOWS.test(lower.slice(end, end + 24))) return true;
  if (value.e >= 0 || !SHARE_CUE.test(textBefore(lower, start, 12))) return false;
  return near.some((other) => other?.kind === 'percentage' && Math.abs(other.start - start) < 120);
}

/** `từ 35 lên 50 triệu đồng`, where only the second bears the unit. */
function startsChange({ lower }: ScanText, first: Quantity, second: Quantity): boolean {
  if (second.bare || second.values.length > 1) return false;
  if (lower.slice(first.end, second.start) === '/') return second.kind === 'money';
  if (!lower.endsWith('từ ', first.start)) return false;
  return TO.test(lower.slice(first.end, second.start));
}

function takeUnit(quantity: Quantity, { kind, unit, per, magnitude }: Quantity): void {
  Object.assign(quantity, {
    kind,
    ...(unit && { unit }),
    ...(per && { per }),
    values: quantity.values.map((value) => scaleDecimal(value, magnitude)),
  });
}

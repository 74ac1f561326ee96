import type { Programme } from '../annotation.ts';
import type { DateSpan } from './dates.ts';

/** How far behind a document its date may stand: the body that issued it is named between. */
const REACH = 160;

/**
 * The dates that may be a figure's period: not the day on which a document named before was issued. Both lists are in text order.
 * `"Thực hiện Quyết định 08 ngày 2-3-2019 của Ban Bí thư, huyện kết nạp 9 quần chúng"` → none.
 */
export function withoutIssueDates(
  dates: readonly DateSpan[],
  programmes: readonly Programme[],
): readonly DateSpan[] {
  if (programmes.length === 0) return dates;
  let next = 0;
  return dates.filter(({ start, value }) => {
    while ((programmes[next]?.end ?? Infinity) <= start) next++;
    const last = programmes[next - 1];
    return value === undefined || last?.date !== value || start - last.end > REACH;
  });
}

const counts = new Intl.NumberFormat('vi');

/** A count the Vietnamese way: `12345` → `12.345`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

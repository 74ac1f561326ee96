const UNITS = ['kB', 'MB', 'GB', 'TB'];
const sizes = new Intl.NumberFormat('vi', { maximumSignificantDigits: 3 });

/** A size the Vietnamese way: `12_345_678` → `12,3 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${sizes.format(size)} ${UNITS[unit]}`;
}

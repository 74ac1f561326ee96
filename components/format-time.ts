const times = new Intl.DateTimeFormat('vi', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment on the reader's clock: `2026-11-22T08:05:00.000Z` → `15:05 22/11/2026` in Hà Nội. */
export function formatTime(time: string | Date): string {
  return times.format(typeof time === 'string' ? new Date(time) : time);
}

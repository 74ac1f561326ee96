/** Whether a number written in digits can be a month. */
export function isMonth(month: string | undefined): boolean {
  return Number(month) >= 1 && Number(month) <= 12;
}

/** Whether a day and a month written in digits can be a date. */
export function isDay(day: string | undefined, month: string | undefined): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && isMonth(month);
}

/** Joins what is known of a date: `('2019', '7', undefined)` → `"2019-07"`. */
export function iso(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

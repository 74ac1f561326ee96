/** What the file of a collection ends in; colleagues exchange it and backups are made of it. */
export const EXCHANGE_EXTENSION = 'trichbao.json';

export const EXCHANGE_TYPE = 'application/ld+json';

/** Names a collection's file by the minute it was made, as the reader's clock has it: `trich-bao-2026-11-22-0905.trichbao.json`. */
export function exchangeFileName(now: Date): string {
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())];
  const time = twoDigits(now.getHours()) + twoDigits(now.getMinutes());
  return `trich-bao-${day.join('-')}-${time}.${EXCHANGE_EXTENSION}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

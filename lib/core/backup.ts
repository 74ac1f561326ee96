import * as z from 'zod';

const DAY_MS = 86_400_000;
/** Without a backup for so long the reader is reminded. */
const REMINDER_DAYS = 14;
/** A reminder put off comes back after so long. */
const POSTPONED_DAYS = 1;
/** A folder gets a backup so often, if anything has changed. */
const SCHEDULE_DAYS = 1;

/** What is known of this collection's backups. Times are ISO 8601. */
export const BackupState = z.object({
  /** When the last backup was made, and the mark of what was in it. */
  last: z.object({ at: z.iso.datetime(), mark: z.string() }).optional(),
  /** When the reminder was put off. */
  postponed: z.iso.datetime().optional(),
  /** When the library was last open. */
  shown: z.iso.datetime().optional(),
});
export type BackupState = z.infer<typeof BackupState>;

/** What there is to lose. */
export interface Contents {
  /** Another text after every change. */
  mark: string;
  /** When the oldest excerpt was clipped (ISO 8601), where there is one. */
  oldest: string | undefined;
}

/** Reads a stored state field by field: what does not fit is as if it had never been written. */
export function parseBackupState(stored: unknown): BackupState {
  const fields = (typeof stored === 'object' && stored) || {};
  const { shape } = BackupState;
  const read = Object.entries(shape).map(([key, schema]) => {
    return [key, schema.safeParse((fields as Record<string, unknown>)[key]).data];
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as BackupState;
}

/**
 * For how many days there has been no backup of what there is to lose, where that is long enough to be reminded;
 * nothing where all is saved or the reader has put the reminder off.
 */
export function overdueDays(
  { last, postponed }: BackupState,
  contents: Contents | undefined,
  now: Date,
): number | undefined {
  if (!contents || contents.mark === last?.mark) return undefined;
  if (postponed && daysBetween(postponed, now) < POSTPONED_DAYS) return undefined;
  const days = daysBetween(last?.at ?? contents.oldest ?? now.toISOString(), now);
  return days >= REMINDER_DAYS ? Math.floor(days) : undefined;
}

/** Whether the folder is to get a backup now; `contents` is nothing where the collection is empty. */
export function isBackupDue(
  { last }: BackupState,
  contents: Contents | undefined,
  now: Date,
): boolean {
  if (!contents || contents.mark === last?.mark) return false;
  return !last || Math.abs(daysBetween(last.at, now)) >= SCHEDULE_DAYS;
}

function daysBetween(earlier: string, now: Date): number {
  return (now.getTime() - Date.parse(earlier)) / DAY_MS;
}

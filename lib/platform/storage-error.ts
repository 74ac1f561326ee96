import { Dexie } from 'dexie';

/** Why a record could not be read or written; each has its sentence for the reader in the locale files. */
export type StorageReason = 'quota' | 'blocked' | 'internal' | 'invalid' | 'missing';

/** A failure of storage the reader must be told of. What was stored before it is untouched. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly reason: StorageReason;
  readonly messageKey: `error_storage_${StorageReason}`;

  constructor(reason: StorageReason, options?: ErrorOptions) {
    super(`storage: ${reason}`, options);
    this.reason = reason;
    this.messageKey = `error_storage_${reason}`;
  }
}

const REASONS: readonly [StorageReason, readonly string[]][] = [
  ['quota', [Dexie.errnames.QuotaExceeded, 'QuotaExceededError']],
  ['blocked', ['BlockedError']],
  ['invalid', ['ZodError', '$ZodError']],
];

/** Runs storage work; whatever fails comes out as a `StorageError`, with the browser's own error as its cause. */
export async function guarded<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StorageError
      ? error
      : new StorageError(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): StorageReason {
  const names = errorChain(error).map(({ name }) => name);
  const found = REASONS.find(([, known]) => names.some((name) => known.includes(name)));
  return found?.[0] ?? 'internal';
}

/** Dexie wraps the browser's error (`inner`), and bulk writes wrap one error a row (`failures`). */
function errorChain(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const { inner, failures } = error as { inner?: unknown; failures?: readonly unknown[] };
  const nested = [inner, error.cause, ...(failures?.slice(0, 1) ?? [])];
  return [error, ...nested.flatMap((cause) => (cause === error ? [] : errorChain(cause)))];
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Generous, for a loaded two-core machine; no test asserts a time. */
const PATIENCE_MS = 30_000;

/**
 * Asks again until the answer is truthy, and gives that answer.
 * A probe that throws counts as "not yet"; its last error is in the message.
 * @throws Error naming `what` when patience ends.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  patienceMs = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const end = Date.now() + patienceMs;
  let last: unknown;
  do {
    try {
      const answer = await probe();
      if (answer) return answer as NonNullable<T>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  } while (Date.now() < end);
  throw new Error(`waited ${patienceMs} ms for ${what}; last: ${String(last)}`);
}

/** As `until`, but waits for the same answer twice in a row: a box that has stopped moving. */
export function settled<T>(what: string, probe: () => Promise<T>): Promise<NonNullable<T>> {
  let before: string | undefined;
  return until(what, async () => {
    const answer = await probe();
    const now = JSON.stringify(answer);
    const isSettled = now === before;
    before = now;
    return isSettled ? answer : Promise.reject(new Error(now ?? 'nothing there'));
  });
}

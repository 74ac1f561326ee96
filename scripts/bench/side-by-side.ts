/** The times of two ways to do one thing, and how many times as long the first takes. */
export interface Comparison {
  /** Median over the rounds of one round's ratio: both halves of it met the same load. */
  ratio: number;
  /** Medians, in milliseconds. */
  first: number;
  second: number;
}

type Work = () => unknown;

interface Options {
  rounds?: number;
  /** How often each is run in a round. */
  times?: readonly [number, number];
  /** Done before each piece of work, outside the time taken. */
  prepare?: Work;
}

/**
 * Runs two pieces of work in turn, after one round that is not counted.
 * A busy machine slows both halves of a round, so their ratio holds where the times do not.
 */
export async function sideBySide(
  first: Work,
  second: Work,
  { rounds = 7, times = [1, 1], prepare }: Options = {},
): Promise<Comparison> {
  const results: [number, number][] = [];
  for (let round = 0; round <= rounds; round++) {
    // Whoever goes first meets a colder cache and the other's garbage.
    const isSwapped = round % 2 === 1;
    const order = isSwapped ? [second, first] : [first, second];
    const taken = new Map<Work, number>();
    for (const work of order) {
      await prepare?.();
      taken.set(work, await timeOf(work, work === first ? times[0] : times[1]));
    }
    results.push([taken.get(first) ?? 0, taken.get(second) ?? 0]);
  }
  const counted = results.slice(1);
  return {
    ratio: median(counted.map(([a, b]) => a / b)),
    first: median(counted.map(([a]) => a)),
    second: median(counted.map(([, b]) => b)),
  };
}

/** Milliseconds that one run takes, of so many runs. */
async function timeOf(work: Work, times: number): Promise<number> {
  const start = performance.now();
  for (let run = 0; run < times; run++) await work();
  return (performance.now() - start) / times;
}

/** The middle value: `median([3, 1, 2])` → `2`. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

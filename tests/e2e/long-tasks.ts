import type { Page } from './browser.ts';

interface World {
  longest: number;
}

/** Has the page note its longest task from now on; what takes less than 50 ms is none. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const world = globalThis as unknown as World;
    world.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        world.longest = Math.max(world.longest, duration);
    }).observe({ type: 'longtask' });
  });
}

/** The longest task, in milliseconds, since the page was last told to watch; 0 where none could be felt. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // The observer hears of a task only after it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return (globalThis as unknown as World).longest;
  });
}

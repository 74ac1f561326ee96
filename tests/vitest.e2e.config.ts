import { defineConfig } from 'vitest/config';

/** One browser at a time on two cores; limits are for a machine that hangs, not for a slow one. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    // About one toolbar click in forty that a driver makes reaches no listener (seen in Chromium at high load, never by
    // hand); a promise that is really broken fails three times.
    retry: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

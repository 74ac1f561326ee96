import { defineConfig } from 'vitest/config';

/** One browser at a time on two cores; limits are for a machine that hangs, not for a slow one. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

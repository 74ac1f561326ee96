import { defineConfig } from 'vitest/config';

const FILES = 'tests/e2e/**/*.test.ts';
/** Files that measure what something costs: they need the machine. */
const ALONE = ['import', 'large-library', 'ticking-page'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

/**
 * Two browsers at a time, for one waits much and works little; then, one by one, what must run alone. Limits are
 * for a machine that hangs, not for a slow one.
 */
export default defineConfig({
  test: {
    root: '.',
    // A shared machine can stall a browser beyond any patience; what is really broken fails twice, and the report names
    // what was tried again.
    retry: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'two at a time',
          include: [FILES],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});

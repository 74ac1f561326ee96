/**
 * No page can freeze its reader: every regular expression of `lib/core` and `lib/dom` is one that recheck calls linear,
 * or is excused in `patterns/bounded.json` by what bounds it.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBoundedRepeats } from '../scripts/patterns/bounded-repeats.ts';
import { checkPattern, patternKey } from '../scripts/patterns/check-pattern.ts';
import { collectPatterns, type Patterns } from '../scripts/patterns/collect-patterns.ts';
import { exercise } from '../scripts/patterns/exercise.ts';
import { excuseOf, readExcuses, readLinear } from '../scripts/patterns/known-patterns.ts';

/** A pattern that is new since `npm run patterns` takes up to ten seconds to judge. */
const PATIENCE_MS = 600_000;

describe('regular expressions that read pages and texts', () => {
  const excuses = readExcuses();
  const known = readLinear();
  let found: Patterns;
  beforeAll(async () => {
    found = await collectPatterns(exercise);
  }, PATIENCE_MS);

  test('none escapes the check, written out or composed', () => {
    expect(found.patterns.length).toBeGreaterThan(400);
    expect(found.unseen, 'exercise.ts must call what composes them').toEqual([]);
  });

  test(
    'none grows faster than the text it is given, unless what bounds it is written down',
    () => {
      const fresh = found.patterns.filter(
        (pattern) =>
          !excuseOf(excuses, pattern) && !known[pattern.file]?.includes(patternKey(pattern)),
      );
      const refused = fresh.filter((pattern) => checkPattern(pattern) !== 'linear');
      expect(refused).toEqual([]);
    },
    PATIENCE_MS,
  );

  test('no excuse outlives the pattern it was written for', () => {
    const used = new Set(found.patterns.map((pattern) => excuseOf(excuses, pattern)));
    expect(excuses.filter((excuse) => !used.has(excuse))).toEqual([]);
  });
});

describe('the check itself', () => {
  test.each([
    ['(a+)+$', 'exponential'],
    [String.raw`\s+$`, 'polynomial'],
    [String.raw`^\s{1,3}\d`, 'linear'],
  ])('%s is %s', (source, growth) => {
    expect(checkPattern({ source, flags: '' })).toBe(growth);
  });

  test.each([
    [String.raw` {1,3}\d{0,9}(?:a|b)?[*+]\+`, true],
    [String.raw`\s+x`, false],
    ['x{2,}', false],
    ['[ab]*', false],
  ])('%s has bounded repeats: %s', (source, isBounded) => {
    expect(hasBoundedRepeats(source)).toBe(isBounded);
  });
});

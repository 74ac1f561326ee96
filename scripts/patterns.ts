/**
 * `npm run patterns`: judges every regular expression of `lib/core` and `lib/dom` by recheck, remembers those that
 * are linear in `tests/patterns/linear.json`, and prints those that are neither linear nor excused there.
 */
import { checkPattern, patternKey } from './patterns/check-pattern.ts';
import { collectPatterns, type Pattern } from './patterns/collect-patterns.ts';
import { exercise } from './patterns/exercise.ts';
import { excuseOf, readExcuses, readLinear, writeLinear } from './patterns/known-patterns.ts';

const { patterns } = await collectPatterns(exercise);
const known = readLinear();
const excuses = readExcuses();
const linear: Pattern[] = [];
let refused = 0;
for (const pattern of patterns) {
  const { file, source, flags } = pattern;
  if (excuseOf(excuses, pattern)) continue;
  const growth = known[file]?.includes(patternKey(pattern)) ? 'linear' : checkPattern(pattern);
  if (growth === 'linear') linear.push(pattern);
  else {
    refused++;
    console.log(`${growth}: ${file}\n  /${source}/${flags}`);
  }
}
writeLinear(linear);
console.log(
  `${patterns.length} patterns: ${linear.length} linear, ${refused} to mend or to excuse`,
);
process.exitCode = refused > 0 ? 1 : 0;

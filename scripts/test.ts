/**
 * `npm test`: brings the programs the tests need, then checks types and style, runs the unit tests, builds for
 * both browsers and drives both. Every step runs, whatever failed before it; the last line is
 * `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureProgram, PROGRAM_NAMES, type ProgramName } from './system-programs.ts';

interface Count {
  passed: number;
  failed: number;
}

/** What Vitest's JSON report says, as far as it is read. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, 'out', 'test');
const results: (Count & { step: string; note?: string })[] = [];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

for (const name of PROGRAM_NAMES) program(name);
command('types');
command('lint');
tests('unit');
if (command('build')) tests('e2e');
else results.push({ step: 'e2e', passed: 0, failed: 1, note: 'not run: the build failed' });

summarise();

function program(name: ProgramName): void {
  const step = `program ${name}`;
  title(step);
  try {
    console.log(ensureProgram(name));
    results.push({ step, passed: 1, failed: 0 });
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    console.error(note);
    results.push({ step, passed: 0, failed: 1, note });
  }
}

function command(step: string): boolean {
  const isFine = run(step);
  results.push({ step, passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 });
  return isFine;
}

/** Counts Vitest's tests; a run that fails without a failed test (a file that does not load) is one failure. */
function tests(step: string): void {
  const file = path.join(reports, `${step}.json`);
  const isFine = run(step, '--', '--reporter=default', '--reporter=json', `--outputFile=${file}`);
  const report: Report = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Report)
    : { numPassedTests: 0, numFailedTests: 0 };
  const { numPassedTests: passed, numFailedTests: failed } = report;
  results.push({ step, passed, failed: failed || (isFine ? 0 : 1) });
}

function run(script: string, ...args: string[]): boolean {
  title(script);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', '--silent', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function title(step: string): void {
  console.log(`\n── ${step} ${'─'.repeat(Math.max(0, 60 - step.length))}`);
}

function summarise(): void {
  title('summary');
  for (const { step, passed, failed, note } of results) {
    const words = note ? `  (${note})` : '';
    console.log(`${failed ? '✗' : '✓'} ${step}: ${passed} passed, ${failed} failed${words}`);
  }
  const total = (key: keyof Count) => results.reduce((sum, result) => sum + result[key], 0);
  process.exitCode = total('failed') > 0 ? 1 : 0;
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
}

/**
 * `npm run bench [-- GROUP…]`: builds the extension and measures every row of the budget table beside its limit, as
 * ratios of things run in turn in one process. The rows go to `out/bench.json` too; exit status 1 if one is over.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryRows } from './bench/library-rows.ts';
import { pageRows } from './bench/page-rows.ts';
import { recogniserRows } from './bench/recogniser-rows.ts';
import { formatRow, verdictOf, type AddRow, type Row } from './bench/row.ts';
import { sizeRows } from './bench/size-rows.ts';
import { teamRows } from './bench/team-rows.ts';
import { ensureProgram } from './system-programs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const GROUPS: Readonly<Record<string, (add: AddRow) => Promise<void> | void>> = {
  recogniser: recogniserRows,
  size: sizeRows,
  page: pageRows,
  library: libraryRows,
  team: teamRows,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  console.error(`no group ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`);
  process.exitCode = 2;
} else await bench();

async function bench(): Promise<void> {
  ensureProgram('chromium');
  build();
  const measured: Row[] = [];
  const failed: string[] = [];
  const add = (row: Row) => {
    console.log(formatRow(row));
    measured.push(row);
  };
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}`);
    try {
      await measure(add);
    } catch (error) {
      console.error(`the rest of ${name} was not measured:`, error);
      failed.push(name);
    }
  }
  save(measured);
  const over = measured.filter((row) => verdictOf(row) === 'over').length;
  console.log(`\n${measured.length} rows, ${over} over their limit`);
  process.exitCode = over + failed.length > 0 ? 1 : 0;
}

function build(): void {
  const wxt = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status } = spawnSync(process.execPath, [wxt, 'build'], { cwd: root, stdio: 'ignore' });
  if (status !== 0) throw new Error('the build failed; `npm run build` says why');
}

function save(rows: readonly Row[]): void {
  const out = path.join(root, 'out');
  mkdirSync(out, { recursive: true });
  const lines = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
  writeFileSync(path.join(out, 'bench.json'), `${JSON.stringify(lines, null, 2)}\n`);
}

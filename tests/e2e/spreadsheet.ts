import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { findProgram } from '../../scripts/system-programs.ts';

/** A cell as LibreOffice Calc took it: text, or a number with all its digits. */
export type Cell = string | number;

/** Comma, double quote, UTF-8, from the first line; numbers as in English, where the point parts decimals. */
const CSV_FILTER = 'CSV:44,34,76,1,,1033';

/** Opens a CSV file in LibreOffice Calc and gives its cells by column header. */
export function openInCalc(csv: string): Record<string, Cell>[] {
  const program = findProgram('libreoffice');
  if (!program) throw new Error('libreoffice is not installed; npm test says how to get it');
  const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-calc-'));
  try {
    const home = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'home')).href}`;
    const target = ['--convert-to', 'fods', '--outdir', folder, csv];
    execFileSync(program, [home, '--headless', `--infilter=${CSV_FILTER}`, ...target], {
      stdio: 'ignore',
    });
    const sheet = readFileSync(path.join(folder, `${path.basename(csv, '.csv')}.fods`), 'utf8');
    const [header = [], ...rows] = readCells(sheet);
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows of a flat OpenDocument spreadsheet, without the empty ones that pad it. */
function readCells(xml: string): Cell[][] {
  const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
  const rows = [...document.getElementsByTagName('table:table-row')].map((row) =>
    [...row.getElementsByTagName('table:table-cell')].flatMap((cell) => {
      const count = Number(cell.getAttribute('table:number-columns-repeated') ?? '1');
      return Array.from({ length: Math.min(count, 100) }, () => readCell(cell));
    }),
  );
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

function readCell(cell: Element): Cell {
  const type = cell.getAttribute('office:value-type');
  if (type === 'float') return Number(cell.getAttribute('office:value'));
  const lines = [...cell.getElementsByTagName('text:p')].map((line) => line.textContent ?? '');
  return lines.join('\n');
}

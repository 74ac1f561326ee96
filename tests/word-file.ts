import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from '../scripts/system-programs.ts';

const office = findProgram('libreoffice');
const pdfReader = onPath('pdftotext');
/** Whether programs are here that lay out a Word document and read a PDF. */
export const canPaginate = office !== undefined && pdfReader !== undefined && opensWord(office);

/** The text of each page of a Word document, as LibreOffice lays it out. */
export function pagesOf(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-docx-'));
  try {
    const file = path.join(folder, 'out.docx');
    writeFileSync(file, bytes);
    const home = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'home')).href}`;
    execFileSync(
      office ?? '',
      [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      {
        stdio: 'ignore',
      },
    );
    if (!readdirSync(folder).includes('out.pdf')) return [];
    return textsOf(path.join(folder, 'out.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calc alone does not open documents. */
function opensWord(program: string): boolean {
  try {
    const folder = path.dirname(realpathSync(program));
    return readdirSync(folder).some((file) => /^(swriter|libswlo)/.test(file));
  } catch {
    return false;
  }
}

/** A part of the package, unpacked by a program of the system. */
export function partOf(bytes: Uint8Array, name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-docx-'));
  try {
    const file = path.join(folder, 'out.docx');
    writeFileSync(file, bytes);
    const program =
      'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
    return execFileSync('python3', ['-c', program, file, name]).toString();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page of a PDF. */
export function textsOf(pdf: string): string[] {
  const text = execFileSync(pdfReader ?? '', ['-layout', pdf, '-']);
  return text.toString().split('\f').slice(0, -1);
}

/** Where a program is that no package of ours brings. */
export function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file));
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as xlsx from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../lib/core/annotation.ts';
import { columns, columnsOf } from '../lib/core/export/columns.ts';
import { dateCell } from '../lib/core/export/sheet-cells.ts';
import { findProgram } from '../scripts/system-programs.ts';
import { exportBytes } from './export-sample.ts';
import { generateCollection, type GeneratedCollection } from './generated-collection.ts';
import { HOSTILE, hostileCollection, printable } from './hostile-collection.ts';
import { header, readBook as read, rowsOf } from './read-workbook.ts';
import { collection, words } from './sample-collection.ts';

type Sheet = xlsx.WorkSheet;

const cellsOf = (sheet: Sheet) =>
  Object.entries(sheet).filter(([place]) => !place.startsWith('!')) as [string, xlsx.CellObject][];

describe('the Excel file', () => {
  let made: GeneratedCollection;
  let book: xlsx.WorkBook;
  let bytes: Uint8Array<ArrayBuffer>;

  beforeAll(async () => {
    made = await generateCollection({ articles: 100, excerptsPerArticle: 100 });
    bytes = await exportBytes('xlsx', made);
    book = read(bytes);
  }, 60_000);

  it('has the sheets an office asks for, every excerpt once', () => {
    expect(book.SheetNames).toEqual([
      'Trích đoạn',
      'Bài viết',
      'Văn bản',
      'Kiểm tra',
      'Chuỗi số liệu',
    ]);
    const ids = rowsOf(book.Sheets['Trích đoạn']).map((row) => row.get(header('id'))?.v);
    expect(ids).toEqual(made.annotations.map(({ id }) => id));
    expect(rowsOf(book.Sheets['Bài viết'])).toHaveLength(100);
  });

  it('gives every one of 10,000 figures as a number equal to the excerpt’s value', () => {
    let numbers = 0;
    for (const row of rowsOf(book.Sheets['Trích đoạn'])) {
      const value = made.answers.values.get(String(row.get(header('id'))?.v));
      const parts = typeof value === 'string' ? value.split('/') : (value ?? []);
      const second = typeof value === 'string' ? 'denominator' : 'upper';
      const cells = [row.get(header('value')), row.get(header(second))].filter(Boolean);
      expect(cells.map((cell) => [cell?.t, String(cell?.v)])).toEqual(
        parts.map((part) => ['n', part]),
      );
      numbers += parts.length;
    }
    expect(numbers).toBeGreaterThan(8000);
  });

  it('shows numbers the Vietnamese way, with as many decimals as the article gave', () => {
    const shown = new Set<string>();
    for (const row of rowsOf(book.Sheets['Trích đoạn'])) {
      const cell = row.get(header('value'));
      if (!cell) continue;
      const decimals = String(cell.v).split('.')[1]?.length ?? 0;
      expect(cell.z).toBe(`[$-42A]#,##0${decimals ? '.'.padEnd(decimals + 1, '0') : ''}`);
      shown.add(String(cell.z));
    }
    expect(shown.size).toBe(2);
  });

  it('gives days as days a spreadsheet can count with', () => {
    for (const [at, row] of rowsOf(book.Sheets['Trích đoạn']).entries()) {
      if (at % 100 > 0) continue;
      const article = made.articles[at / 100];
      const cell = row.get(header('published'));
      expect(cell?.t).toBe('n');
      expect(dateCell(article?.publishedTime)).toMatchObject({ serial: cell?.v });
      expect(cell?.z).toBe(
        article?.publishedTime?.includes('T') ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy',
      );
    }
  });

  it('links every row to its passage, freezes and filters the header', () => {
    const sheet = book.Sheets['Trích đoạn'] as Sheet;
    const linked = cellsOf(sheet).filter(([, cell]) => cell.l);
    expect(linked).toHaveLength(made.annotations.length);
    expect(linked.every(([, cell]) => cell.l?.Target.includes('#:~:text='))).toBe(true);
    expect(sheet['!autofilter']?.ref).toBe(sheet['!ref']);
    const { files } = xlsx.read(bytes, { bookFiles: true }) as unknown as {
      files: Record<string, { content: Uint8Array }>;
    };
    const xml = Buffer.from(files['xl/worksheets/sheet1.xml']?.content ?? []).toString();
    expect(xml).toContain('topLeftCell="A2" activePane="bottomLeft" state="frozen"');
  });

  it('checks every percentage by formulas that agree with the answers', () => {
    const rows = rowsOf(book.Sheets['Kiểm tra']);
    const wrong = rows.filter((row) => row.get('Kết luận')?.v === 'không khớp');
    expect(wrong).toHaveLength(made.answers.mismatches);
    expect(rows.every((row) => row.get('Tính lại')?.f && row.get('Kết luận')?.f)).toBe(true);
  });

  it('gives each document once and each commune’s members by year', () => {
    const documents = rowsOf(book.Sheets['Văn bản']).map(
      (row) => row.get('Số, ký hiệu văn bản')?.v,
    );
    expect(new Set(documents)).toEqual(made.answers.documents);
    const series = new Map<string, Record<string, unknown>>();
    for (const row of rowsOf(book.Sheets['Chuỗi số liệu'])) {
      const scope = String(row.get(header('scope'))?.v);
      if (!scope.startsWith('Đảng bộ')) continue;
      const commune = scope.replace('Đảng bộ xã ', '');
      series.set(commune, {
        ...series.get(commune),
        [String(row.get(header('period'))?.v)]: String(row.get(header('value'))?.v),
      });
    }
    const several = [...made.answers.members].filter(([, years]) => years.size > 1);
    expect(series).toEqual(
      new Map(several.map(([commune, years]) => [commune, Object.fromEntries(years)])),
    );
  });

  it('has no formula but its own, in the two sheets that count', () => {
    for (const name of ['Trích đoạn', 'Bài viết', 'Văn bản']) {
      const sheet = book.Sheets[name] as Sheet;
      expect(cellsOf(sheet).filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    }
    for (const name of ['Kiểm tra', 'Chuỗi số liệu']) {
      const formulas = cellsOf(book.Sheets[name] as Sheet).flatMap(([, { f }]) => f ?? []);
      expect(formulas.length).toBeGreaterThan(0);
      expect(
        formulas.filter(
          (f) => !/^(ROUND|IF)\([A-Z0-9\-+*/,()="ạăắcđếhiìkklmòônơớpstàtrtu ]*\)$/iu.test(f),
        ),
      ).toEqual([]);
    }
  });
});

describe('values a spreadsheet cannot hold', () => {
  it('stay as text with all their digits, and a column says why', async () => {
    const sample = await collection();
    const big = '12345678901234567';
    const [first] = sample.annotations;
    if (first?.mention?.type === 'figure') first.mention.value = big;
    const [row] = rowsOf(read(await exportBytes('xlsx', sample)).Sheets['Trích đoạn']);
    expect(row?.get(header('value'))).toMatchObject({ t: 's', v: big });
    expect(row?.get(header('written'))?.v).toContain('12.345.678.901.234.567 (ô số');
  });

  it.each(['10072000000000', '0.000000000123456', '999999999999999', '-31.3'])(
    'but %s, which it can, is a number',
    async (value) => {
      const sample = await collection();
      const [first] = sample.annotations;
      if (first) (first.mention as Figure).value = value;
      const [row] = rowsOf(read(await exportBytes('xlsx', sample)).Sheets['Trích đoạn']);
      expect([row?.get(header('value'))?.t, row?.get(header('value'))?.v]).toEqual([
        'n',
        Number(value),
      ]);
    },
  );
});

describe('hostile words in an Excel file', () => {
  it.each(Object.entries(HOSTILE))('come out as text: %s', async (_, text) => {
    const book = read(await exportBytes('xlsx', await hostileCollection(text)));
    const [row] = rowsOf(book.Sheets['Trích đoạn']);
    const held = printable(text);
    for (const key of ['title', 'note', 'outlet', 'subject']) {
      expect(row?.get(header(key))).toMatchObject({ t: 's', v: held.replace(/\r\n?/g, '\n') });
      expect(row?.get(header(key))?.f).toBeUndefined();
    }
  });
});

describe('columns of the reader’s choice', () => {
  it('come in the order chosen, and no others', async () => {
    const chosen = columnsOf(['sentence', 'value', 'không có cột này', 'title', 'value']);
    const book = read(await exportBytes('xlsx', await collection(), { columns: chosen }));
    const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets['Trích đoạn'] as Sheet, {
      header: 1,
    });
    expect(rows[0]).toEqual([header('sentence'), header('value'), header('title')]);
  });

  it('have widths and headers of their own in the interface’s words', () => {
    for (const column of columns) {
      expect(words(column.header)).not.toBe('');
      expect(column.width).toBeGreaterThan(7);
    }
  });
});

const openpyxl = succeeds('python3', ['-c', 'import openpyxl'])
  ? 'python3'
  : succeeds('/usr/bin/python3', ['-c', 'import openpyxl'])
    ? '/usr/bin/python3'
    : undefined;

describe('programs we did not write', () => {
  it.skipIf(!openpyxl)(
    'openpyxl reads every cell (skipped: python3-openpyxl is not here)',
    async () => {
      const made = await generateCollection({ articles: 8, excerptsPerArticle: 14 });
      const file = await inFile(await exportBytes('xlsx', made));
      const program = `import openpyxl,sys,json
wb=openpyxl.load_workbook(sys.argv[1])
ws=wb.worksheets[0]
rows=list(ws.iter_rows(values_only=True))
print(json.dumps([[ws.title,ws.freeze_panes,ws.auto_filter.ref] for ws in wb]+[[r[14] for r in rows[1:]]]))`;
      const [first, ...rest] = JSON.parse(
        execFileSync(openpyxl ?? '', ['-c', program, file]).toString(),
      ) as unknown[][];
      expect(first).toEqual([
        'Trích đoạn',
        'A2',
        `A1:${xlsx.utils.encode_col(columns.length - 1)}${made.annotations.length + 1}`,
      ]);
      const values = made.annotations.map(({ id }) => made.answers.values.get(id));
      expect(rest.at(-1)).toEqual(
        values.map((value) =>
          value === undefined
            ? null
            : Number(typeof value === 'string' ? value.split('/')[0] : value[0]),
        ),
      );
      rmSync(path.dirname(file), { recursive: true });
    },
  );

  const office = findProgram('libreoffice');
  it.skipIf(!office)(
    'LibreOffice opens it and counts the same (skipped: libreoffice is not here)',
    async () => {
      const made = await generateCollection({ articles: 8, excerptsPerArticle: 14 });
      const file = await inFile(await exportBytes('xlsx', made));
      const folder = path.dirname(file);
      const home = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'home')).href}`;
      // Every sheet, recalculated, as CSV.
      const filter =
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
      execFileSync(
        office ?? '',
        [home, '--headless', '--convert-to', filter, '--outdir', folder, file],
        { stdio: 'ignore' },
      );
      const csv = readFileSync(path.join(folder, 'out-Kiểm tra.csv'), 'utf8');
      const wrong = csv.split('\n').filter((line) => line.includes(',không khớp,'));
      expect(wrong).toHaveLength(made.answers.mismatches);
      const series = readFileSync(path.join(folder, 'out-Chuỗi số liệu.csv'), 'utf8');
      expect(series.split('\n').length).toBeGreaterThan(made.answers.members.size);
      for (const sheet of [csv, series]) expect(sheet).not.toMatch(/#(NAME|REF|VALUE|DIV)|Err:/);
      rmSync(folder, { recursive: true });
    },
    90_000,
  );
});

async function inFile(bytes: Uint8Array): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'trich-bao-xlsx-')), 'out.xlsx');
  writeFileSync(file, bytes);
  return file;
}

function succeeds(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

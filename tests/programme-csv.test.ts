import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { citingExcerpt } from '../lib/core/collection/programme-citation.ts';
import { blank, editEntry } from '../lib/core/collection/programme-deeds.ts';
import { planImport } from '../lib/core/collection/programme-import.ts';
import { ProgrammeRegister } from '../lib/core/collection/programme-register.ts';
import { summarise } from '../lib/core/collection/programme-summary.ts';
import { GatheredRows } from '../lib/core/export/gather-rows.ts';
import { programmeCsv } from '../lib/core/export/programme-csv.ts';
import { readProgrammeCsv } from '../lib/core/export/read-programme-csv.ts';
import { makeRow } from '../lib/core/export/row.ts';
import { collection, words } from './sample-collection.ts';
import { citing, Clerk, entryOf, registerOf } from './sample-programmes.ts';

const made = () =>
  registerOf(
    citing('a', '2023-03-01', 'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị. Đề án 06 của xã.'),
    citing('b', '2023-03-01', 'Phong trào “Dân vận khéo”. Luật Đất đai.'),
  );
const written = (register: ProgrammeRegister) =>
  programmeCsv(register.read().groups.map(summarise), words);

function plan(register: ProgrammeRegister, text: string, clerk = new Clerk()) {
  const rows = readProgrammeCsv(text, words);
  if (!rows) throw new Error('not a register');
  const from = { find: (id: string) => register.find(id), match: register.match.bind(register) };
  const { rows: planned, drafts } = planImport(rows, from, clerk);
  clerk.store(register, drafts);
  return planned.map(({ row, status, reason }) => [row, status, ...(reason ? [reason] : [])]);
}

describe('the register as a CSV file', () => {
  it('is read by another program with every name and accent, and by this one as nothing new', () => {
    const register = made();
    const text = written(register);
    const rows = readByPython(text);
    expect(rows).toHaveLength(4);
    const directive = rows.find((row) => row['Số, ký hiệu văn bản'] === '05-CT/TW');
    expect(directive).toMatchObject({
      Dạng: 'Chỉ thị',
      'Cơ quan ban hành': 'Bộ Chính trị',
      'Ngày ban hành': '15/05/2016',
      'Khóa, nhiệm kỳ': 'XII',
      'Số trích đoạn': '1',
      'Điền tay': '',
    });
    expect(plan(register, text).map(([, status]) => status)).toEqual([
      'same',
      'same',
      'same',
      'same',
    ]);
  });

  it('says what a person filled in, and gives formulas no chance', () => {
    const [register, clerk] = [made(), new Clerk()];
    const entry = entryOf(register, 'a: Chỉ thị 05-CT/TW');
    clerk.store(
      register,
      editEntry(entry, { title: '=HYPERLINK("http://x")', note: '@SUM(1)' }, clerk),
    );
    const text = written(register);
    const row = readByPython(text).find((each) => each['Điền tay'] !== '');
    expect(row).toMatchObject({
      'Tên văn bản, chương trình': '\'=HYPERLINK("http://x")',
      'Ghi chú': "'@SUM(1)",
      'Điền tay': 'Tên văn bản, chương trình',
    });
    expect(plan(register, text).map(([, status]) => status)).toEqual([
      'same',
      'same',
      'same',
      'same',
    ]);
  });

  it('fills what is not known, adds what nobody cites, and overwrites nothing', () => {
    const register = made();
    const planned = plan(
      register,
      [
        'Loại;Số hiệu;Ngày ban hành;Tên;Cơ quan ban hành',
        'Chỉ thị;05-CT/TW;15/5/2016;Về đẩy mạnh học tập và làm theo;',
        'Nghị quyết;27-NQ/TW;9/11/2022;Về xây dựng Nhà nước pháp quyền;Ban Chấp hành Trung ương',
        'Nghị quyết;27-NQ/TW;9/11/2022;;',
        'Luật;;;Luật Đất đai;',
      ].join('\n'),
    );
    expect(planned).toEqual([
      [2, 'filled'],
      [3, 'new'],
      [4, 'refused', 'repeated'],
      [5, 'same'],
    ]);
    expect(summarise(entryOf(register, 'a: Chỉ thị 05-CT/TW')).fields.title).toMatchObject({
      value: 'Về đẩy mạnh học tập và làm theo',
      origin: 'hand',
    });
    expect(register.read().groups).toHaveLength(5);
  });

  it('keeps the date it has where a row by the entry’s id says another', () => {
    const register = made();
    const { id } = entryOf(register, 'a: Chỉ thị 05-CT/TW');
    const header = 'Mã,Số hiệu,Ngày ban hành,Cơ quan ban hành';
    expect(plan(register, `${header}\n${id},05-CT/TW,16/5/2016,`)).toEqual([
      [2, 'refused', 'differing'],
    ]);
    expect(summarise(entryOf(register, 'a: Chỉ thị 05-CT/TW')).fields.date?.value).toBe(
      '2016-05-15',
    );
  });

  it.each([
    ['kind', 'Chỉ thi lạ,1-CT/TW,,x'],
    ['date', 'Chỉ thị,1-CT/TW,32/1/2020,x'],
    ['date', 'Chỉ thị,1-CT/TW,hôm qua,x'],
    ['unnamed', 'Chỉ thị,,1/1/2020,'],
    ['cells', 'Chỉ thị,1-CT/TW,1/1/2020,x,y'],
    ['quotes', 'Chỉ thị,1-CT/TW,1/1/2020,"x'],
    ['too_long', `Chỉ thị,1-CT/TW,1/1/2020,${'x'.repeat(3000)}`],
  ])('refuses a row with the reason: %s', (reason, row) => {
    const register = made();
    expect(plan(register, `Loại,Số hiệu,Ngày,Tên\n${row}`)).toEqual([[2, 'refused', reason]]);
    expect(register.read().groups).toHaveLength(4);
  });

  it.each(['', 'a,b\n1,2', '{"json": true}', '\u0000\u0001', 'Ngày,Ghi chú\n1/1/2020,x'])(
    'is told from a file that is none: %j',
    (text) => expect(readProgrammeCsv(text, words)).toBeUndefined(),
  );

  it('takes thousands of hostile rows without losing an entry', () => {
    const register = made();
    const rows = Array.from({ length: 3000 }, (_, at) => `Đề án,06,,__proto__ ${at}`);
    const planned = plan(register, `Loại,Số hiệu,Ngày,Tên\n${rows.join('\n')}`);
    expect(planned).toHaveLength(3000);
    expect(register.read().groups.length).toBeGreaterThan(4);
    expect(summarise(entryOf(register, 'b: Luật Đất đai')).kind).toBe('law');
  });
});

describe('the sheet of documents in a workbook', () => {
  it('has the register’s own rows, with what people said of them', async () => {
    const { annotations, articles } = await collection();
    const excerpts = citing('a', '2023-03-01', 'Chỉ thị 05-CT/TW ngày 15/5/2016. Chỉ thị 05.');
    const rows = excerpts.map(({ id, programme }) => {
      const cited = { ...annotations[0], id, mention: programme } as Annotation;
      return makeRow(cited, articles[0]);
    });
    const gathered = new GatheredRows();
    for (const row of rows) gathered.add(row);
    const [register, clerk] = [new ProgrammeRegister(), new Clerk()];
    for (const { annotation, article } of rows) {
      const excerpt = citingExcerpt(annotation, article);
      if (excerpt) register.put(excerpt);
    }
    const [group] = register.read().groups;
    if (!group) throw new Error('nothing cited');
    clerk.store(register, editEntry(group, { title: 'Về học tập' }, clerk));
    const uncited = {
      ...blank(clerk.newId()),
      number: '27-NQ/TW',
      modified: '2026-11-22T00:00:00.000Z',
    };
    const told = gathered.programmes([...clerk.records(), uncited]);
    expect(told).toMatchObject([
      {
        firstTitle: 'Chi bộ hai thôn',
        entry: { excerpts: 2, fields: { title: { origin: 'hand' } } },
      },
    ]);
  });
});

/** Rows by column, as Python's own reader has them. */
function readByPython(text: string): Record<string, string>[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-csv-'));
  try {
    const file = path.join(folder, 'van-ban.csv');
    writeFileSync(file, text);
    const program =
      'import csv, json, sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))';
    return JSON.parse(
      execFileSync('python3', ['-c', program, file], { encoding: 'utf8' }),
    ) as Record<string, string>[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

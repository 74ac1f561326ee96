import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columns } from '../lib/core/export/columns.ts';
import { csvHeader, csvRows } from '../lib/core/export/csv.ts';
import { readCsv } from '../lib/core/export/read-csv.ts';
import type { Words } from '../lib/core/words.ts';
import { CollectionIndex } from '../lib/platform/collection-index.ts';
import { CsvEdits } from '../lib/platform/csv-edits.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { DeedLog } from '../lib/platform/deed-log.ts';
import { readExportRows } from '../lib/platform/export-rows.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import {
  completeFields,
  editAnnotation,
  reviewAnnotations,
  takeBack,
  trash,
} from '../lib/platform/revise.ts';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { HOSTILE, hostileCollection } from './hostile-collection.ts';
import { collection, NOW, SENTENCES, words } from './sample-collection.ts';

const english: Words = (key) => messages[key].message;

let serial = 0;
let clock = NOW.getTime();
let db: Database;
let log: DeedLog;
let csv: CsvEdits;
let ids: string[];

beforeEach(async () => {
  db = openDatabase(`csv-edits-${serial++}`);
  await fill(await collection());
  const now = () => new Date((clock += 1000));
  log = new DeedLog(
    new CollectionIndex(db, now),
    () => Promise.resolve({ now: now(), by: 'Bình' }),
    (made, deed) => takeBack(db, made, deed.now, deed.by),
  );
  csv = new CsvEdits(db, log, () => Promise.resolve([words, english]));
});
afterEach(() => db.delete());

async function fill(sample: Awaited<ReturnType<typeof collection>>): Promise<void> {
  await mergeCollection(db, sample, NOW);
  ids = sample.annotations.map(({ id }) => id);
}

type Cells = Record<string, string>;

/** The library's own CSV file, as a table whose cells are named by their column's key. */
async function table(keys = columns.map(({ key }) => key)): Promise<Cells[]> {
  const text = await written(words);
  const { rows } = readCsv(text);
  return rows.map(({ cells }) =>
    Object.fromEntries(
      columns.flatMap(({ key }, at) => (keys.includes(key) ? [[key, cells[at] ?? '']] : [])),
    ),
  );
}

async function written(language: Words): Promise<string> {
  const rows = await readExportRows(db, ids);
  return csvHeader(columns, language) + csvRows(rows, columns, language);
}

/** A table as a spreadsheet set to Vietnam saves it. */
function saved(rows: readonly Cells[], language = words): Blob {
  const keys = Object.keys(rows[0] ?? {});
  const header = keys.map((key) => {
    const column = columns.find((each) => each.key === key);
    return column ? language(column.header) : key;
  });
  const lines = [header, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return new Blob([`\u{FEFF}${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}`]);
}

const stored = () => db.annotations.bulkGet(ids);

describe('a CSV file of excerpts that comes back', () => {
  it('changes nothing when nobody wrote in it, in either language', async () => {
    for (const language of [words, english]) {
      const preview = await csv.preview(new Blob([await written(language)]));
      expect(preview).toEqual({ changed: 0, same: 2, refused: 0, rows: [] });
    }
  });

  it.each(Object.entries(HOSTILE))(
    'finds no change where none is, whatever was written: %s',
    async (_, text) => {
      await db.annotations.clear();
      await db.articles.clear();
      await fill(await hostileCollection(text));
      expect(await csv.preview(new Blob([await written(words)]))).toMatchObject({
        changed: 0,
        refused: 0,
      });
    },
  );

  it('brings back tags, notes and words, shows each before it is written, and can be taken back', async () => {
    const rows = await table(['id', 'sentence', 'tags', 'note', 'subject', 'revision']);
    Object.assign(rows[0] ?? {}, {
      tags: 'quý 4;  báo cáo',
      note: '=ghi thêm',
      subject: 'đoàn viên',
    });
    const file = saved(rows);
    const preview = await csv.preview(file);
    expect(preview).toMatchObject({ changed: 1, same: 1, refused: 0 });
    expect(preview.rows[0]).toMatchObject({
      row: 2,
      quote: SENTENCES.HA,
      changes: [
        { column: 'tags', before: 'đảng viên', after: 'quý 4;  báo cáo' },
        { column: 'note', before: '', after: '=ghi thêm' },
        { column: 'subject', before: 'đảng viên', after: 'đoàn viên' },
      ],
    });
    expect((await stored())[0]?.tags).toEqual(['đảng viên']);

    const done = await csv.take(file);
    const [changed, other] = await stored();
    expect(done).toMatchObject({ count: 1, first: ids[0] });
    expect(changed).toMatchObject({
      tags: ['quý 4', 'báo cáo'],
      note: '=ghi thêm',
      mention: { subject: 'đoàn viên', value: '27' },
      completed: ['subject'],
      editor: 'Bình',
    });
    expect(other?.note).toBe('dùng cho báo cáo quý, "bản 2"');
    expect(await csv.preview(file)).toMatchObject({ changed: 0, same: 2 });

    await log.undo(done.undo);
    expect((await stored())[0]).toMatchObject({ tags: ['đảng viên'], note: '' });
  });

  it('makes an approved excerpt a draft again when its figure is told otherwise', async () => {
    await reviewAnnotations(db, ids, { state: 'approved' }, NOW, 'An');
    const rows = await table(['id', 'note', 'subject']);
    Object.assign(rows[0] ?? {}, { subject: 'đoàn viên' });
    Object.assign(rows[1] ?? {}, { note: 'xem lại' });
    await csv.take(saved(rows));
    expect((await stored()).map((each) => each?.review?.state)).toEqual([undefined, 'approved']);
  });

  it.each([
    ['Đã duyệt', words, { state: 'approved' }],
    ['đã kiểm', words, { state: 'checked' }],
    ['Approved', english, { state: 'approved' }],
  ] as const)(
    'takes “%s” for a decision of whoever brings it back',
    async (word, language, want) => {
      const rows = await table(['id', 'state', 'revision']);
      Object.assign(rows[0] ?? {}, { state: word });
      const file = saved(rows, language);
      const { rows: told } = await csv.preview(file);
      expect(told).toMatchObject([
        { row: 2, changes: [{ column: 'state', before: 'draft', after: want.state }] },
      ]);
      const { undo } = await csv.take(file);
      const at = new Date(clock).toISOString();
      expect((await stored()).map((each) => each?.review)).toEqual([
        { ...want, by: 'Bình', at },
        undefined,
      ]);
      await log.undo(undo);
      expect((await stored())[0]?.review).toBeUndefined();
    },
  );

  it.each(['Trả lại', 'duỵt'])(
    'keeps the state where the file says “%s”, and tells it',
    async (word) => {
      const rows = await table(['id', 'state']);
      Object.assign(rows[0] ?? {}, { state: word });
      const { rows: told } = await csv.preview(saved(rows));
      expect(told).toMatchObject([{ row: 2, status: 'refused', reason: 'kept', kept: ['state'] }]);
    },
  );

  it('never takes an approval back by a file from before it', async () => {
    const rows = await table(['id', 'note', 'state', 'revision']);
    await reviewAnnotations(db, ids, { state: 'approved' }, NOW, 'An');
    Object.assign(rows[0] ?? {}, { note: 'ghi ở tệp' });
    Object.assign(rows[1] ?? {}, { state: 'Đã kiểm' });
    const file = saved(rows);
    expect((await csv.preview(file)).rows).toMatchObject([{ row: 3, reason: 'newer' }, { row: 2 }]);
    await csv.take(file);
    expect(await stored()).toMatchObject([
      { note: 'ghi ở tệp', review: { state: 'approved', by: 'An' } },
      { review: { state: 'approved', by: 'An' } },
    ]);
  });

  it('approves what the same row tells otherwise, where it says so', async () => {
    const rows = await table(['id', 'subject', 'state']);
    Object.assign(rows[0] ?? {}, { subject: 'đoàn viên', state: 'Đã duyệt' });
    await csv.take(saved(rows));
    expect((await stored())[0]).toMatchObject({
      mention: { subject: 'đoàn viên' },
      review: { state: 'approved', by: 'Bình' },
    });
  });

  it('takes nothing away by an empty cell or a missing column', async () => {
    const rows = (await table(['id', 'tags'])).map((row) => ({ ...row, tags: '' }));
    expect(await csv.preview(saved(rows))).toMatchObject({ changed: 0, same: 2, refused: 0 });
  });

  it('never takes figures, sentences or addresses from it', async () => {
    const rows = await table();
    const [row = {}] = rows;
    Object.assign(row, {
      value: '99',
      exact: '99',
      address: 'https://x.example/',
      title: 'Tên khác',
    });
    const before = await stored();
    await csv.take(saved(rows));
    expect(await stored()).toEqual(before);
  });

  it('leaves alone what a spreadsheet rewrites by itself', async () => {
    await editAnnotation(db, ids[0] ?? '', { note: '5/7' }, NOW);
    const rows = await table(['id', 'note']);
    Object.assign(rows[0] ?? {}, { note: '05-Jul' });
    const { rows: told } = await csv.preview(saved(rows));
    expect(told).toMatchObject([{ status: 'refused', reason: 'kept', kept: ['note'] }]);
  });

  it('refuses a row that would undo what was changed here since, and takes the others', async () => {
    const rows = await table(['id', 'note', 'tags', 'revision']);
    await editAnnotation(db, ids[0] ?? '', { note: 'sửa ở sổ' }, NOW);
    await completeFields(db, ids[1] ?? '', { subject: 'đảng viên chính thức' }, NOW);
    Object.assign(rows[0] ?? {}, { note: 'sửa ở tệp' });
    Object.assign(rows[1] ?? {}, { tags: 'thẻ mới' });
    const file = saved(rows);
    expect(await csv.preview(file)).toMatchObject({
      changed: 1,
      refused: 1,
      rows: [
        { row: 2, reason: 'newer' },
        { row: 3, status: 'changed' },
      ],
    });
    await csv.take(file);
    expect(await stored()).toMatchObject([
      { note: 'sửa ở sổ' },
      { tags: ['thẻ mới'], mention: { subject: 'đảng viên chính thức' } },
    ]);
  });

  it('keeps what was changed here since where the row says nothing new', async () => {
    const rows = await table(['id', 'note', 'revision']);
    await editAnnotation(db, ids[1] ?? '', { note: 'sửa ở sổ' }, NOW);
    expect(await csv.preview(saved(rows))).toMatchObject({ changed: 0, same: 2, refused: 0 });
  });

  it('says of each row why it is refused', async () => {
    const [first = {}, second = {}] = await table(['id', 'sentence', 'note']);
    await trash(db, [ids[1] ?? ''], NOW);
    const rows = [
      { ...first, note: 'một' },
      { ...first, note: 'hai' },
      { ...second, note: 'ba' },
      { ...first, id: '', note: 'bốn' },
      { ...first, id: '0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000', note: 'năm' },
      { ...first, sentence: SENTENCES.THUONG, note: 'sáu' },
    ];
    const { rows: told, ...counts } = await csv.preview(saved(rows));
    expect(told.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'repeated'],
      [4, 'trashed'],
      [5, 'no_id'],
      [6, 'unknown'],
      [7, 'repeated'],
      [2, undefined],
    ]);
    expect(counts).toEqual({ changed: 1, same: 0, refused: 5 });
  });

  it('refuses rows whose sentences were mixed up by sorting one column', async () => {
    const rows = await table(['id', 'sentence', 'note']);
    const turned = rows.map((row, at) => ({ ...row, id: rows.at(at - 1)?.id ?? '' }));
    const { rows: told } = await csv.preview(saved(turned));
    expect(told.map(({ reason }) => reason)).toEqual(['sentence', 'sentence']);
  });

  it.each([
    ['no column of ids', 'Họ tên;Năm sinh\nMẫu;1990', 'error_csv_foreign'],
    ['nothing at all', '', 'error_csv_foreign'],
    ['a picture', '\u{0}\u{1}PNG\u{FFFD}', 'error_csv_foreign'],
    ['no column that comes back', 'Mã;Giá trị\nx;1', 'error_csv_nothing'],
    [
      'a register of documents',
      'Mã;Số, ký hiệu văn bản;Tên gọi khác\nx;05;y',
      'error_csv_register',
    ],
  ])('is refused whole where it has %s', async (_, text, messageKey) => {
    await expect(csv.preview(new Blob([text]))).rejects.toMatchObject({ messageKey });
  });

  it('loses no word on its way out and back', async () => {
    const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(plain, async (note) => {
        const rows = await table(['id', 'note']);
        Object.assign(rows[0] ?? {}, { note });
        await csv.take(saved(rows));
        expect(await csv.preview(new Blob([await written(words)]))).toMatchObject({
          changed: 0,
          refused: 0,
        });
      }),
      { numRuns: 25 },
    );
  });
});

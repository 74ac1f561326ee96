import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { passageLink, webLink } from '../lib/core/collection/passage-link.ts';
import { columns } from '../lib/core/export/columns.ts';
import { csvHeader, csvRows } from '../lib/core/export/csv.ts';
import { fileName, formats } from '../lib/core/export/formats.ts';
import type { Collection } from '../lib/core/export/json-ld.ts';
import { rowsOf } from './export-sample.ts';
import { HOSTILE, hostileCollection, printable } from './hostile-collection.ts';
import { collection, figure, SENTENCES, words } from './sample-collection.ts';

const write = (of: Collection) => csvHeader(columns, words) + csvRows(rowsOf(of), columns, words);

/** Reads CSV by RFC 4180, to the letter: an unquoted cell with a quote in it, or a bare LF between rows, is an error. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const match = cell.exec(csv);
    if (!match) throw new Error(`not RFC 4180 at ${at}: ${csv.slice(at, at + 30)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

async function exported(change: (annotations: Annotation[]) => void = () => undefined) {
  const sample = await collection();
  change(sample.annotations);
  const [header = [], ...rows] = parse(write(sample).slice(1));
  return rows.map((row) => new Map(header.map((name, at) => [name, row[at]])));
}

describe('CSV', () => {
  it('starts with a byte order mark, without which Excel spoils the accents', async () => {
    expect(write(await collection()).startsWith('\u{FEFF}Mã,Tên bài,')).toBe(true);
  });

  it('gives the sentence, its reading and its source in every row', async () => {
    const [, second] = await exported();
    expect(Object.fromEntries(second ?? [])).toMatchObject({
      'Tên bài': 'Chi bộ hai thôn',
      'Báo, cổng': 'Báo Ví Dụ',
      'Câu trích': SENTENCES.THUONG,
      'Nguyên văn': '31',
      'Giá trị': '31',
      'Đối tượng': 'đảng viên',
      Dạng: 'Số đếm',
      Thẻ: 'đảng viên',
      'Ghi chú': 'dùng cho báo cáo quý, "bản 2"',
      'Đối chiếu với bài': '✓ khớp với bài đã lưu',
    });
  });

  it.each([
    ['1837', '1837', '', ''],
    ['-31.3', '-31.3', '', ''],
    ['51/54', '51', '', '54'],
    [['90', '100.5'] as [string, string], '90', '100.5', ''],
  ])('writes the value %s as plain numbers', async (value, lower, upper, denominator) => {
    const [row] = await exported(([first]) => {
      if (first?.mention?.type === 'figure') first.mention.value = value;
    });
    expect([row?.get('Giá trị'), row?.get('Giá trị trên'), row?.get('Mẫu số')]).toEqual([
      lower,
      upper,
      denominator,
    ]);
  });

  it.each([
    ['measure', 'har', ['ha', '25000', 'm²']],
    ['money', 'VND', ['đồng', '2.5', 'đồng']],
    ['duration', 'decade', ['thập kỷ', '300', 'tháng']],
    ['measure', 'MW.h', ['MWh', '2500', 'kWh']],
    ['measure', 'm3', ['m³', '2500', 'lít']],
    ['percentage', '%', ['%', '2.5', '%']],
  ] as const)('calls units what a clerk calls them, not by code: %s in %s', async (...given) => {
    const [kind, unit, cells] = given;
    const [row] = await exported(([first]) => {
      if (first?.mention?.type !== 'figure') return;
      Object.assign(first.mention, { kind, unit, value: '2.5' });
    });
    const names = ['Đơn vị tính', 'Giá trị quy đổi', 'Đơn vị quy đổi'];
    expect(names.map((name) => row?.get(name))).toEqual(cells);
  });

  it('says where an excerpt no longer agrees with its stored article', async () => {
    const other = SENTENCES.HA.replace('27', '72');
    const rows = await exported(([first, second]) => {
      if (first) {
        first.target.selector[0].exact = other;
        first.mention = figure(other, '72');
      }
      if (second) second.articleId = 'mất';
    });
    expect(rows.map((row) => row.get('Đối chiếu với bài'))).toEqual([
      'số trong câu khác với bài đã lưu',
      'không có toàn văn bài để đối chiếu',
    ]);
  });

  it('lets no text run as a formula, whatever the page or the reader wrote', async () => {
    const { annotations, articles } = await collection();
    const hostile = fc
      .tuple(fc.constantFrom(...'=+-@\t\r＝＋－＠', ''), fc.string({ unit: 'binary' }))
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(hostile, hostile, (note, title) => {
        const sample = {
          annotations: annotations.map((each) => Object.assign({}, each, { note })),
          articles: articles.map((each) => Object.assign({}, each, { title })),
        };
        const [header, ...rows] = parse(write(sample).slice(1));
        for (const row of rows) {
          expect(row).toHaveLength(columns.length);
          const texts = row.filter((_, at) => columns[at]?.type === 'text');
          expect(texts.filter((text) => /^[=+\-@\t\r＝＋－＠]/.test(text))).toEqual([]);
          const cell = row[header?.indexOf('Ghi chú') ?? 0];
          expect([printable(note), `'${printable(note)}`]).toContain(printable(cell ?? ''));
        }
      }),
    );
  });

  const python = (() => {
    try {
      return execFileSync('python3', ['--version']).toString().startsWith('Python 3');
    } catch {
      return false;
    }
  })();
  it.skipIf(!python)('is read by another program’s CSV reader to the letter', async () => {
    const { annotations, articles } = await collection();
    const note = 'dòng một\r\ndòng hai, "trích"\n=HYPERLINK("x")';
    const sample = {
      annotations: annotations.map((each) => Object.assign({}, each, { note })),
      articles,
    };
    const program =
      'import csv,io,json,sys;t=sys.stdin.buffer.read().decode("utf-8-sig");print(json.dumps(list(csv.reader(io.StringIO(t,newline=""),strict=True))))';
    const read = execFileSync('python3', ['-c', program], { input: write(sample) });
    expect(JSON.parse(read.toString())).toEqual(parse(write(sample).slice(1)));
  });

  it.each(Object.entries(HOSTILE))('holds hostile words as text: %s', async (_, text) => {
    const [row] = parse(write(await hostileCollection(text)).slice(1)).slice(1);
    const note = new TextDecoder().decode(
      new TextEncoder().encode(row?.[columns.findIndex(({ key }) => key === 'note')]),
    );
    expect([printable(text), `'${printable(text)}`]).toContain(note);
  });

  it('is named by the reader’s own day', () => {
    expect(fileName(formats.csv, new Date(2026, 10, 2, 23, 59))).toBe('trich-bao-2026-11-02.csv');
  });

  it('writes every one of 10,000 rows', async () => {
    const { annotations, articles } = await collection();
    const many = Array.from({ length: 5000 }, () => annotations).flat();
    const [head, ...rows] = parse(write({ annotations: many, articles }).slice(1));
    expect(rows).toHaveLength(many.length);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
  });
});

describe('the link to a passage', () => {
  it.each([
    ['https://a.vn/b', 'Có 27 đảng viên', 'C%C3%B3%2027%20%C4%91%E1%BA%A3ng%20vi%C3%AAn'],
    ['https://a.vn/b', '90-100, tăng', '90%2D100%2C%20t%C4%83ng'],
    ['https://a.vn/b', 'một hai\nba bốn', 'm%E1%BB%99t%20hai,ba%20b%E1%BB%91n'],
  ])('names the words in a way the browser reads: %s, %s', (address, passage, fragment) => {
    expect(passageLink(address, passage)).toBe(`${address}#:~:text=${fragment}`);
  });

  it('keeps the page’s own fragment and never overlaps its two ends', () => {
    const long = Array.from({ length: 30 }, (_, at) => `từ${at}`).join(' ');
    const link = decodeURIComponent(passageLink('https://a.vn/b#muc-2', long) ?? '');
    expect(link).toBe(
      'https://a.vn/b#muc-2:~:text=từ0 từ1 từ2 từ3 từ4 từ5,từ24 từ25 từ26 từ27 từ28 từ29',
    );
    expect(passageLink('https://a.vn/b', '\u{D800}')).toBe('https://a.vn/b#:~:text=%EF%BF%BD');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'bài 1', ''])(
    'is none for an address that is not of the web: %s',
    (address) => {
      expect(webLink(address)).toBeUndefined();
      expect(passageLink(address, 'x')).toBeUndefined();
    },
  );
});

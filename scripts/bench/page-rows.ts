import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inExtensionPage, type RemoteBench } from './extension-page.ts';
import { fullPage } from './full-page.ts';
import type { ReadingTimes } from './in-page/read-page.ts';
import type { AddRow, Row } from './row.ts';
import { median } from './side-by-side.ts';

const CORPUS = fileURLToPath(new URL('../../tests/corpus/*.txt', import.meta.url));
/** Saved pages, stripped to little more than their article, where they are present. */
const SAVED = fileURLToPath(new URL('../../../shared/pages/*.html', import.meta.url));
const MARKS = 10_000;

/** Reading a page and painting it, in an extension page of a real Chromium. */
export function pageRows(add: AddRow): Promise<void> {
  return inExtensionPage(async (bench) => {
    const full = await timeAll(bench, texts(CORPUS).map(fullPage));
    const saved = await timeAll(bench, texts(SAVED));
    const { marks, ratio, paint, wrap, elements, height, shift } = await bench.timePainting(
      pageOfNumbers(MARKS),
    );
    const added = `painting ${marks} marks:`;
    const rows: Row[] = [
      readingRow(full, 'articles in whole pages'),
      ...(saved.length > 0 ? [readingRow(saved, 'stripped pages')] : []),
      {
        what: `wrapping ${marks} marks in <mark> over painting them, with layout`,
        value: ratio,
        unit: '×',
        limit: 20,
        isFloor: true,
        note: `${wrap.toFixed(0)} ms over ${paint.toFixed(1)} ms`,
      },
      { what: `${added} elements added`, value: elements, unit: '', limit: 0 },
      { what: `${added} height added`, value: height, unit: 'px', limit: 0 },
      { what: `${added} layout shift`, value: shift, unit: '', limit: 0 },
    ];
    for (const row of rows) add(row);
  });
}

async function timeAll(bench: RemoteBench, pages: readonly string[]): Promise<ReadingTimes[]> {
  const times: ReadingTimes[] = [];
  for (const html of pages) {
    const time = await bench.timeReading(html);
    if (time) times.push(time);
  }
  return times;
}

function readingRow(times: readonly ReadingTimes[], pages: string): Row {
  const of = (key: keyof ReadingTimes) => median(times.map((time) => time[key]));
  const ms = (key: keyof ReadingTimes) => of(key).toFixed(1);
  const alone = median(times.map(({ read, readability }) => read / readability));
  const worst = Math.max(...times.map(({ ratio }) => ratio));
  return {
    what: `read, recognise and paint over Readability.parse(), warm, ${times.length} ${pages}`,
    value: of('ratio'),
    unit: '×',
    limit: 1.3,
    note:
      `${ms('ours')} ms (read ${ms('read')}, background ${ms('recognise')}, of that the way there and back ` +
      `${ms('way')}, paint ${ms('paint')}) over ${ms('readability')} ms; reading alone ${alone.toFixed(2)} ×; ` +
      `slowest page ${worst.toFixed(2)} ×`,
  };
}

function texts(pattern: string): string[] {
  return globSync(pattern).map((file) => readFileSync(file, 'utf8'));
}

/** A long article: paragraphs of ten numbers each. */
function pageOfNumbers(count: number): string {
  const sentence = (at: number) => `Chi bộ thôn ${at} có ${at + 20} đảng viên dự sinh hoạt`;
  const paragraphs = Array.from({ length: count / 10 }, (_, paragraph) => {
    const sentences = Array.from({ length: 5 }, (_, at) => sentence(paragraph * 5 + at + 1));
    return `<p>${sentences.join('. ')}.</p>`;
  });
  const title = 'Đảng bộ huyện Mây sinh hoạt chi bộ đúng kỳ';
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head>
    <body><article><h1>${title}</h1>${paragraphs.join('\n')}</article></body></html>`;
}

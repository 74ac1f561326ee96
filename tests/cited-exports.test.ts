import mammoth from 'mammoth';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import type { Cite } from '../lib/core/cite/citation-style.ts';
import { renderCitations } from '../lib/core/cite/render-citations.ts';
import { importJson } from '../lib/core/import-json.ts';
import { citeArticles, citedBatches } from '../lib/core/export/cited-rows.ts';
import { columnsOf } from '../lib/core/export/columns.ts';
import type { ExportSource } from '../lib/core/export/export-source.ts';
import type { FormatName } from '../lib/core/export/formats.ts';
import { jsonLdPieces } from '../lib/core/export/json-ld.ts';
import { citesArticles, readProfiles, standardChoice } from '../lib/core/export/profile.ts';
import { PACK_FORMATS } from '../lib/core/pack/pack-formats.ts';
import { frameOf, readTemplateFile, templateFile } from '../lib/core/pack/pack-template.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { fileOf } from '../lib/platform/file-parts.ts';
import { exportBytes, sourceOf } from './export-sample.ts';
import { generateCollection } from './generated-collection.ts';
import { header, readBook, rowsOf } from './read-workbook.ts';
import { collection, digest, NOW, words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';
import { partOf } from './word-file.ts';

const APA =
  'Nguyễn Văn Mẫu. (2026, 20 tháng 11). Chi bộ hai thôn. Báo Ví Dụ. https://www.bao.example.vn/bai-1.html?utm_source=zalo';
const inApa: Cite = (articles) => Promise.resolve(renderCitations(articles, 'apa'));

type Sample = Awaited<ReturnType<typeof collection>>;
const cited = (sample: Sample, cite = inApa): ExportSource => {
  const source = sourceOf(sample);
  return { ...source, batches: () => citedBatches(source.batches(), cite) };
};

/** A file in APA, with the columns usual for it unless told otherwise. */
async function file(format: FormatName, keys = standardChoice(format).columns) {
  const sample = await collection();
  return exportBytes(format, sample, { columns: columnsOf(keys) }, cited(sample));
}
const text = async (format: FormatName, keys?: string[]) =>
  new TextDecoder().decode(await file(format, keys));

describe('a file in the style chosen', () => {
  it('has it in the column of citations', async () => {
    expect(await text('csv', ['exact', 'citation'])).toContain(`27,"${APA}"`);
  });

  it('has it in a workbook’s sheet of articles, and in the column where that is chosen', async () => {
    const book = readBook(await file('xlsx', ['exact', 'citation']));
    for (const name of ['sheet_excerpts', 'sheet_articles'] as const) {
      const rows = rowsOf(book.Sheets[words(name)]);
      expect(rows.map((row) => row.get(header('citation'))?.v)).toContain(APA);
    }
  });

  it('has it among the sources of the web page', async () => {
    const { document } = new JSDOM(await text('html')).window;
    expect(document.querySelector('#source-1')?.textContent).toBe(APA);
  });

  it('has it among the sources of the Word report, as another program reads it', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await file('docx')) });
    expect(value).toContain(APA);
  });

  it('has it among the sources of the Markdown text', async () => {
    const plain = (await text('markdown')).replace(/\\([!-/:-@[-`{-~])/g, '$1');
    expect(plain).toContain(`1. ${APA}`);
  });

  it('cites each article once, however many excerpts and batches it has', async () => {
    const sample = await generateCollection({ articles: 7, excerptsPerArticle: 200 });
    const cite = vi.fn<Cite>(inApa);
    const rows = [];
    for await (const batch of cited(sample, cite).batches()) rows.push(...batch);
    expect(cite.mock.calls.flatMap(([articles]) => articles)).toHaveLength(7);
    expect(
      rows.every(({ article, citation }) => article && citation?.includes(article.title)),
    ).toBe(true);
  });

  it('is the Vietnamese line where the style tells nothing of an article', async () => {
    const sample = await collection();
    const nothing: Cite = (articles) => Promise.resolve(articles.map(() => ''));
    const options = { columns: columnsOf(['citation']) };
    const bytes = await exportBytes('csv', sample, options, cited(sample, nothing));
    expect(bytes).toEqual(await exportBytes('csv', sample, options));
  });

  it.each([
    ['csv', ['exact'], false],
    ['csv', ['exact', 'citation'], true],
    ['xlsx', ['exact'], true],
    ['docx', ['exact'], true],
    ['ris', ['citation'], false],
  ] as const)('asks for no citation that it does not print: %s of %s', (format, columns, is) => {
    expect(citesArticles({ ...standardChoice(format), columns: [...columns] })).toBe(is);
  });
});

describe('a reading pack in the style chosen', () => {
  const packed = async () => {
    const sample = await collection();
    const quoted = sample.annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    const made = pack([section('Một', quoted)], { citationStyle: 'apa' });
    const citations = await citeArticles(sample.articles, inApa);
    return { made, sample, content: resolvePack(made, { ...sample, citations }, words) };
  };

  it.each(Object.entries(PACK_FORMATS))('has it among the sources: %s', async (name, format) => {
    const { content } = await packed();
    const write = await format.writer();
    const made = await fileOf(write(content, { now: NOW, words }), format.mediaType);
    const bytes = new Uint8Array(await made.arrayBuffer());
    const parts: Record<string, string> = { docx: 'word/document.xml', epub: 'EPUB/sources.xhtml' };
    const part = parts[name];
    const markup = part ? partOf(bytes, part) : new TextDecoder().decode(bytes);
    const plain = markup.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    expect(plain).toContain(APA);
  });

  it('keeps the choice in its template, in the template’s file and in the exchange file', async () => {
    const { made, sample } = await packed();
    expect(readTemplateFile(templateFile(frameOf(made, 'Mẫu'))).citationStyle).toBe('apa');
    const exchanged = [...jsonLdPieces({ ...sample, companions: [made] }, NOW)].join('');
    const { companions, refused } = await importJson(exchanged, digest);
    expect([companions, refused]).toEqual([[made], []]);
  });

  it('made before there were styles is read as it was, in the Vietnamese one', async () => {
    const { made, sample } = await packed();
    const { citationStyle: _, ...old } = made;
    const frame = readTemplateFile(templateFile(frameOf(old, 'Mẫu')));
    expect(Object.keys(frame)).not.toContain('citationStyle');
    const [source] = resolvePack(old, sample, words).sources;
    expect(source?.citation).toMatch(/^Nguyễn Văn Mẫu \(2026\), “Chi bộ hai thôn”/);
  });
});

describe('a saved profile', () => {
  const old = { ...standardChoice('xlsx'), id: 'p1', name: 'Báo cáo quý' };

  it('keeps the style chosen; one saved before there were styles is read as it was', () => {
    const own = { ...old, id: 'p2', citationStyle: 'own:http://www.example.vn/kieu' };
    expect(readProfiles(JSON.parse(JSON.stringify([old, own])))).toEqual([old, own]);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { annotateFile } from '../scripts/annotate-file.ts';
import { readCorpus, readExpected } from '../scripts/evaluate.ts';
import {
  scoreMentions,
  summarise,
  type Mark,
  type Predicted,
  type ScoredArticle,
} from '../scripts/score-mentions.ts';
import { checkPage } from '../scripts/score-pages.ts';

const PROJECT = join(import.meta.dirname, '..');
const SHARED = join(PROJECT, '../shared');
const folder = mkdtempSync(join(tmpdir(), 'annotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('annotate, file by file', () => {
  it('a text file is kept to the character but for its normal form', async () => {
    const text = '  Có  12\u00A0ha,\r\nvà 3 xã.\n\n';
    const path = write('a.txt', text.normalize('NFD'));
    expect(await annotateFile(path)).toMatchObject({ file: path, text });
  });

  it('every mention slices its own words out of the text', async () => {
    const path = write('b.txt', 'Có 51/51 chi bộ (100%) học Chỉ thị số 05-CT/TW trong 6 tháng.');
    const result = await annotateFile(path);
    if ('error' in result) throw new Error(result.error);
    for (const { start, end, exact } of result.mentions) {
      expect(result.text.slice(start, end)).toBe(exact);
    }
  });

  it('a page in an old charset is read in the charset it declares', async () => {
    const result = await annotateFile(join(import.meta.dirname, 'pages/windows-1258/source.html'));
    expect(result).toMatchObject({ title: 'Hòa Lâm: Mỗi chi bộ một việc khó, làm đến nơi' });
  });

  it.each([
    ['a missing file', 'missing.txt', undefined],
    ['a text in another charset', 'latin.txt', new Uint8Array([0x43, 0xf3, 0x20, 0x31])],
    ['a page without an article', 'empty.html', '<title>x</title><p>Không có gì.</p>'],
  ])('%s gives an error that names it', async (_name, name, content) => {
    const path = content === undefined ? join(folder, name) : write(name, content);
    const result = await annotateFile(path);
    expect(result).toEqual({ file: path, error: expect.stringMatching(/\S/) });
  });
});

describe('the annotate command', () => {
  it('prints one line a file, in order, past those it cannot read, and exits with 1', () => {
    const files = [
      write('c.txt', 'Có 12 xã.'),
      join(folder, 'none.txt'),
      write('d.txt', 'Có 3 xã.'),
    ];
    const run = spawnSync(process.execPath, ['scripts/annotate.ts', ...files], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string });
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(lines[1]).toHaveProperty('error');
    expect(run.status).toBe(1);
  });
});

/** Damages predictions in every way the scorer tells apart, the same way each time. */
function damage(gold: readonly Mark[]): Predicted[] {
  return gold.flatMap((mark, at): Mark[] => {
    const { optional: _, ...copy } = mark;
    const wrong: Mark[][] = [
      [copy],
      [],
      [{ ...copy, kind: 'other' }],
      [{ ...copy, value: '7.00' }],
      [{ ...copy, end: copy.end + 1 }],
      [copy, { ...copy, start: copy.end + 1, end: copy.end + 4 }],
      [{ ...copy, subject: copy.subject?.split(' ')[0] ?? 'x', number: '9' }],
      [{ ...copy, value: Array.isArray(copy.value) ? copy.value : `0${copy.value ?? ''}` }],
    ];
    return wrong[at % wrong.length] ?? [];
  });
}

const corpus = join(SHARED, 'corpus');
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython || !existsSync(corpus))('evaluate against the shared scorers', () => {
  it('gives the very numbers of score.py, on flawless and on damaged predictions', () => {
    const perfect = readCorpus(corpus);
    const damaged = perfect.map((article): ScoredArticle => ({
      ...article,
      predicted: damage(article.gold),
    }));
    for (const articles of [perfect, damaged]) {
      const lines = articles.map(({ name, text, predicted }) =>
        JSON.stringify({ file: `${name}.txt`, text, mentions: predicted }),
      );
      const path = write('predictions.ndjson', lines.join('\n'));
      const run = spawnSync('python3', [join(SHARED, 'tools/score.py'), corpus, path], {
        encoding: 'utf8',
      });
      const theirs: unknown = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
      expect(summarise(scoreMentions(articles))).toEqual(theirs);
    }
  });

  it('passes and fails the very pages that pages.py does', async () => {
    const pages = join(SHARED, 'pages');
    const files = readdirSync(pages).filter((name) => name.endsWith('.html'));
    const results = await Promise.all(files.map((name) => annotateFile(join(pages, name))));
    const spoilt = results.map((result, at) =>
      at % 2 === 0 || 'error' in result
        ? result
        : { ...result, title: 'x', byline: 'Ai Đó', text: `${result.text} 0:00 GMT+7` },
    );
    for (const read of [results, spoilt]) {
      const checks = [...readExpected(pages)].flatMap(([name, expected]) =>
        checkPage(
          expected,
          read.find(({ file }) => basename(file, '.html') === name),
        ),
      );
      const path = write('pages.ndjson', read.map((line) => JSON.stringify(line)).join('\n'));
      const script = [join(SHARED, 'tools/pages.py'), join(pages, 'expected.json'), path];
      const theirs = spawnSync('python3', script, { encoding: 'utf8' }).stdout.trim();
      expect(`${checks.filter(({ passed }) => passed).length}/${checks.length}`).toBe(theirs);
    }
  });
});

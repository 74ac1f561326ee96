import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { PackContent } from '../lib/core/pack/pack-content.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { writeEpub } from '../lib/core/pack/write-epub.ts';
import { HOSTILE, printable } from './hostile-collection.ts';
import { hostilePack } from './hostile-pack.ts';
import { ownPack } from './own-pack.ts';
import { packBytes } from './pack-of-articles.ts';
import { words } from './sample-collection.ts';
import { pack } from './sample-pack.ts';
import { onPath } from './word-file.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const epub = (content: PackContent) => packBytes(writeEpub, content);
const own = await ownPack();
const empty = () => resolvePack(pack([]), { annotations: [], articles: [] }, words);

/** The files of an archive by their paths, unpacked by a program of the system. */
function filesOf(bytes: Uint8Array): Record<string, string> {
  const program = `import sys,zipfile,json,io
z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
json.dump({i.filename:z.read(i).decode() for i in z.infolist()},sys.stdout)`;
  const input = Buffer.from(bytes);
  const read = execFileSync('python3', ['-c', program], { input, maxBuffer: 1 << 26 });
  return JSON.parse(read.toString()) as Record<string, string>;
}

function xml(text = ''): Document {
  return new JSDOM(text, { contentType: 'application/xhtml+xml' }).window.document;
}

describe('a pack as an electronic book', () => {
  it('is told by its first bytes: the media type, as it is, with nothing before it', async () => {
    const bytes = await epub(own);
    const view = new DataView(bytes.buffer);
    expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    // Stored, no extra field, and no descriptor after it.
    expect([
      view.getUint16(6, true) & 8,
      view.getUint16(8, true),
      view.getUint16(28, true),
    ]).toEqual([0, 0, 0]);
  });

  it('passes an independent validator', async () => {
    for (const content of [own, empty()]) {
      const { messages } = await EpubCheck.validate(await epub(content));
      expect(messages).toEqual([]);
    }
  });

  it('lists in its package all files there are, and reads each once', async () => {
    const files = filesOf(await epub(own));
    const opf = xml(files['EPUB/package.opf']);
    const listed = [...opf.querySelectorAll('manifest item')];
    const paths = listed.map((each) => `EPUB/${each.getAttribute('href')}`);
    expect(Object.keys(files).toSorted()).toEqual(
      ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf', ...paths].toSorted(),
    );
    const read = [...opf.querySelectorAll('spine itemref')].map((ref) => ref.getAttribute('idref'));
    const pages = listed.filter((each) => each.getAttribute('href')?.endsWith('.xhtml'));
    expect(read.toSorted()).toEqual(pages.map((each) => each.getAttribute('id')).toSorted());
    expect(read.slice(0, 3)).toEqual(['cover', 'nav', 'introduction']);
    for (const page of pages) {
      const text = files[`EPUB/${page.getAttribute('href')}`];
      expect(page.getAttribute('properties') === 'svg').toBe(text?.includes('<svg') ?? false);
    }
  });

  it('leads nowhere that is not in it', async () => {
    const files = filesOf(await epub(own));
    const pages = new Map(
      Object.entries(files)
        .filter(([name]) => name.endsWith('.xhtml'))
        .map(([name, text]) => [name.replace('EPUB/', ''), xml(text)]),
    );
    let count = 0;
    for (const [name, page] of pages) {
      for (const link of page.querySelectorAll('a')) {
        const href = link.getAttribute('href') ?? '';
        if (/^https?:/.test(href)) continue;
        const [file = '', anchor] = href.split('#');
        const target = pages.get(file || name);
        expect([href, target !== undefined]).toEqual([href, true]);
        if (anchor) expect([href, target?.getElementById(anchor) !== null]).toEqual([href, true]);
        count++;
      }
    }
    expect(count).toBeGreaterThan(50);
  });

  it('keeps its identity from one edition to the next', async () => {
    const opf = xml(filesOf(await epub(own))['EPUB/package.opf']);
    expect(opf.getElementById('identifier')?.textContent).toBe(`urn:uuid:${own.id}`);
    expect(opf.querySelector('meta[property="dcterms:modified"]')?.textContent).toBe(
      '2026-11-22T08:00:00Z',
    );
  });
});

describe('hostile words in an electronic book', () => {
  it.each(Object.entries(HOSTILE))('come out as text: %s', async (_, text) => {
    const bytes = await epub(await hostilePack(text));
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages).toEqual([]);
    const files = filesOf(bytes);
    const opf = xml(files['EPUB/package.opf']);
    const shown = squeeze(printable(text));
    expect(squeeze(opf.getElementsByTagName('dc:title')[0]?.textContent ?? '')).toBe(shown);
    const chapter = xml(files['EPUB/section-1.xhtml']);
    expect(squeeze(chapter.querySelector('h2')?.textContent ?? '')).toBe(shown);
    expect(chapter.querySelectorAll('script, img')).toHaveLength(0);
  });
});

const java = onPath('java');
const epubcheck = onPath('epubcheck');

describe('the W3C’s EPUBCheck', () => {
  it.skipIf(!java || !epubcheck)(
    'finds nothing to say of a pack (skipped: java or epubcheck is not here)',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-epub-'));
      try {
        const hostile = ['a script', 'right-to-left marks', 'control characters'] as const;
        const packs = [
          own,
          empty(),
          ...(await Promise.all(hostile.map((name) => hostilePack(HOSTILE[name])))),
        ];
        for (const [at, content] of packs.entries()) {
          const file = path.join(folder, `${at}.epub`);
          writeFileSync(file, await epub(content));
          const { status, stderr } = spawnSync(java ?? '', ['-jar', epubcheck ?? '', file]);
          expect([status, stderr.toString().trim()]).toEqual([0, '']);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});

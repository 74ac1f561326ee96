import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { cssString } from '../lib/core/pack/page-rules.ts';
import { runningHead } from '../lib/core/pack/running-head.ts';
import { writeHtml } from '../lib/core/pack/write-html.ts';
import { generateCollection } from './generated-collection.ts';
import { HOSTILE, printable } from './hostile-collection.ts';
import { hostilePack } from './hostile-pack.ts';
import { ownPack } from './own-pack.ts';
import { packText } from './pack-of-articles.ts';
import { words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

type Content = Parameters<typeof packText>[1];

const own = await ownPack();
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const textOf = (element: Element | null | undefined) => squeeze(element?.textContent ?? '');

async function page(content: Content): Promise<Document> {
  const html = await packText(writeHtml, content);
  return new JSDOM(html, { runScripts: 'dangerously' }).window.document;
}

describe('a pack as a web page', () => {
  it('needs nothing but itself, and lets nothing run or load', async () => {
    const document = await page(own);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toContain("default-src 'none'");
    expect(document.querySelectorAll('script, link, img, iframe, object, form')).toHaveLength(0);
    expect(document.documentElement.lang).toBe('vi');
    expect(textOf(document.querySelector('style'))).not.toMatch(/url\(|@import/);
  });

  it('has one title and no heading that leaves out a level, in the order they are read', async () => {
    const document = await page(own);
    const levels = [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    expect([...document.querySelectorAll('.part')].map(({ id }) => id)).toEqual([
      'cover',
      'contents',
      'introduction',
      'section-1',
      'section-2',
      'section-3',
      'section-4',
      'section-5',
      'glossary',
      'sources',
      'answers',
    ]);
  });

  it('leads from the contents to every heading, and from every number to its source', async () => {
    const document = await page(own);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const dangling = links.filter(({ hash }) => !document.getElementById(hash.slice(1)));
    expect(dangling.map(({ outerHTML }) => outerHTML)).toEqual([]);
    const listed = [...document.querySelectorAll('.contents a')].map(textOf);
    const headings = [...document.querySelectorAll('.part:not(#contents) :is(h2, h3)')].map(textOf);
    expect(listed).toEqual(headings);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a.source')) {
      const number = document.getElementById(link.hash.slice(1));
      const place = [...(number?.parentElement?.children ?? [])].findIndex((li) => li === number);
      expect(link.textContent).toBe(`[${place + 1}]`);
    }
  });

  it('has ids that are each one thing’s alone', async () => {
    const document = await page(own);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells a reader who cannot see a chart every figure in it, and every value beside its bar', async () => {
    const document = await page(own);
    const charts = own.sections.flatMap(({ items }) =>
      items.flatMap((item) => (item.type === 'figures' ? item.charts : [])),
    );
    const drawn = [...document.querySelectorAll('svg')];
    expect(drawn).toHaveLength(charts.length);
    expect(charts.length).toBeGreaterThan(2);
    for (const [at, { points }] of charts.entries()) {
      const svg = drawn[at];
      const told = textOf(svg?.querySelector('desc'));
      const values = [...(svg?.querySelectorAll('text[font-weight]') ?? [])].map(textOf);
      expect(values).toEqual(points.map(({ written }) => squeeze(written)));
      for (const { label, written } of points) expect(told).toContain(`${label}: ${written}`);
      const widths = [...(svg?.querySelectorAll('rect') ?? [])].map((bar) =>
        Number(bar.getAttribute('width')),
      );
      const longest = Math.max(...points.map(({ value }) => Number(value)));
      const full = Math.max(...widths);
      for (const [place, { value }] of points.entries()) {
        expect(widths[place]).toBeCloseTo((full * Number(value)) / longest, 0);
      }
    }
  });

  it('keeps a percent sign on the line of its number, however narrow the column', async () => {
    const document = await page(own);
    const cells = [...document.querySelectorAll('td.number')].map(({ textContent }) => textContent);
    const percents = cells.filter((cell) => cell?.includes('%'));
    expect(percents.length).toBeGreaterThan(0);
    expect(percents.filter((cell) => cell?.includes(' %'))).toEqual([]);
  });

  it('gives room to write under a question, unless it has a gap to fill in', async () => {
    const document = await page(own);
    const questions = [...document.querySelectorAll('.question')];
    const isAsked = questions.map((each) => textOf(each).includes('………'));
    expect(isAsked).toContain(true);
    expect(isAsked).toContain(false);
    for (const [at, each] of questions.entries()) {
      expect(each.querySelectorAll('.lines span')).toHaveLength(isAsked[at] ? 0 : 3);
    }
  });

  it('cites every excerpt in full where the list of sources is not wanted', async () => {
    const parts = { cover: false, contents: true, glossary: true, answers: true, sources: false };
    const content = await ownPack({ parts });
    const document = await page(content);
    expect(document.querySelector('a.source, #sources')).toBeNull();
    const cited = [...document.querySelectorAll('.excerpt cite')].map(textOf);
    expect(cited).toHaveLength(document.querySelectorAll('.excerpt').length);
    expect(content.sources.map(({ citation }) => squeeze(citation))).toEqual(
      expect.arrayContaining(cited),
    );
    expect(textOf(document.querySelector('#contents > header h1'))).toBe(content.cover.title);
  });

  it('has all of two hundred excerpts, each with its figure marked and its source', async () => {
    const made = await generateCollection({ articles: 20, excerptsPerArticle: 10 });
    const items = made.annotations.map(({ id }) =>
      item({ type: 'excerpt', annotationId: id, remark: '' }),
    );
    const document = await page(resolvePack(pack([section('Tất cả', items)]), made, words));
    const marked = [...document.querySelectorAll('.excerpt')].map((each) => [
      each.querySelectorAll('a.source').length,
      each.querySelector('blockquote mark')?.textContent,
    ]);
    expect(marked).toEqual(made.annotations.map(({ mention }) => [1, mention?.exact]));
  });

  it('is a page with its title alone where there is nothing in it', async () => {
    const document = await page(resolvePack(pack([]), { annotations: [], articles: [] }, words));
    expect([...document.querySelectorAll('.part')].map(({ id }) => id)).toEqual(['cover']);
    const named = resolvePack(
      pack([section('')], { title: ' ' }),
      { annotations: [], articles: [] },
      words,
    );
    expect((await page(named)).title).toBe('Tập chưa đặt tên');
  });
});

describe('hostile words in a pack’s web page', () => {
  it.each(Object.entries(HOSTILE))('come out as text: %s', async (_, text) => {
    const document = await page(await hostilePack(text));
    const shown = squeeze(printable(text));
    expect(textOf(document.querySelector('h1'))).toBe(shown);
    expect(textOf(document.querySelector('#section-1 > h2'))).toBe(shown);
    expect(textOf(document.querySelector('article h3'))).toBe(shown);
    expect(textOf(document.querySelector('.text'))).toBe(shown);
    expect(document.querySelectorAll('script, img, body style')).toHaveLength(0);
    expect(document.querySelectorAll('.part').length).toBe(6);
    expect([...document.links].every(({ href }) => /^(https?:|about:blank#)/.test(href))).toBe(
      true,
    );
  });
});

describe('a running head', () => {
  it.each(Object.values(HOSTILE))('ends neither its string nor the styles: %j', (text) => {
    const written = cssString(text);
    expect(written).toMatch(/^"(?:[\p{L}\p{M}\p{N} ]|\\[0-9a-f]{1,6} )*"$/u);
  });

  it('is short, on one line, and turns no text around', () => {
    expect(runningHead('Sinh hoạt\nchuyên đề quý IV', 12)).toBe('Sinh hoạt c…');
    expect(runningHead('Chi bộ \u{202E}01', 12)).toBe('Chi bộ 01');
  });
});

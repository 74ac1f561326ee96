// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticle, type Focus } from '../lib/dom/article.ts';
import { describeRegion } from '../lib/dom/region-selector.ts';
import { stackedArticles } from '../lib/dom/stacked-articles.ts';

beforeAll(() => {
  // jsdom has none; the names escaped here are tags.
  (globalThis as { CSS?: unknown }).CSS ??= { escape: (name: string) => name };
});

const URL = 'https://bao.vn/ta-van.html';
const prose = (place: string, count = 5) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>Ở ${place}, tổ thứ ${at + 1} làm xong ${at + 20} mét kè suối, bà con góp công từ sáng sớm đến tối mịt mới về.</p>`,
  ).join('');
const article = (place: string, attributes = '') =>
  `<article ${attributes}><h1>${place}: Kè suối giữ đất</h1><time>05/03/2024</time>${prose(place)}</article>`;
function page(body: string, head = ''): Document {
  const made = document.implementation.createHTMLDocument('');
  made.head.innerHTML = head;
  made.body.innerHTML = body;
  return made;
}
function read(made: Document, focus?: Focus, url = URL) {
  const reading = readArticle(made, url, focus);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.article;
}

describe('articles one below the other', () => {
  const two = page(
    `<main>${article('Tả Van')}${article('Mường Hum', 'data-url="/muong-hum.html"')}</main>`,
    '<title>Tả Van: Kè suối giữ đất</title><meta property="article:published_time" content="2024-01-01T08:00:00+07:00"><meta property="og:title" content="Tả Van: Kè suối giữ đất">',
  );

  it('are each read alone, under the address and date of its own', () => {
    const second = read(two, { stacked: 1 });
    expect(second).toMatchObject({
      title: 'Mường Hum: Kè suối giữ đất',
      url: 'https://bao.vn/muong-hum.html',
    });
    expect(second.publishedTime).not.toContain('2024-01-01');
    expect(second.text).not.toContain('Tả Van');
    expect(read(two, { stacked: 0 }).text).not.toContain('Mường Hum');
  });

  it('are not seen in the sections of one article, nor in the banner above it', () => {
    const sections = ['một', 'hai'].map(
      (part) => `<section><h1>Phần ${part}</h1>${prose('Tả Van')}</section>`,
    );
    expect(stackedArticles(page(`<article>${sections.join('')}</article>`))).toEqual([]);
    expect(
      stackedArticles(page(`<header><h1>Báo Tả Van</h1></header>${article('Tả Van')}`)),
    ).toEqual([]);
  });
});

describe('a page that went on without loading', () => {
  const lagging = page(
    `<main>${article('Mường Hum')}</main>`,
    '<title>Mường Hum: Kè suối giữ đất</title><meta property="og:title" content="Tả Van: Kè suối giữ đất">' +
      '<meta property="article:published_time" content="2019-01-01T08:00:00+07:00"><link rel="canonical" href="/ta-van.html">',
  );

  it('is not dated and addressed by what its head still says of the article before', () => {
    const now = read(lagging, { isMoved: true }, 'https://bao.vn/muong-hum.html');
    expect(now.publishedTime).toContain('2024-03-05');
    expect(now.canonicalUrl).toBeUndefined();
  });
});

describe('the region a reader chose', () => {
  const made = (id: number) =>
    page(
      `<div id="a${id}"><div class="lead-story"><h1>Tin chính trong tuần</h1>${prose('Tả Van')}</div></div>` +
        `<div id="b${id}"><div class="x${id} village-note">${prose('Mường Hum', 1)}</div></div>`,
    );

  it('is described by what lasts, so that it is found on a page with other ids', () => {
    const picked = made(17).querySelector('.village-note') as Element;
    const region = describeRegion(picked);
    expect(region).toBe('div.village-note');
    const { text } = read(made(23), { region });
    expect(text).toContain('Mường Hum');
    expect(text).not.toContain('Tả Van');
  });

  it('is described by its place where it has no lasting name', () => {
    const bare = page(`<div><div id="q1">Một</div><div id="q2">Hai</div></div>`);
    const second = bare.querySelector('#q2') as Element;
    expect(bare.querySelectorAll(describeRegion(second))).toHaveLength(1);
    expect(bare.querySelector(describeRegion(second))).toBe(second);
  });

  it('is passed over where the page has no such place, or what was stored is no selector', () => {
    for (const region of ['div.gone', '>>>']) {
      expect(read(made(23), { region }).text).toContain('Tả Van');
    }
  });
});

describe('an article that ends with a short sentence', () => {
  it('has that sentence too', () => {
    const ending = page(`<div>${prose('Tả Van')}<p>Năm nay, bản có thêm 7 hộ khá.</p></div>`);
    expect(read(ending).text).toMatch(/thêm 7 hộ khá\.$/);
  });
});

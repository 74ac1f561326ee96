import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { citationLine } from '../lib/core/citation.ts';
import { closedDirections } from '../lib/core/export/closed-directions.ts';
import { columnsOf } from '../lib/core/export/columns.ts';
import { cslItem, type CslItem } from '../lib/core/export/csl-json.ts';
import { standardChoice } from '../lib/core/export/profile.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { exportText } from './export-sample.ts';
import { generateCollection } from './generated-collection.ts';
import { describeQuote } from '../lib/core/selector.ts';
import { HOSTILE, hostileCollection, printable } from './hostile-collection.ts';
import { article, collection, digest, draft, NOW, SENTENCES, TEXT } from './sample-collection.ts';

const report = { columns: columnsOf(standardChoice('html').columns) };
const hostile = Object.entries(HOSTILE);
const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim();
/** Markdown without its own signs: escaped ones, and links to passages. */
const unmarked = (markdown: string) =>
  markdown
    .replace(/\\[!-/:-@[-`{-~]/g, '')
    .replace(/^- \[mở đúng đoạn trong bài\]\(<https?:[^<>\s]*>\)$/gm, '');
const stored = (fields: Parameters<typeof article>[0] = {}) =>
  storedArticle(article(fields), NOW.toISOString(), digest);

describe('the web page', () => {
  const page = async (...args: Parameters<typeof hostileCollection>) =>
    new JSDOM(await exportText('html', await hostileCollection(...args), report), {
      runScripts: 'dangerously',
    }).window.document;

  it('needs nothing but itself, and lets nothing run or load', async () => {
    const html = await exportText('html', await collection(), report);
    const { document } = new JSDOM(html).window;
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toContain("default-src 'none'");
    expect(document.querySelectorAll('script, link, img, iframe, object, form')).toHaveLength(0);
    expect(document.documentElement.lang).toBe('vi');
  });

  it('marks the figure in its sentence, and leads to the source and to the passage', async () => {
    const { document } = new JSDOM(await exportText('html', await collection(), report)).window;
    const [quote] = document.querySelectorAll('blockquote');
    expect(quote?.querySelector('mark')?.textContent).toBe('27');
    expect(quote?.textContent).toContain(SENTENCES.HA);
    const [source, passage] = quote?.querySelectorAll('a') ?? [];
    expect(document.querySelector(source?.getAttribute('href') ?? '')?.textContent).toContain(
      'Báo Ví Dụ',
    );
    expect(passage?.href).toContain('#:~:text=');
    expect(passage?.getAttribute('aria-label')).toBe('mở đúng đoạn trong bài');
  });

  it('leads from each source to its page, and nowhere that is not of the web', async () => {
    const sourceOf = async (url: string) => {
      const { annotations } = await collection();
      const made = await stored({ url });
      const [first] = annotations as [Annotation];
      const moved = { ...first, articleId: made.id, target: { ...first.target, source: url } };
      const html = await exportText('html', { annotations: [moved], articles: [made] }, report);
      return new JSDOM(html).window.document.querySelector('ol li');
    };
    const source = await sourceOf('https://bao.example.vn/tin/bài?a=1&b=2');
    expect(source?.querySelector('a')?.href).toBe('https://bao.example.vn/tin/b%C3%A0i?a=1&b=2');
    expect(source?.textContent).toContain(', https://bao.example.vn/tin/bài?a=1&b=2, truy cập');
    expect((await sourceOf('javascript:alert(1)'))?.querySelector('a')).toBeNull();
  });

  it.each(hostile)('shows hostile words as words: %s', async (_, text) => {
    const document = await page(text);
    const { document: plain } = new JSDOM(await exportText('html', await collection(), report))
      .window;
    const shape = (of: Document) =>
      [...of.querySelectorAll('*')]
        .map(({ localName }) => localName)
        .filter((name) => name !== 'div' && name !== 'dt' && name !== 'dd' && name !== 'bdi');
    expect(shape(document)).toEqual(shape(plain));
    const heading = document.querySelector('h2')?.textContent ?? '';
    expect(squeeze(heading)).toBe(squeeze(printable(text)));
  });
});

describe('Markdown', () => {
  it.each(hostile)('escapes hostile words: %s', async (_, text) => {
    const markdown = await exportText('markdown', await hostileCollection(text), report);
    // Undone by CommonMark's own rule for escapes, the words are there, on one line.
    const heading = markdown.split('\n').find((line) => line.startsWith('## ')) ?? '';
    const undone = heading.slice(3).replace(/\\([!-/:-@[-`{-~])/g, '$1');
    expect(undone).toBe(squeeze(printable(text)));
    const bare = unmarked(markdown);
    expect(bare).not.toMatch(/<[a-z/!]|\]\(|`|~~|\[[^\]]*\]/i);
    expect(bare.split('\n').filter((line) => /^#{1,6} /.test(line)).length).toBe(3);
  });

  it.each([
    ['a tag in an address', 'https://x.example/<script>alert(1)</script>', TEXT],
    [
      'an indented line after an empty one',
      'https://x.example/',
      `Có 27 người.\n \n     mã **đậm**`,
    ],
    ['an indented first line', 'https://x.example/', '     mã **đậm**, 27 người'],
    ['an address without a scheme', 'https://x.example/', 'Xem www.bao.example có 27 bài'],
  ])('lets nothing out of its place: %s', async (_, url, text) => {
    const made = await stored({ url, text });
    const selector = describeQuote(text, { start: 0, end: text.length });
    const annotation = { ...draft(TEXT), articleId: made.id, target: { source: url, selector } };
    const markdown = await exportText('markdown', { annotations: [annotation], articles: [made] });
    const bare = unmarked(markdown);
    expect(bare).not.toMatch(/<script|^(> )?(?: {4}|\t)|^> *$|www\./m);
  });

  it('writes numbers and links as a reader of the bare text would', async () => {
    const sample = await collection();
    Object.assign(sample.annotations[0]?.mention ?? {}, { value: '4318' });
    const markdown = await exportText('markdown', sample, report);
    expect(markdown).toContain('- Giá trị đầy đủ: 4.318\n');
    expect(markdown).toMatch(/^- \[mở đúng đoạn trong bài\]\(<https:[^<>\s]+>\)$/m);
  });

  it('has the quote, its reading, its check and its source', async () => {
    const markdown = await exportText('markdown', await collection(), report);
    expect(markdown).toContain('> Chi bộ thôn Hạ có **27** đảng viên. \\[1\\]');
    expect(markdown).toContain('- Đối tượng: đảng viên');
    expect(markdown).toContain('- ✓ khớp với bài đã lưu');
  });
});

describe('RIS', () => {
  it('has a record an article with its day, paper and quotes', async () => {
    const ris = await exportText('ris', await collection());
    expect(ris.split('\r\n')).toEqual(
      expect.arrayContaining([
        'TY  - NEWS',
        'TI  - Chi bộ hai thôn',
        'AU  - Nguyễn Văn Mẫu',
        'T2  - Báo Ví Dụ',
        'PY  - 2026',
        'DA  - 2026/11/20',
        'Y2  - 2026/11/22',
        `N1  - ${SENTENCES.HA} (✓ khớp với bài đã lưu)`,
        'ER  - ',
      ]),
    );
  });

  it('quotes a sentence once, however many figures were clipped from it', async () => {
    const { annotations, articles } = await collection();
    const twice = [...annotations, ...annotations];
    const ris = await exportText('ris', { annotations: twice, articles });
    expect(ris.split('\r\n').filter((line) => line.startsWith('N1'))).toHaveLength(2);
  });

  it.each([...hostile, ['a line’s end of Unicode’s', 'tên bài\u{85}ER  - \u{2028}TY  - JOUR']])(
    'lets no words end a record or begin a field: %s',
    async (_, text) => {
      const ris = await exportText('ris', await hostileCollection(text));
      const lines = ris.split(/\r\n|[\r\n\u0085\u2028\u2029]/).filter(Boolean);
      expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
      expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith('TY'))).toHaveLength(1);
      expect(lines).toContain(`TI  - ${squeeze(printable(text).replaceAll('\u{85}', ' '))}`);
    },
  );
});

describe('CSL-JSON', () => {
  it('has each article once, with names whole and days in parts', async () => {
    const made = await generateCollection({ articles: 5, excerptsPerArticle: 3 });
    const items = JSON.parse(await exportText('csl', made)) as CslItem[];
    expect(items).toHaveLength(5);
    expect(new Set(items.map(({ id }) => id)).size).toBe(5);
    const [, second] = items;
    expect(second).toMatchObject({
      type: 'article-newspaper',
      author: [{ literal: 'Trần Thị Mẫu 1' }],
      'container-title': 'Cổng Ví Dụ',
      issued: { 'date-parts': [[2025, 2, 2]] },
      language: 'vi',
    });
  });

  it.each([
    ['2020-07', [2020, 7], ['PY  - 2020', 'DA  - 2020/07']],
    ['2020', [2020], ['PY  - 2020', 'DA  - 2020']],
  ])(
    'keeps a date as far as a clerk knew it, in RIS too: %s',
    async (publishedTime, parts, lines) => {
      const sample = await collection();
      const known = {
        ...sample,
        articles: sample.articles.map((each) => ({ ...each, publishedTime })),
      };
      const [item] = JSON.parse(await exportText('csl', known)) as CslItem[];
      expect(item?.issued).toEqual({ 'date-parts': [parts] });
      expect((await exportText('ris', known)).split('\r\n')).toEqual(expect.arrayContaining(lines));
    },
  );

  it('names an article there is no record of by its address, as every other format does', async () => {
    const { annotations } = await collection();
    const items = JSON.parse(await exportText('csl', { annotations, articles: [] })) as CslItem[];
    const address = annotations[0]?.target.source;
    expect(items).toEqual([expect.objectContaining({ title: address, URL: address })]);
  });

  it('gives no address that is not of the web', async () => {
    expect(cslItem(await stored({ url: 'javascript:alert(1)' }))).not.toHaveProperty('URL');
  });

  it.each(hostile)('keeps hostile words to the letter: %s', async (_, text) => {
    const items = JSON.parse(await exportText('csl', await hostileCollection(text))) as CslItem[];
    // Half a surrogate pair, even as an escape, makes strict readers refuse the whole file.
    expect(items[0]?.title).toBe(text.toWellFormed());
  });
});

describe('signs that turn the direction of writing', () => {
  it.each([
    ['bài \u{202E}a', 'bài \u{202E}a\u{202C}'],
    ['bài \u{202E}a\u{202C} b', 'bài \u{202E}a\u{202C} b'],
    ['\u{2067}a\u{202B}b\u{2069}c', '\u{2067}a\u{202B}b\u{2069}c'],
    ['\u{202A}\u{2067}a\u{202C}', '\u{202A}\u{2067}a\u{202C}\u{2069}\u{202C}'],
    ['a\u{202C}\u{2069}\u{200F}', 'a\u{202C}\u{2069}\u{200F}'],
  ])('are closed where a text leaves them open: %j', (text, closed) => {
    expect(closedDirections(text)).toBe(closed);
  });

  it('turn nothing after a title: neither the rest of its citation nor of its line', async () => {
    const title = 'bài \u{202E}a';
    const cited = citationLine(await stored({ title, byline: title, siteName: title }));
    expect(cited.split('\u{202E}')).toHaveLength(4);
    expect(cited.split('a\u{202C}')).toHaveLength(4);
    const sample = await hostileCollection(title);
    expect(await exportText('markdown', sample, report)).toContain(
      'Ghi chú: bài \u{202E}a\u{202C}\n',
    );
  });
});

describe('the citation line', () => {
  it.each([
    [{}, 'Nguyễn Văn Mẫu (2026), “Chi bộ hai thôn”, Báo Ví Dụ, ngày 20/11/2026, '],
    [{ byline: undefined }, 'Báo Ví Dụ (2026), “Chi bộ hai thôn”, ngày 20/11/2026, '],
    [{ byline: 'Hà Anh - Minh Đức' }, 'Hà Anh, Minh Đức (2026), “Chi bộ hai thôn”, Báo Ví Dụ, '],
    [{ publishedTime: undefined }, 'Nguyễn Văn Mẫu, “Chi bộ hai thôn”, Báo Ví Dụ, https://'],
    [
      { publishedTime: '2020-07' },
      'Nguyễn Văn Mẫu (2020), “Chi bộ hai thôn”, Báo Ví Dụ, tháng 07/2020, h',
    ],
    [{ publishedTime: '2020' }, 'Nguyễn Văn Mẫu (2020), “Chi bộ hai thôn”, Báo Ví Dụ, https://'],
    [
      { publishedTime: '0001-01-01T00:00:00' },
      'Nguyễn Văn Mẫu, “Chi bộ hai thôn”, Báo Ví Dụ, https://',
    ],
    [{ siteName: undefined, source: 'TTXVN' }, 'Nguyễn Văn Mẫu (2026), “Chi bộ hai thôn”, TTXVN, '],
  ])('names what is known, and no more: %j', async (fields, start) => {
    const line = citationLine(await stored(fields as Parameters<typeof article>[0]));
    expect(line.startsWith(start)).toBe(true);
    expect(line.endsWith(', truy cập ngày 22/11/2026.')).toBe(true);
  });
});

describe('every format that quotes', () => {
  // Excel and Word have tests of their own; lists of sources and the whole collection quote nothing.
  it.each(['csv', 'html', 'markdown', 'ris'] as const)(
    '%s says of each excerpt whether it agrees with its stored article',
    async (format) => {
      const sample = await collection();
      const [first] = sample.annotations;
      const { columns } = standardChoice(format);
      if (first) first.target.selector[0].exact = SENTENCES.HA.replace('27', '72');
      if (first) delete first.mention;
      const text = await exportText(format, sample, { columns: columnsOf(columns) });
      expect(text).toContain('số trong câu khác với bài đã lưu');
      expect(text).toContain('✓ khớp với bài đã lưu');
    },
  );
});

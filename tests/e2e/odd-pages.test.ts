import { describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { settled, until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

const TITLE = 'Chợ phiên về bản';
const PARAGRAPHS = [517, 528, 539].map(
  (figure) =>
    `<p>Phiên chợ đầu tháng có ${figure} hộ mang hàng xuống bán, từ mật ong, măng khô đến tấm vải lanh mới dệt, người ` +
    'xa đi từ nửa đêm, sáng ra sương chưa tan đã đông kín cả bãi đất trước nhà văn hóa.</p>',
);
const pageOf = (head: string, attributes = '') =>
  `<!doctype html><html lang="vi" ${attributes}><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head>` +
  `<body><article><h1>${TITLE}</h1>${PARAGRAPHS.join('')}</article></body></html>`;
/** Rules as some sites have them, made as loud as CSS allows. */
const LOUD = `<style>
  * { direction: rtl !important; letter-spacing: 4px !important; text-transform: uppercase !important; }
  html, body { user-select: none; line-height: 3; visibility: visible; }
</style>`;

describe.each(BROWSERS)('an odd page in %s', (name) => {
  const here = useBrowser(name);

  /** Reads a page and opens the card of a figure by mouse. */
  async function openCard(file: string, html: string, headers?: Record<string, string>) {
    const opened = await reading.read(
      here.browser,
      here.site.put(`/${name}-${file}`, html, headers),
    );
    await reading.waitForMarks(opened.page);
    await reading.clickWords(opened.page, '528');
    await reading.waitForCard(opened.page, opened.panel);
    return opened;
  }
  const buttonBox = async (page: Page, panel: Page, key: string) => {
    const query = { role: 'button', name: await reading.words(panel, key) };
    return settled(key, async () => (await page.findAll(query))[0]?.box);
  };
  const markBox = (page: Page) =>
    page.evaluate(() => {
      const [, marks] = [...CSS.highlights].find(([name]) => name === 'reader-d') ?? [];
      const [mark] = marks ?? [];
      return (mark as Range).getBoundingClientRect().toJSON() as DOMRect;
    });

  it('whose style is loud about every element has no say in the card', async () => {
    const { page, panel } = await openCard('loud.html', pageOf(LOUD, 'dir="rtl"'));
    const next = await buttonBox(page, panel, 'card_next');
    const close = await buttonBox(page, panel, 'card_close');
    expect(close.x).toBeGreaterThan(next.x);
    await page.close();
  });

  it('that is put in a sandbox lets an excerpt be kept by mouse all the same', async () => {
    const sandbox = { 'content-security-policy': "default-src 'none'; sandbox allow-same-origin" };
    const { page, panel } = await openCard('sandbox.html', pageOf(''), {
      ...sandbox,
      'content-type': 'text/html; charset=utf-8',
    });
    const before = (await reading.storedAnnotations(panel)).length;
    await page.click({ role: 'button', name: await reading.words(panel, 'card_clip') });
    await reading.waitForStored(panel, before + 1);
    await page.close();
  });

  it('that unfolds a part above takes the card along with its mark', async () => {
    const { page, panel } = await openCard('unfolding.html', pageOf('<style>h1{margin:0}</style>'));
    const gap = async () =>
      (await buttonBox(page, panel, 'card_close')).y - (await markBox(page)).y;
    const before = await gap();
    await page.evaluate(() => {
      (document.querySelector('h1') as HTMLElement).style.marginTop = '90px';
    });
    await until('the card beside its mark', async () => Math.abs((await gap()) - before) < 2);
    await page.close();
  });
});

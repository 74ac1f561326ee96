/** `npm run screenshots`: pictures of the built extension on the practice article, in light and dark, into `docs/`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Box, Page } from '../tests/e2e/browser.ts';
import { newReader } from '../tests/e2e/launch.ts';
import * as reading from '../tests/e2e/reading.ts';
import { serve } from '../tests/e2e/serve.ts';
import { ensureProgram } from './system-programs.ts';

type Scheme = 'light' | 'dark';

/** Room around the card, so that its shadow is whole. */
const MARGIN = 24;

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const docs = here('../docs');
const program = ensureProgram('chromium');
const shots = mkdtempSync(path.join(tmpdir(), 'trich-bao-shots-'));
const site = await serve();
const article = site.putFile('/phu-linh.html', here('../public/practice.html'));
for (const scheme of ['light', 'dark'] as const) {
  await photograph(scheme);
  await paste(scheme);
}
await site.close();
rmSync(shots, { recursive: true });

/** Plays a reader's first minutes and takes a picture at each step. */
async function photograph(scheme: Scheme): Promise<void> {
  const reader = newReader('chromium', { downloads: shots });
  const browser = await reader.launch();
  const shoot = async (page: Page, what: string) => {
    await page.colorScheme(scheme);
    await page.screenshot(path.join(docs, `${what}-${scheme}.png`));
  };
  try {
    const { page, panel } = await reading.read(browser, article);
    await page.colorScheme(scheme);
    await panel.colorScheme(scheme);
    await reading.waitForMarks(page);
    await reading.clipMarks(page, panel, ['128/128', 'Đề án 14', '86,4 tỷ đồng']);
    await reading.clickWords(page, '97/128');
    await reading.waitForCard(page, panel);
    await shoot(page, 'page');
    await shoot(panel, 'panel');
    const name = await reading.words(panel, 'card_label');
    const [card] = await page.findAll({ role: 'region', name });
    if (!card) throw new Error(`no card is named ${name}`);
    await crop(path.join(docs, `page-${scheme}.png`), card.box, `card-${scheme}.png`);
    await shoot(await reading.openLibrary(browser, panel), 'library');
  } finally {
    await browser.close();
    reader.forget();
  }
}

async function crop(file: string, { x, y, width, height }: Box, name: string): Promise<void> {
  const style = `margin:${MARGIN - y}px 0 0 ${MARGIN - x}px`;
  const size = { width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 2 * MARGIN };
  await draw(`<img src="${dataUrl(file)}" style="${style}">`, size, name);
}

/** Puts page and side panel beside each other, the panel under a bar as the browser has one. */
async function paste(scheme: Scheme): Promise<void> {
  const image = (what: string) => dataUrl(path.join(docs, `${what}-${scheme}.png`));
  const [ground, ink, line] =
    scheme === 'light' ? ['#fff', '#1f1f1f', '#d5d8dc'] : ['#202124', '#e3e3e3', '#4a4c50'];
  const bar = `<div style="height:40px;display:flex;align-items:center;gap:8px;padding:0 12px">
    <img src="${dataUrl(here('../public/icon/32.png'))}" width="16" height="16">Trích Báo</div>`;
  const html = `<div style="display:flex;background:${ground};color:${ink};font:14px 'Noto Sans'">
    <img src="${image('page')}">
    <div style="border-left:1px solid ${line}">${bar}<img src="${image('panel')}"></div>
  </div>`;
  await draw(html, { width: 1256, height: 805 }, `overview-${scheme}.png`);
}

async function draw(html: string, size: { width: number; height: number }, name: string) {
  const browser = await chromium.launch({ executablePath: program, args: ['--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: size });
    await page.setContent(`<style>body{margin:0;overflow:hidden}img{display:block}</style>${html}`);
    await page.screenshot({ path: path.join(docs, name) });
    console.log(path.join(docs, name));
  } finally {
    await browser.close();
  }
}

function dataUrl(file: string): string {
  return `data:image/png;base64,${readFileSync(file).toString('base64')}`;
}

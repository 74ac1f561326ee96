/**
 * Draws `scripts/icon.svg` into `public/icon/`: `SIZE.png` for every size the manifest names, which is also the toolbar
 * button's with marks on, and `STATE-SIZE.png` for its other states.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureProgram } from './system-programs.ts';

/** What tells each state apart besides its colour: the pen's stroke, its absence, a page without a figure. */
const DRAWINGS = [
  { name: '', sizes: [16, 32, 48, 128], css: '' },
  { name: 'off-', sizes: [16, 32], css: '.mark { display: none }' },
  {
    name: 'none-',
    sizes: [16, 32],
    css: `.ground { fill: #4b5563 } .mark, .figure, .text { display: none }
      .nothing { display: inline }`,
  },
];

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const svg = readFileSync(here('icon.svg'), 'utf8');
mkdirSync(here('../public/icon'), { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureProgram('chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  for (const { name, sizes, css } of DRAWINGS) {
    for (const size of sizes) await draw(size, css, here(`../public/icon/${name}${size}.png`));
  }

  async function draw(size: number, css: string, file: string): Promise<void> {
    await page.setViewportSize({ width: size, height: size });
    const box = `html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}`;
    await page.setContent(`<style>${box}${css}</style>${svg}`);
    await page.screenshot({ path: file, omitBackground: true });
    console.log(file);
  }
} finally {
  await browser.close();
}

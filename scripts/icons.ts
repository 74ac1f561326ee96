/** Draws `scripts/icon.svg` into `public/icon/SIZE.png` for every size the manifest names. */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureProgram } from './system-programs.ts';

const SIZES = [16, 32, 48, 128];

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const svg = readFileSync(here('icon.svg'), 'utf8');
mkdirSync(here('../public/icon'), { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureProgram('chromium'),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const file = here(`../public/icon/${size}.png`);
    await page.screenshot({ path: file, omitBackground: true });
    console.log(file);
  }
} finally {
  await browser.close();
}

/**
 * `npm start`: builds the extension and opens the practice article in a browser with the side panel beside it.
 * Without a display it does a reader's whole job headless and leaves what it saw and made in `out/start-…/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserName } from '../tests/e2e/browser.ts';
import { launch, newReader } from '../tests/e2e/launch.ts';
import * as reading from '../tests/e2e/reading.ts';
import { serve } from '../tests/e2e/serve.ts';
import { ensureProgram, findProgram } from './system-programs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const name = chooseBrowser();
build(name);
const site = await serve();
const article = site.putFile('/phu-linh.html', path.join(root, 'public', 'practice.html'));
if (hasDisplay) await openForReader(name);
else await doTheJob(name);
await site.close();

/** Chromium where there is one or one can be had; else a Firefox that is there. */
function chooseBrowser(): BrowserName {
  try {
    ensureProgram('chromium');
    return 'chromium';
  } catch (error) {
    if (findProgram('firefox')) return 'firefox';
    throw error;
  }
}

function build(name: BrowserName): void {
  const wxt = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const args = name === 'chromium' ? ['build'] : ['build', '--browser', 'firefox', '--mv3'];
  const { status } = spawnSync(process.execPath, [wxt, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed; what it says stands above');
}

/** Shows the article until the reader closes the browser; clips stay for the next start. */
async function openForReader(name: BrowserName): Promise<void> {
  const profile = path.join(root, 'out', `profile-${name}`);
  const downloads = path.join(root, 'out', 'downloads');
  const browser = await launch(name, { profile, downloads, headed: true });
  await reading.read(browser, article);
  console.log(`\nBài thực hành: ${article}`);
  console.log('Bấm vào chỗ tô sáng rồi bấm “Trích”; sổ trích mở từ bảng bên.');
  console.log(`Tệp xuất ra nằm ở ${downloads}. Đóng trình duyệt để kết thúc.`);
  await browser.ended;
}

async function doTheJob(name: BrowserName): Promise<void> {
  const stamp = new Date()
    .toISOString()
    .replaceAll(/[-:]|\..*/g, '')
    .replace('T', '-');
  const folder = path.join(root, 'out', `start-${stamp}`);
  mkdirSync(folder, { recursive: true });
  const reader = newReader(name, { downloads: folder });
  const browser = await reader.launch();
  try {
    const made = await readAndClip(browser, folder);
    console.log(
      '\nNo display: the job was done headless. Không có màn hình: đã làm trọn việc ở chế độ ẩn.',
    );
    for (const [what, file] of made) console.log(`${what}: ${file}`);
  } finally {
    await browser.close();
    reader.forget();
  }
}

/** Reads, marks, clips one mention by its card and the rest by the panel, exports; gives what was made. */
async function readAndClip(browser: Browser, folder: string): Promise<[string, string][]> {
  const picture = (file: string) => path.join(folder, `${file}.png`);
  const { page, panel } = await reading.read(browser, article);
  const marks = await reading.waitForMarks(page);
  await page.screenshot(picture('page'));
  await reading.clickWords(page, '4.318');
  await reading.waitForCard(page, panel);
  await page.screenshot(picture('card'));
  await page.click({ role: 'button', name: await reading.words(panel, 'card_clip') });
  await reading.waitForStored(panel, 1);
  await page.press('Escape');
  await reading.clipTheRest(panel);
  const { length: kept } = await reading.waitForStored(panel, marks.length);
  await panel.screenshot(picture('panel'));
  const library = await reading.openLibrary(browser, panel);
  const csv = await reading.exportAll(browser, library, 'csv');
  const json = await reading.exportAll(browser, library, 'json');
  await library.screenshot(picture('library'));
  return [
    [`Bài có ${marks.length} chỗ tô sáng (page with marks)`, picture('page')],
    ['Thẻ của một số liệu (card)', picture('card')],
    ['Bảng bên (side panel)', picture('panel')],
    [`Sổ trích với ${kept} trích đoạn (library)`, picture('library')],
    ['CSV', csv],
    ['JSON', json],
  ];
}

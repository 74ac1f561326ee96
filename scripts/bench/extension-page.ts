import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Page } from '../../tests/e2e/browser.ts';
import { launch, newReader } from '../../tests/e2e/launch.ts';
import type { Bench } from './in-page/main.ts';

/** The functions of `in-page/`, callable from here; inputs and results travel as JSON. */
export type RemoteBench = {
  [K in keyof Bench]: (...input: Parameters<Bench[K]>) => Promise<Awaited<ReturnType<Bench[K]>>>;
};

/** Without them a page’s memory is told in rounded numbers, old ones, garbage included. */
const MEASURING = ['--enable-precise-memory-info', '--js-flags=--expose-gc'];

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Opens a page of the built extension in Chromium with the bench's own code in it, and closes all when `work` is done.
 * @throws Error when Chromium or the built extension is missing
 */
export async function inExtensionPage<T>(work: (bench: RemoteBench) => Promise<T>): Promise<T> {
  const code = await bundle();
  const reader = newReader('chromium');
  const browser = await launch('chromium', { ...reader, flags: MEASURING });
  try {
    // The library would index for minutes, beside what is measured, all that is put into the collection.
    const page = await browser.open(`${browser.origin}welcome.html`);
    await page.evaluate(asFunction(code));
    return await work(remoteBench(page));
  } finally {
    await browser.close();
    reader.forget();
  }
}

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { '#imports': here('browser-runtime.ts') } },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: here('in-page/main.ts'), formats: ['iife'], name: 'ignored' },
    },
  });
  const outputs = Array.isArray(made) ? made : [made];
  const [chunk] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error('the bench was not bundled');
  return chunk.code;
}

/** A function whose source is this code: `evaluate` sends a function's source to the page. */
function asFunction(code: string): () => void {
  return Object.assign(() => undefined, { toString: () => `() => {${code}}` });
}

function remoteBench(page: Page): RemoteBench {
  const call = (name: string, input: unknown[]) =>
    page.evaluate(
      (name: string, input: unknown[]) => {
        const { bench } = globalThis as unknown as {
          bench: Record<string, (...input: unknown[]) => unknown>;
        };
        return bench[name]?.(...input);
      },
      name,
      input,
    );
  return new Proxy({} as RemoteBench, {
    get: (_, name) =>
      name === 'then' ? undefined : (...input: unknown[]) => call(String(name), input),
  });
}

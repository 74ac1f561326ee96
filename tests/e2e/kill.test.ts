import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLdPieces } from '../../lib/core/export/json-ld.ts';
import { generateCollection } from '../generated-collection.ts';
import type { StoredVersion } from '../stored-schemas.ts';
import type { Browser, Page } from './browser.ts';
import { newReader, type Reader } from './launch.ts';
import * as reading from './reading.ts';
import {
  BULK_TAG,
  layVersion,
  NOTHING_STORED,
  readStoredState,
  trashEverything,
  type StoredState,
} from './stored-state.ts';
import { until } from './until.ts';

const COUNT = 20_000;
const PER_ARTICLE = 20;
const ARTICLES = COUNT / PER_ARTICLE;
/** Parts of the time that a deed takes undisturbed, at which the browser is killed. */
const MOMENTS = [0.2, 0.5, 0.8];
const EARLIEST = 0.1;
const PATIENCE_MS = 120_000;

/** What is done when the browser is killed. */
interface Deed {
  /** Gets everything ready; what it gives does the deed and ends when it is acknowledged. */
  ready(browser: Browser): Promise<() => Promise<unknown>>;
}

let folder: string;
let file: string;
let filled: Promise<string> | undefined;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'trich-bao-kill-'));
  const size = { articles: ARTICLES, excerptsPerArticle: PER_ARTICLE };
  const { annotations, articles } = await generateCollection(size);
  file = path.join(folder, 'lon.trichbao.json');
  writeFileSync(file, [...jsonLdPieces({ annotations, articles }, new Date())].join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const importing: Deed = {
  async ready(browser) {
    const library = await openLibrary(browser);
    await reading.offerFile(library, file);
    const confirm = await reading.words(library, 'import_confirm', '#');
    const button = { role: 'button', name: new RegExp(confirm.replace('#', '.*')) };
    await until('the preview', async () => (await library.findAll(button))[0], PATIENCE_MS);
    const undo = { role: 'button', name: await reading.words(library, 'notice_undo') };
    return async () => {
      await library.click(button);
      await until('the notice', async () => (await library.findAll(undo))[0], PATIENCE_MS);
    };
  },
};

const trashing: Deed = {
  ready: (browser) => Promise.resolve(() => trashEverything(browser)),
};

/** Picks all that the library has and gives it a tag; done when the notice says so. */
const tagging: Deed = {
  async ready(browser) {
    const library = await openLibrary(browser);
    const all = (await reading.words(library, 'library_pick_all', '#')).replace('#', '.*');
    const box = { role: 'checkbox', name: new RegExp(all) };
    await until('all to be read', async () => (await library.findAll(box))[0], PATIENCE_MS);
    await library.click(box);
    await library.click({ role: 'button', name: await reading.words(library, 'bulk_tags') });
    const added = await reading.words(library, 'bulk_tags_add');
    await library.click({ role: 'combobox', name: added });
    await library.type(BULK_TAG);
    await library.press('Enter');
    const save = { role: 'button', name: await reading.words(library, 'excerpt_save') };
    const undo = { role: 'button', name: await reading.words(library, 'notice_undo') };
    return async () => {
      await library.click(save);
      await until('the notice', async () => (await library.findAll(undo))[0], PATIENCE_MS);
    };
  },
};

/** The library, opened on what an earlier version stored; done when the collection is of this version. */
const migrating: Deed = {
  ready: (browser) =>
    Promise.resolve(async () => {
      const library = await browser.open(`${browser.origin}library.html`);
      const isDone = () =>
        library.evaluate(async () =>
          (await indexedDB.databases()).some(({ version = 0 }) => version >= 30),
        );
      await until('the new version', isDone, PATIENCE_MS);
    }),
};

async function openLibrary(browser: Browser): Promise<Page> {
  const library = await browser.open(`${browser.origin}library.html`);
  await until('the library', async () => (await library.findAll({ role: 'heading' }))[0]);
  return library;
}

/** Makes a profile once; each attempt then starts from a copy of it. */
async function prepare(name: string, fill: (browser: Browser) => Promise<unknown>) {
  const kept = path.join(folder, name);
  await attempt(undefined, async (browser, reader) => {
    await fill(browser);
    await browser.close();
    copyProfile(reader.profile, kept);
  });
  return kept;
}

/** A profile with all the excerpts, made when it is first wanted. */
function full(): Promise<string> {
  return (filled ??= prepare('full', async (browser) => (await importing.ready(browser))()));
}

async function attempt<T>(
  profile: string | undefined,
  work: (browser: Browser, reader: Reader) => Promise<T>,
): Promise<T> {
  const reader = newReader('chromium');
  if (profile) copyProfile(profile, reader.profile);
  const browser = await reader.launch();
  try {
    return await work(browser, reader);
  } finally {
    await browser.close().catch(() => undefined);
    reader.forget();
  }
}

function copyProfile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  // Chromium's locks name the process that holds them.
  const filter = (source: string) => !path.basename(source).startsWith('Singleton');
  cpSync(from, to, { recursive: true, filter });
}

/** What is found when the browser, killed `delay` ms after the deed began or when it was acknowledged, starts again. */
async function afterKill(profile: string, { ready }: Deed, delay?: number) {
  return attempt(profile, async (browser, reader) => {
    const go = await ready(browser);
    const began = performance.now();
    const done = go();
    // What is asked of a browser that is killed is never answered.
    done.catch(() => undefined);
    await (delay === undefined ? done : Promise.race([done, sleep(delay)]));
    const ms = performance.now() - began;
    await browser.kill();
    const again = await reader.launch();
    try {
      return { state: await readStoredState(again), ms };
    } finally {
      await again.close();
    }
  });
}

/** Kills the browser in the middle of a deed, again and again: what is found is the old state or the new, never a mixture. */
async function neverHalf(
  profile: string,
  deed: Deed,
  before: StoredState,
  after: StoredState,
): Promise<void> {
  const { state, ms } = await afterKill(profile, deed);
  expect(state, 'what was acknowledged').toEqual(after);
  const found: StoredState[] = [];
  const kill = async (moment: number) => {
    const { state } = await afterKill(profile, deed, ms * moment);
    expect([before, after]).toContainEqual(state);
    found.push(state);
  };
  for (const moment of MOMENTS) await kill(moment);
  // A deed done on a busier machine took longer than it does now: then the kills come sooner.
  const isOld = (state: StoredState) => JSON.stringify(state) === JSON.stringify(before);
  for (let moment = EARLIEST; moment > 0.01 && !found.some(isOld); moment /= 2) await kill(moment);
  // Or every kill came too late to show anything.
  expect(found).toContainEqual(before);
}

const IMPORTED: StoredState = {
  ...NOTHING_STORED,
  version: 30,
  annotations: COUNT,
  stamped: COUNT,
  articles: ARTICLES,
  counted: COUNT,
};

describe('when the browser is killed', () => {
  it('in the middle of an import, all 20,000 excerpts are there or none', async () => {
    const profile = await prepare('empty', openLibrary);
    const before = { ...NOTHING_STORED, version: 30 };
    await neverHalf(profile, importing, before, IMPORTED);
  }, 600_000);

  it('in the middle of a deletion of 20,000 excerpts, all are in the trash or none', async () => {
    const profile = await full();
    const counts = { trashed: COUNT, trash: COUNT, revisions: COUNT, counted: 0 };
    await neverHalf(profile, trashing, IMPORTED, { ...IMPORTED, ...counts });
  }, 600_000);

  it('in the middle of giving 20,000 excerpts a tag, all have it or none', async () => {
    const profile = await full();
    const counts = { tagged: COUNT, revisions: COUNT };
    await neverHalf(profile, tagging, IMPORTED, { ...IMPORTED, ...counts });
  }, 600_000);

  it.each(['v1', 'v2'] as const)(
    'while 20,000 excerpts of %s are brought up to date, they are of one version or the other',
    async (version) => {
      const { articles, annotations } = sample(version);
      const [annotation = {}] = annotations;
      const count = { facet: 'state', value: 'draft', count: COUNT };
      const rows = {
        articles: articles.slice(0, 1),
        ...(version !== 'v1' && { facetCounts: [count] }),
      };
      const copied = { annotation, count: COUNT };
      const profile = await prepare(version, (browser) =>
        layVersion(browser, { version, rows, copied }),
      );
      const laid = { annotations: COUNT, articles: 1 };
      const before = {
        v1: { ...NOTHING_STORED, ...laid, version: 10 },
        v2: { ...NOTHING_STORED, ...laid, version: 20, stamped: COUNT, counted: COUNT },
      };
      await neverHalf(profile, migrating, before[version], { ...IMPORTED, articles: 1 });
    },
    600_000,
  );
});

function sample(version: StoredVersion): Record<'articles' | 'annotations', object[]> {
  const file = new URL(`../stored/${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof sample>;
}

import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../lib/core/canonical-json.ts';
import type { Browser, BrowserName, Page } from './browser.ts';
import { goTo } from './filled-library.ts';
import { newReader, type Reader } from './launch.ts';
import * as reading from './reading.ts';
import { serve, type Site } from './serve.ts';
import { until } from './until.ts';
import { PRACTICE } from './use-browser.ts';

/** What both clip, each on their own, and what only one of them does. */
const BOTH = '4.318';
const ONLY_LAN = '86,4 tỷ đồng';
const ONLY_HA = 'Đề án 14';
const NOTES = { Lan: 'theo báo cáo của Sở', Hà: 'đã hỏi lại xã' };

type Exported = Record<'revisions' | 'articles' | 'companions', object[]> & {
  first: { items: { id: string; body: { value: string }[]; revision: string }[] };
};

let site: Site;
let article: string;
beforeAll(async () => {
  site = await serve();
  article = site.putFile('/phu-linh.html', PRACTICE);
});
afterAll(() => site.close());

/** Somebody with a browser of their own, and a library in it. */
class Person {
  readonly name: keyof typeof NOTES;
  readonly reader: Reader;
  readonly browser: Browser;
  readonly library: Page;
  #files = 0;

  private constructor(name: keyof typeof NOTES, reader: Reader, browser: Browser, library: Page) {
    this.name = name;
    this.reader = reader;
    this.browser = browser;
    this.library = library;
  }

  /** Starts a browser, gives a name in the settings, and clips some words of the article. */
  static async start(name: keyof typeof NOTES, on: BrowserName, marks: string[]): Promise<Person> {
    const reader = newReader(on);
    const browser = await reader.launch();
    const library = await browser.open(`${browser.origin}library.html#settings`);
    const field = { role: 'textbox', name: await reading.words(library, 'settings_name') };
    await library.click(field);
    await library.type(name);
    await library.press('Enter');
    await until('the name to be kept', () => storedName(library, name));
    const { page, panel } = await reading.read(browser, article);
    await reading.waitForMarks(page);
    await reading.clipMarks(page, panel, marks);
    await page.close();
    await library.show();
    const person = new Person(name, reader, browser, library);
    await person.goTo('library', 'li.excerpt');
    return person;
  }

  goTo(hash: string, selector: string): Promise<void> {
    return goTo(this.library, hash, selector);
  }

  /** Writes a note on the excerpt of some words. */
  async note(exact: string, note: string): Promise<void> {
    const edit = await reading.words(this.library, 'excerpt_edit_one', exact);
    await this.library.click({ role: 'button', name: edit });
    const field = await reading.words(this.library, 'excerpt_note');
    await this.library.click({ role: 'textbox', name: field });
    await this.library.type(note);
    await this.library.press('Control+Enter');
    await until('the note to be stored', async () =>
      (await reading.storedAnnotations(this.library)).some((each) => each.note === note),
    );
  }

  /** Starts a reading pack, and gives it a title. */
  async startPack(): Promise<void> {
    await this.goTo('packs', '.pack-shelf');
    await this.library.evaluate(() =>
      document.querySelector<HTMLElement>('.pack-frames button')?.click(),
    );
    await until('the pack to be stored', async () => (await this.#packs()) === 1);
  }

  #packs(): Promise<number> {
    return this.library.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('trich-bao');
          opening.addEventListener('success', () => {
            const counting = opening.result.transaction('companions').objectStore('companions');
            const count = counting.count();
            count.addEventListener('success', () => {
              opening.result.close();
              resolve(count.result);
            });
          });
        }),
    );
  }

  /** The library as a file, kept under a name of its own: the browser may use one name twice. */
  async file(): Promise<string> {
    await this.goTo('library', 'li.excerpt');
    const made = await reading.exportAll(this.browser, this.library, 'json');
    const kept = path.join(path.dirname(this.reader.profile), `${this.#files++}.trichbao.json`);
    cpSync(made, kept);
    return kept;
  }

  async takes(file: string): Promise<void> {
    await reading.offerFile(this.library, file);
    const confirm = (await reading.words(this.library, 'import_confirm', '#')).replace('#', '.*');
    const join = await reading.words(this.library, 'import_join');
    await this.library.click({ role: 'button', name: new RegExp(`${confirm}|${join}`) });
    await until('the file to be in', () =>
      this.library.evaluate(() => document.querySelector('.notice[data-tone=good]') !== null),
    );
    await this.library.click({
      role: 'button',
      name: await reading.words(this.library, 'notice_close'),
    });
  }

  /** What the library has, in one order and one notation. */
  async whole(): Promise<string> {
    const { first, articles, revisions, companions } = await this.exported();
    const sorted = (records: readonly object[]) => records.map(canonicalJson).sort();
    return canonicalJson([first.items, articles, revisions, companions].map(sorted));
  }

  async exported(): Promise<Exported> {
    return JSON.parse(readFileSync(await this.file(), 'utf8')) as Exported;
  }

  texts(selector: string): Promise<string[]> {
    return this.library.evaluate(
      (selector: string) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? ''),
      selector,
    );
  }

  async end(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    this.reader.forget();
  }
}

function storedName(page: Page, name: string): Promise<boolean> {
  return page.evaluate(async (name: string) => {
    type Api = { storage: { local: { get(): Promise<object> } } };
    const { chrome, browser } = globalThis as { chrome?: Api; browser?: Api };
    const stored = await (browser?.storage ? browser : chrome)?.storage.local.get();
    return JSON.stringify(stored).includes(JSON.stringify(name));
  }, name);
}

async function exchange(one: Person, other: Person): Promise<void> {
  const [mine, theirs] = [await one.file(), await other.file()];
  await other.takes(mine);
  await one.takes(theirs);
}

let people: Person[] = [];
afterEach(async () => {
  for (const person of people.splice(0)) await person.end();
});

describe.each([
  ['chromium', 'chromium'],
  ['chromium', 'firefox'],
] as [BrowserName, BrowserName][])('two people, in %s and in %s', (one, other) => {
  it('end with one library after exchanging files, both versions of what both changed in it', async () => {
    const lan = await Person.start('Lan', one, [BOTH, ONLY_LAN]);
    people.push(lan);
    const ha = await Person.start('Hà', other, [BOTH, ONLY_HA]);
    people.push(ha);

    await lan.startPack();

    await exchange(lan, ha);
    expect(await lan.whole()).toBe(await ha.whole());
    const { first: shared, companions } = await ha.exported();
    expect([shared.items.length, companions.length]).toEqual([4, 1]);
    for (const { texts } of [lan, ha].map((who) => ({ texts: who.texts('.agreement') }))) {
      expect((await texts).map((text) => text.slice(0, 12))).toEqual(
        [0, 1].map(() => '2 người cùng'),
      );
    }

    await lan.note(ONLY_LAN, NOTES.Lan);
    await ha.note(ONLY_LAN, NOTES.Hà);
    await exchange(lan, ha);
    expect(await lan.whole()).toBe(await ha.whole());
    for (const who of [lan, ha]) {
      expect((await who.texts('.banner')).join()).toMatch(/^1 /);
      await who.goTo('conflicts', '.conflict');
      const [shown = ''] = await who.texts('.conflict');
      for (const note of Object.values(NOTES)) expect(shown).toContain(note);
    }

    await lan.library.evaluate(() => document.querySelector<HTMLElement>('.conflict')?.focus());
    await lan.library.press('2');
    await until('the conflict to end', async () => (await lan.texts('.conflict')).length === 0);
    await ha.takes(await lan.file());
    await ha.goTo('library', 'li.excerpt');
    expect(await ha.texts('.banner')).toEqual([]);
    expect(await lan.whole()).toBe(await ha.whole());
    const { first, revisions } = await ha.exported();
    const states = canonicalJson([...first.items, ...revisions]);
    for (const note of Object.values(NOTES)) expect(states).toContain(note);
    expect(
      first.items.filter(({ body }) => body.some(({ value }) => value === NOTES.Lan)),
    ).toHaveLength(1);
  });
});

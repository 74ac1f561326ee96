/** The library page drawn into jsdom on a real collection, and what a reader does with it. */
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { TranslateProvider } from '../components/i18n.tsx';
import { placeAt } from '../components/library-views.ts';
import { Library } from '../components/Library.tsx';
import type { LibraryActions } from '../components/use-library-actions.ts';
import type { Annotation } from '../lib/core/annotation.ts';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { openDatabase, type Database } from '../lib/platform/database.ts';
import { LibraryService } from '../lib/platform/library-service.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import { drawnPacks, noStyles } from './drawn-packs.ts';
import { collection, NOW, words } from './sample-collection.ts';

/** The registers handed out as files. */
export const savedCsv: string[] = [];

let db: Database;
let serial = 0;
let clock = NOW.getTime();
let stop = () => undefined as void;
let desk: LibraryDesk;
let root: HTMLElement;
let place = '';
let shown: LibraryStatus | undefined;
const actions: LibraryActions = {
  exports: {
    count: (of) => desk.countOutgoing(of),
    rows: () => Promise.resolve([]),
    run: () => Promise.resolve(0),
    loadProfiles: () => Promise.resolve([]),
    saveProfile: () => Promise.resolve([]),
    removeProfile: () => Promise.resolve([]),
    styles: noStyles,
  },
  packs: drawnPacks(() => db),
  saveCsv: (text) => void savedCsv.push(text),
  backUp: () => Promise.resolve(),
  openImport: () => Promise.reject(new Error('no file')),
};

beforeEach(() => {
  // jsdom lays nothing out and has no modal dialogs.
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
  db = openDatabase(`page-${serial++}`);
  root = document.body.appendChild(document.createElement('div'));
  place = '';
});
afterEach(async () => {
  render(null, root);
  root.remove();
  stop();
  await db.delete();
});

function draw(status = shown) {
  shown = status;
  return act(() =>
    render(
      <TranslateProvider value={words}>
        <Library place={placeAt(place)} desk={desk} status={status} actions={actions} />
      </TranslateProvider>,
      root,
    ),
  );
}

/** Opens the library on some excerpts, and waits until all are read and drawn. */
export async function open(
  annotations: Annotation[],
  hash = '',
  change: Partial<LibraryDesk> = {},
) {
  const { articles } = await collection();
  await mergeCollection(db, { annotations, articles }, NOW);
  const now = () => new Date((clock += 1000));
  const service = new LibraryService(db, now, { readerName: () => Promise.resolve('An') });
  desk = new Proxy(service as LibraryDesk, {
    get: (target, name: keyof LibraryDesk) => change[name] ?? target[name].bind(target),
  });
  place = hash;
  stop = await service.start(
    (status) => void draw(status),
    (error) => {
      throw error;
    },
  );
  await until(() => shown?.isComplete && root.querySelector('main > *'));
}

/** The collection behind the page drawn, and its desk. */
export const library = () => ({ db, desk });

/** Goes where a link of the page leads. */
export function goTo(hash: string) {
  place = hash;
  return draw();
}

export const sample = async (): Promise<Annotation[]> => (await collection()).annotations;

/** Longer than a busy machine takes; a test that waits in vain fails all the same. */
const PATIENCE = { timeout: 10_000 };

export const until = (probe: () => unknown) =>
  vi.waitFor(async () => {
    await act(() => undefined);
    expect(probe()).toBeTruthy();
  }, PATIENCE);
export const find = <Kind extends HTMLElement>(selector: string) => {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector} in ${root.textContent}`);
  return found;
};
export const all = (selector: string) => [...root.querySelectorAll(selector)];
export const button = (name: string) => {
  const found = all('button').find((each) =>
    (each.ariaLabel ?? each.textContent)?.trim().startsWith(name),
  );
  if (!(found instanceof HTMLElement))
    throw new Error(`no button “${name}” in ${root.textContent}`);
  return found;
};
export const press = async (name: string) => {
  await until(() => button(name));
  await act(() => button(name).click());
};
export const type = async (selector: string, value: string) => {
  await until(() => root.querySelector(selector));
  await act(() => {
    const field = find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
export const key = (target: Element, name: string, more: KeyboardEventInit = {}) =>
  act(() => {
    const init = { key: name, bubbles: true, cancelable: true, ...more };
    target.dispatchEvent(new KeyboardEvent('keydown', init));
  });
export const hotkey = (name: string) => key(document.activeElement ?? document.body, name);
export const stored = () => db.annotations.toArray();

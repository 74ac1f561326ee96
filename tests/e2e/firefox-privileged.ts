/**
 * What runs inside Firefox with the browser's own rights. Each function is sent as source text, so it stands
 * alone; the declarations name the little of Firefox that they touch.
 */
import type { Box } from './browser.ts';

/** An element reference as Marionette's messages write it. */
export type Reference = Record<string, string>;

interface Actor {
  findElements(strategy: string, selector: string, options: object): Promise<Reference[]>;
  getShadowRoot(element: Reference): Promise<Reference>;
  getComputedLabel(element: Reference): Promise<string | null>;
  getComputedRole(element: Reference): Promise<string | null>;
  executeScript(script: string, args: unknown[], options: object): Promise<string>;
}

/** The XUL element that shows a page. */
interface BrowserElement extends HTMLElement {
  browserId: number;
  fullZoom: number;
  browsingContext: { currentWindowGlobal: { getActor(name: string): Actor } };
}

interface ChromeWindow {
  document: Document;
  gBrowser: { browsers: BrowserElement[]; selectedBrowser: BrowserElement };
}

interface Extension {
  backgroundState: string;
  terminateBackground(): Promise<void>;
}

declare const Services: {
  wm: { getMostRecentWindow(type: string): ChromeWindow };
  prefs: { setIntPref(name: string, value: number): void };
  appinfo: { processID: number };
};
declare const ChromeUtils: { importESModule(url: string): unknown };
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };

/** The element that shows a tab, or with 0 the sidebar's. */
function browserOf(browserId: number): BrowserElement {
  const { document, gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null;
  const browser = browserId
    ? gBrowser.browsers.find((browser) => browser.browserId === browserId)
    : sidebar?.contentDocument?.getElementById('webext-panels-browser');
  if (!browser) throw new Error(browserId ? 'the tab is closed' : 'the sidebar is closed');
  return browser as BrowserElement;
}

/** Source of a function that is given a page's element first: `onPage(place)` takes a page's number. */
function onPage(fn: (browser: BrowserElement, ...args: never[]) => unknown): string {
  return `(id, ...args) => (${fn.toString()})((${browserOf.toString()})(id), ...args)`;
}

/** Where the page's viewport lies in the browser's window, and how much larger its pixels are. */
export const place = onPage((browser): Box & { zoom: number } => {
  const inner = browser.getBoundingClientRect();
  const frame = browser.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  const { width, height } = inner;
  const [x, y] = [inner.x + (frame?.x ?? 0), inner.y + (frame?.y ?? 0)];
  return { x, y, width, height, zoom: browser.fullZoom };
});

export const zoom = onPage((browser, factor: number) => {
  browser.fullZoom = factor;
});

export const focus = onPage((browser) => browser.focus());

/** Runs the source of a function in the page with JSON arguments; gives JSON text. */
export const evaluate = onPage(async (browser, source: string, args: string, element?: object) => {
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const script = `const [args, element, done] = arguments;
    Promise.resolve().then(() => (${source})(...(element ? [element] : JSON.parse(args)))).then(
      (result) => done(JSON.stringify({ result })),
      (error) => done(JSON.stringify({ error: String(error) })),
    );`;
  const options = { async: true, newSandbox: true, timeout: 120_000 };
  return actor.executeScript(script, [args, element ?? null], options);
});

/** Elements of a role with their accessible names, also those in closed shadow roots. */
export const look = onPage(async (browser, role: string, selector: string) => {
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const find = (selector: string, startNode?: Reference) =>
    actor.findElements('css selector', selector, { all: true, timeout: 0, startNode });
  const elements = await find(selector);
  for (const host of await find('html > :not(head, body), body > :empty')) {
    const root = await actor.getShadowRoot(host).catch(() => null);
    if (root) elements.push(...(await find(selector, root)));
  }
  const known = async (element: Reference) => ({
    element,
    role: await actor.getComputedRole(element),
    name: (await actor.getComputedLabel(element)) ?? '',
  });
  // What is drawn anew between finding and asking is not there any more.
  const found = await Promise.all(elements.map((each) => known(each).catch(() => undefined)));
  return found.filter((item) => item && (item.role === role || role === 'disclosure'));
});

export const selectedBrowserId = (() =>
  Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser
    .browserId).toString();

export const processId = (() => Services.appinfo.processID).toString();

export const preferScheme = ((value: number) =>
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value)).toString();

/** Acts as a click on the toolbar button: grants `activeTab`, runs the listener as a user's input. */
export const triggerAction = (async (id: string) => {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  ) as {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: Extension): { triggerAction(window: ChromeWindow): unknown };
        };
      };
    };
  };
  const action = ExtensionParent.apiManager.global.browserActionFor(
    WebExtensionPolicy.getByID(id).extension,
  );
  await action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));
}).toString();

/** Gives an optional permission, as the browser's own settings do. */
export const grantHost = (async (id: string, pattern: string) => {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as {
    ExtensionPermissions: {
      add(id: string, permissions: object, extension: Extension): Promise<void>;
    };
  };
  const permissions = { permissions: [], origins: [pattern] };
  await ExtensionPermissions.add(id, permissions, WebExtensionPolicy.getByID(id).extension);
}).toString();

export const backgroundState = ((id: string) =>
  WebExtensionPolicy.getByID(id).extension.backgroundState).toString();

/** Ends the event page, as when it is idle; tells whether it ended, for Firefox spares one that is at work. */
export const terminateBackground = (async (id: string) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground();
  return extension.backgroundState === 'stopped';
}).toString();

/** Numbers of the tabs whose address starts so. */
export const tabsAt = ((prefix: string) =>
  Services.wm
    .getMostRecentWindow('navigator:browser')
    .gBrowser.browsers.filter((browser) =>
      (browser as BrowserElement & { currentURI: { spec: string } }).currentURI.spec.startsWith(
        prefix,
      ),
    )
    .map(({ browserId }) => browserId)).toString();

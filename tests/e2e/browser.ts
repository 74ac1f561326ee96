/** One small way to drive a real Chromium and a real Firefox with the built extension in it. */

/** A rectangle in CSS pixels of the page's viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place in CSS pixels of the page's viewport. */
export type Point = Pick<Box, 'x' | 'y'>;

/** What to look for in the accessibility tree, closed shadow roots included. */
export interface Query {
  /** An ARIA role (`button`, `checkbox`, `link`, …), or `disclosure` for a `summary`, which has none. */
  role: string;
  /** The whole accessible name, or a pattern in it. */
  name?: string | RegExp;
}

/** An element as assistive technology sees it. */
export interface Found {
  name: string;
  box: Box;
}

/** A tab, or the extension's side panel. Coordinates are CSS pixels from the viewport's upper left corner. */
export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Brings the tab to the front, where keys and the toolbar button act on it. */
  show(): Promise<void>;
  close(): Promise<void>;
  /** Runs a self-contained function in the page and gives its JSON result. */
  evaluate<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Everything the accessibility tree has for the query now, in document order. */
  findAll(query: Query): Promise<Found[]>;
  /** The text of each element of the query now, as `findAll` finds them. */
  textsOf(query: Query): Promise<string[]>;
  /** Moves the real mouse, then presses and releases its left button. */
  /** Clicks once, or so often in a row. */
  clickAt(x: number, y: number, times?: number): Promise<void>;
  hoverAt(x: number, y: number): Promise<void>;
  /** Presses the left button at one point, moves over the others and releases it at the last. */
  drag(from: Point, ...over: Point[]): Promise<void>;
  /** Waits for the first element of the query, scrolls it into view and clicks its middle. */
  click(query: Query): Promise<void>;
  /** Presses one key or chord: `Enter`, `Shift+Tab`, `Alt+Shift+C`. */
  press(chord: string): Promise<void>;
  /** Types text into what has the focus. */
  type(text: string): Promise<void>;
  /** Puts files of this machine into the first `input[type=file]` that the selector finds. */
  chooseFiles(selector: string, files: string[]): Promise<void>;
  colorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Shows the page larger, as the browser's own zoom does: `2` leaves half the CSS pixels each way. */
  zoom(factor: number): Promise<void>;
  /** Writes a PNG of the viewport. */
  screenshot(file: string): Promise<void>;
}

/** A running browser with the extension installed, on a profile folder that outlives it. */
export interface Browser {
  readonly name: BrowserName;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly origin: string;
  /** Resolves when the browser has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Opens an address in a new tab at the front. */
  open(url: string): Promise<Page>;
  /** Does what a click on the extension's toolbar button does, `activeTab` included, on the tab at the front. */
  clickToolbarButton(page: Page): Promise<void>;
  /** The open side panel (Chromium) or sidebar (Firefox). Throws when none opens in time. */
  sidePanel(): Promise<Page>;
  /** Waits for the tab that the extension opens on one of its own pages: `library.html`. */
  extensionTab(file: string): Promise<Page>;
  /** Runs `act` and waits for the file it downloads; gives its path. */
  download(act: () => Promise<void>): Promise<string>;
  /** Gives the extension the permission for a host pattern: `*://127.0.0.1/*`. Closes the extension's own pages. */
  grantHost(pattern: string): Promise<void>;
  /** Puts the extension in anew under the open pages, as an update does. */
  update(): Promise<void>;
  /** Ends the background worker or event page, as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** SIGKILL: nothing is flushed, no handler runs. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export type BrowserName = 'chromium' | 'firefox';

export interface BrowserOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Folder of the profile; made when it is absent. */
  profile: string;
  /** Folder that downloads are put in. */
  downloads: string;
  /** Path of the browser's program. */
  program: string;
  /** Shows a window; without it the browser runs headless. */
  headed?: boolean;
  /** Switches of Chromium’s own; Firefox takes none. */
  flags?: readonly string[];
}

/** Viewport of the whole browser window, in CSS pixels. */
export const WINDOW = { width: 1280, height: 900 };

/** Whether a name answers a query: `matches({role: 'button', name: 'Trích'}, 'Trích')` → `true`. */
export function matches(query: Query, name: string): boolean {
  if (query.name === undefined) return true;
  return typeof query.name === 'string' ? query.name === name.trim() : query.name.test(name);
}

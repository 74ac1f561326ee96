import { browser, type ContentScriptContext as WxtContext } from '#imports';

/** As much of WXT's context as scripts in pages use. */
export type ScriptContext = Pick<WxtContext, 'signal' | 'isValid' | 'setInterval'>;

/**
 * The life of a script in a page, in the place of WXT's own class of that name (wxt.config.ts), which tells the page's
 * own script of each start and is three times as large. It ends when the extension is updated, switched off or
 * removed, or puts in the same script again.
 */
export class ContentScriptContext implements ScriptContext {
  readonly #end = new AbortController();

  /** @param name the script's, as its file is called */
  constructor(name: string) {
    const started = `${browser.runtime.id}:${name}`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.#end.abort(), { signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Browsers tell a script nothing of its extension's end; all it can see is that the extension's name is gone. */
  get isValid(): boolean {
    if (!(browser.runtime as typeof browser.runtime | undefined)?.id) this.#end.abort();
    return !this.signal.aborted;
  }

  /** As `window.setInterval`, for as long as the script lives. */
  setInterval(work: () => void, milliseconds?: number): number {
    const id = window.setInterval(() => this.isValid && work(), milliseconds);
    this.signal.addEventListener('abort', () => window.clearInterval(id));
    return id;
  }
}

import { browser, type Browser } from '#imports';
import type { Annotation, Recognition } from '../core/annotation.ts';
import type { Clip } from '../core/collection/clip.ts';
import type { Verdict } from '../core/correct-mention.ts';
import type { Remarks } from '../core/draft.ts';
import type { Stored } from '../core/keeping.ts';
import type { PageState } from '../core/page-state.ts';
import type { PageSettings } from '../core/settings.ts';
import type { ArticleTraits, RelatedArticle } from '../core/related-article.ts';
import type { Skip } from '../core/skip.ts';
import type { Saved } from './database.ts';
import type { StorageError } from './storage-error.ts';

/** What pages and views ask of the background, the only writer for pages. */
export interface Requests {
  /** Finds the mentions of a text; done here so that pages carry neither the rules nor their lexicons. */
  recognise: [{ text: string; publishedTime?: string | undefined }, Recognition];
  /** Answers only when every excerpt is durably stored. */
  saveAnnotations: [Clip, Saved[]];
  /** What is stored of the page's article, whatever variant of its address it was stored under. */
  storedAt: [{ url: string }, Stored];
  editAnnotation: [{ id: string; remarks: Remarks }, Annotation];
  trashAnnotations: [{ ids: string[] }, void];
  restoreAnnotations: [{ ids: string[] }, void];
  addSkips: [{ skips: Skip[] }, void];
  removeSkips: [{ ids: string[] }, void];
  /** The reader's own list of tags, then the others in use, most used first. */
  tags: [Record<string, never>, string[]];
  /** With the region that the reader chose for the page's site, if any. */
  settings: [Record<string, never>, PageSettings & { region?: string | undefined }];
  /** Lets the reader point at what is to be read on the page that asks. */
  pickRegion: [Record<string, never>, void];
  /** Reads what the reader pointed at, on this page and from now on on every page of its site. */
  regionPicked: [{ selector: string }, void];
  /** What is kept of the same article under other addresses. */
  relatedArticles: [ArticleTraits, RelatedArticle[]];
  openLibrary: [Record<string, never>, void];
  /** Reads the page in a tab, where the reader has allowed its site or just pressed the button. */
  readTab: [{ tabId: number }, void];
  /** A page on the reader's list has an article to read. */
  articleFound: [Record<string, never>, void];
  /** A frame of a page whose own text is not what is read has loaded a document. */
  frameLoaded: [Record<string, never>, void];
}

/** What the side panel and the background ask of a page being read. */
export interface PageRequests {
  pageState: [Record<string, never>, PageState];
  /** Turns marks on or off; answers whether they are on now. */
  toggle: [Record<string, never>, boolean];
  /** Reads the page and puts marks on, or takes them off, without a word to the reader who did not ask. */
  turnOn: [Record<string, never>, void];
  turnOff: [Record<string, never>, void];
  /** How the page is shown, without its mentions: what the toolbar button tells of it. */
  shown: [Record<string, never>, { status: PageState['status']; url: string; affected: number }];
  /** The article's text, to be compared with others. */
  articleText: [Record<string, never>, string];
  pickRegion: [Record<string, never>, void];
  /** Reads another part of the page; its article as usual where no selector is given. */
  useRegion: [{ selector?: string | undefined }, void];
  applySettings: [PageSettings, void];
  /** Goes to a mention; with a field, its card asks for tags, a note or a correction. */
  show: [{ mention: number; field?: 'tags' | 'note' | 'correction' | undefined }, void];
  clip: [{ mentions: number[]; remarks: Remarks }, Saved[]];
  edit: [{ id: string; remarks: Remarks }, void];
  correct: [{ mention: number; verdict: Verdict }, Saved[]];
  /** Asks the reader what the selected words are that the recogniser missed. */
  reportMissed: [Record<string, never>, void];
  unclip: [{ ids: string[] }, void];
  /** Keeps the changed number that stands where an excerpt was clipped. */
  clipChanged: [{ id: string }, Saved[]];
  skip: [{ mentions: number[] }, void];
  unskip: [{ ids: string[] }, void];
  /** Takes back the last deed on this page; tells whether there was one. */
  undo: [Record<string, never>, boolean];
  clipSelection: [Record<string, never>, Saved[]];
  /** Shows a failure over the page. */
  notify: [{ message: FailureCode }, void];
}

/** Failures a view has words for; the key is the message's in `_locales`. */
export type FailureCode =
  | 'error_unexpected'
  | 'error_not_reached'
  | 'error_refused'
  | StorageError['messageKey']
  | 'error_no_selection'
  | 'error_page_gone'
  | 'error_tab_not_allowed';

/** A failure that a person meets, named by the message that explains it. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** The message for whatever went wrong. */
export function failureCode(cause: unknown): FailureCode {
  return cause instanceof Failure ? cause.code : 'error_unexpected';
}

type Reply<T> = { ok: true; value: T } | { ok: false; code: FailureCode; detail: string };
export type Input<M, K extends keyof M> = M[K] extends [infer I, unknown] ? I : never;
type Output<M, K extends keyof M> = M[K] extends [unknown, infer O] ? O : never;

/** How each request of `M` is served; the input is what `parse` made of the message. */
export type Handlers<M> = {
  [K in keyof M]: (
    input: Input<M, K>,
    sender: Browser.runtime.MessageSender,
  ) => Output<M, K> | Promise<Output<M, K>>;
};

/**
 * Asks the background; a reply lost to a worker that died is asked for once more, for every request is idempotent.
 * The browser tells of the loss by a failure or, where an open view heard the message too, by no answer at all.
 * @throws {Failure} `error_not_reached` where it does not answer the second time either
 */
export async function request<K extends keyof Requests>(
  name: K,
  input: Input<Requests, K>,
): Promise<Output<Requests, K>> {
  const message = { to: 'background', name, input };
  const send = async () =>
    (await browser.runtime.sendMessage(message)) ?? Promise.reject('silence');
  return unwrap(await send().catch(send).catch(unreached));
}

/**
 * Asks the page in a tab, in whichever frame it is read or in one alone.
 * @throws {Failure} `error_page_gone` where no page listens
 */
export async function requestPage<K extends keyof PageRequests>(
  tabId: number,
  name: K,
  input: Input<PageRequests, K>,
  frameId?: number,
): Promise<Output<PageRequests, K>> {
  const where = frameId === undefined ? {} : { frameId };
  const reply = browser.tabs.sendMessage(tabId, { to: 'page', name, input }, where);
  return unwrap(await reply.catch(() => ({ ok: false, code: 'error_page_gone', detail: '' })));
}

function unreached(cause: unknown): Reply<never> {
  return { ok: false, code: 'error_not_reached', detail: String(cause) };
}

function unwrap<T>(reply: unknown): T {
  const answer = reply as Reply<T> | undefined;
  if (!answer) throw new Failure('error_not_reached');
  if (answer.ok) return answer.value;
  throw new Failure(answer.code, answer.detail);
}

/**
 * Serves the requests sent to one place; senders other than this extension are not heard.
 * `parse` turns an untrusted message into an input or throws, which the sender gets as `error_refused`.
 * @returns a function that stops serving
 */
export function serve<M>(
  to: 'background' | 'page',
  handlers: Handlers<M>,
  parse: <K extends keyof M>(name: K, input: unknown) => Input<M, K> = (_, input) => input as never,
): () => void {
  const answer = async (
    name: keyof M,
    input: unknown,
    sender: Browser.runtime.MessageSender,
  ): Promise<Reply<unknown>> => {
    try {
      return { ok: true, value: await handlers[name](parse(name, input), sender) };
    } catch (cause) {
      return { ok: false, code: failureCode(cause), detail: String(cause) };
    }
  };
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    reply: (answer: unknown) => void,
  ) => {
    const { to: place, name, input } = (message ?? {}) as Record<string, unknown>;
    if (place !== to || sender.id !== browser.runtime.id) return undefined;
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return undefined;
    void answer(name as keyof M, input, sender).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** What became different on a page: all of it, or only where the reader is. */
export type PageChange = { what: 'all' } | { what: 'current'; current: number | undefined };

/** Tells open views that a page's state is another now; nobody listening is no failure. */
export function announcePageChange(change: PageChange): void {
  browser.runtime.sendMessage({ to: 'views', change }).catch(() => undefined);
}

/** Hears of changed pages; the tab's id comes with it. Returns a function that stops listening. */
export function onPageChange(heard: (tabId: number, change: PageChange) => void): () => void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender) => {
    const isOurs = sender.id === browser.runtime.id;
    const { to, change } = (message ?? {}) as { to?: unknown; change?: PageChange };
    if (isOurs && to === 'views' && change && sender.tab?.id !== undefined) {
      heard(sender.tab.id, change);
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

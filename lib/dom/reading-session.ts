import type { Mention } from '../core/annotation.ts';
import { asCorrected } from '../core/correct-mention.ts';
import { completeMention } from '../core/entity.ts';
import { Keeping, type KeepingPorts } from '../core/keeping.ts';
import type { ListedMention, PageState, Placement, Refusal } from '../core/page-state.ts';
import { Clipping, type ClippedPage } from './clipping.ts';
import { createHighlighter, type Highlighter } from './highlighter.ts';
import type { MarkedArticle } from './marked-article.ts';
import { PageReader, type Recognise } from './page-reader.ts';
import { isShown } from './selected-words.ts';

/** What a session needs of the world beyond its page. */
export interface SessionPorts extends KeepingPorts {
  recognise: Recognise;
  /** Something a view shows is another now: all of it, or only where the reader is. */
  changed(change: { what: 'all' } | { what: 'current'; current: number | undefined }): void;
}

const NOTHING_PLACED: Placement = { clips: new Map(), skips: new Map(), own: [] };

/** One page being read: its article, its marks, what of it is kept, and where the reader is. */
export class ReadingSession implements ClippedPage {
  readonly highlighter: Highlighter | undefined;
  readonly reader: PageReader;
  readonly clipping: Clipping;
  readonly #document: Document;
  readonly #ports: SessionPorts;
  readonly #keeping: Keeping;
  #reading: MarkedArticle | Refusal = 'no-article';
  #placement = NOTHING_PLACED;
  #isRead = false;
  #turn = 0;
  #isOn = false;
  #current: number | undefined;
  /** Where the reader was last, for going on after the card was closed. */
  #place: number | undefined;

  constructor(document: Document, view: Window & typeof globalThis, ports: SessionPorts) {
    this.#document = document;
    this.#ports = ports;
    this.#keeping = new Keeping(ports);
    this.clipping = new Clipping(document, this, this.#keeping, ports.world);
    this.reader = new PageReader(document, view, ports.recognise);
    this.highlighter = createHighlighter(view);
  }

  /** The article as read, or `undefined` where the page was refused. */
  get marked(): MarkedArticle | undefined {
    return typeof this.#reading === 'string' ? undefined : this.#reading;
  }

  /** What of this page is kept and passed over, as placed on the article now. */
  get placement(): Placement {
    return this.#placement;
  }

  get current(): number | undefined {
    return this.#current;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** The address of what is read: the page's own, or that of the one of its articles that the window shows. */
  get url(): string {
    return this.marked?.article.url ?? this.#document.URL;
  }

  /** How many excerpts of this page say another number than it, or are found on it no more. */
  get affected(): number {
    return this.#placement.own.filter(({ state, now }) => state === 'orphan' || now).length;
  }

  /** Reads the page, as it is now, and what is kept of it. */
  async read(): Promise<void> {
    this.#isRead = true;
    this.#reading = await this.reader.read();
    await this.refresh();
  }

  /**
   * Reads a page that changed again, once it has been read at all; the mention the reader is at stays current where
   * it still stands.
   */
  async reread(): Promise<void> {
    if (!this.#isRead) return;
    const before = this.marked;
    const was = this.#current === undefined ? undefined : before?.mentions[this.#current];
    const turn = ++this.#turn;
    const reading = await this.reader.read();
    // A later reading has overtaken this one: what it saw is older.
    if (turn !== this.#turn) return;
    this.#reading = reading;
    const again = this.marked?.mentions.findIndex(
      ({ start, exact }) => start === was?.start && exact === was.exact,
    );
    this.#current = again === undefined || again < 0 ? undefined : again;
    if (before && before.article.url === this.marked?.article.url) this.show();
    else await this.refresh();
  }

  /** Asks again what is kept of this page: the library may have changed it. */
  async refresh(): Promise<void> {
    if (!this.#isRead) return;
    await this.#keeping.load(this.url);
    this.show();
  }

  setOn(isOn: boolean): void {
    this.#isOn = isOn;
    this.show();
  }

  /** Makes a mention current; `undefined` for none. */
  goTo(mention: number | undefined): void {
    if (mention === this.#current) return;
    this.#current = mention;
    this.#place = mention ?? this.#place;
    if (this.highlighter && this.#isOn) this.marked?.paintCurrent(this.highlighter, mention);
    this.#ports.changed({ what: 'current', current: mention });
  }

  /** The mention a step before or after where the reader is, or was last, around the ends; else the first. */
  neighbour(step: 1 | -1): number | undefined {
    const count = this.marked?.mentions.length ?? 0;
    if (count === 0) return undefined;
    const place = this.#current ?? this.#place;
    if (place === undefined || place >= count) return step === 1 ? 0 : count - 1;
    return (place + step + count) % count;
  }

  /** A mention as a view shows it; none where there is none. */
  listed(at: number): ListedMention | undefined {
    return this.marked?.mentions[at] && this.#listed(this.marked, at);
  }

  /** The whole of what a view shows. */
  state(): PageState {
    const { marked } = this;
    const isRegion = this.reader.region !== undefined;
    if (!marked) return { status: 'refused', reason: this.#reading as Refusal, isRegion };
    const { text, ...article } = marked.article;
    return {
      status: this.#isOn ? 'on' : 'off',
      article,
      isRegion,
      isInPicture: this.reader.isInPicture(text),
      mentions: marked.mentions.map((_, at) => this.#listed(marked, at)),
      own: this.#placement.own,
      current: this.#current,
    };
  }

  #listed({ mentions, checks, sentenceOf, blockOf }: MarkedArticle, at: number): ListedMention {
    const clip = this.#placement.clips.get(at);
    const mention = asCorrected(mentions[at] as Mention, clip);
    return {
      mention: completeMention(mention, mentions),
      sentence: sentenceOf(at),
      block: blockOf(at),
      clip,
      skip: this.#placement.skips.get(at),
      checks: checks.filter((check) => check.mentions.includes(at)),
    };
  }

  /** Places what is kept on the article anew, and shows it. */
  show(): void {
    const { marked } = this;
    this.#placement = marked
      ? this.#keeping.place(marked.article, marked.mentions, (exact) =>
          isShown(this.#document, exact),
        )
      : NOTHING_PLACED;
    this.#paint();
    this.#ports.changed({ what: 'all' });
  }

  #paint(): void {
    if (this.highlighter && this.#isOn && this.marked) {
      const { clips, skips } = this.#placement;
      this.marked.paint(this.highlighter, { clips, skips, current: this.#current });
    } else this.highlighter?.clear();
  }
}

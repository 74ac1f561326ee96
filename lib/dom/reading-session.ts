import type { Annotation, Mention, Recognition, Span } from '../core/annotation.ts';
import type { Clip } from '../core/collection/clip.ts';
import { draftAnnotation, type Remarks, type World } from '../core/draft.ts';
import {
  placeAnnotations,
  type ListedMention,
  type PageState,
  type Placement,
  type Refusal,
} from '../core/page-state.ts';
import { completeMention } from '../core/entity.ts';
import type { RecogniseContext } from '../core/recognise/recognise.ts';
import { readArticle } from './article.ts';
import { createHighlighter, type Highlighter } from './highlighter.ts';
import { markArticle, type MarkedArticle } from './marked-article.ts';
import { articleOfWords, isShown, selectedWords } from './selected-words.ts';

/** One excerpt as the store answered: kept now, or there already. */
export interface Kept {
  status: 'stored' | 'duplicate';
  annotation: Annotation;
}

/** What a session needs of the world beyond its page. */
export interface SessionPorts {
  /** Finds the mentions of an article's text. */
  recognise(text: string, context: RecogniseContext): Promise<Recognition>;
  /** The excerpts of the article at an address. */
  load(url: string): Promise<Annotation[]>;
  /** Resolves when the excerpts are durably stored. */
  save(clip: Clip): Promise<Kept[]>;
  trash(ids: string[]): Promise<void>;
  /** Something a view shows is another now: all of it, or only where the reader is. */
  changed(change: { what: 'all' } | { what: 'current'; current: number | undefined }): void;
  world: World;
}

const NOTHING_PLACED: Placement = { clips: new Map(), own: [] };
const NO_REMARKS: Remarks = { tags: [], note: '' };

/** One page being read: its article, its marks, what of it is kept, and where the reader is. */
export class ReadingSession {
  readonly highlighter: Highlighter | undefined;
  readonly #document: Document;
  readonly #ports: SessionPorts;
  #reading: MarkedArticle | Refusal = 'no-article';
  #annotations: Annotation[] = [];
  #placement = NOTHING_PLACED;
  #isRead = false;
  #turn = 0;
  #isOn = false;
  #current: number | undefined;

  constructor(document: Document, view: Window & typeof globalThis, ports: SessionPorts) {
    this.#document = document;
    this.#ports = ports;
    this.highlighter = createHighlighter(view);
  }

  /** The article as read, or `undefined` where the page was refused. */
  get marked(): MarkedArticle | undefined {
    return typeof this.#reading === 'string' ? undefined : this.#reading;
  }

  get current(): number | undefined {
    return this.#current;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Reads the page, as it is now, and what is kept of it. */
  async read(): Promise<void> {
    this.#isRead = true;
    this.#take(await this.#readPage());
    await this.refresh();
  }

  /** Reads a page that changed again, once it has been read at all; the mention the reader is at stays current where it still stands. */
  async reread(): Promise<void> {
    if (!this.#isRead) return;
    const { article, mentions } = this.marked ?? {};
    const was = this.#current === undefined ? undefined : mentions?.[this.#current];
    const turn = ++this.#turn;
    const reading = await this.#readPage();
    // A later reading has overtaken this one: what it saw is older.
    if (turn !== this.#turn) return;
    this.#take(reading);
    const again = this.marked?.mentions.findIndex(
      ({ start, exact }) => start === was?.start && exact === was.exact,
    );
    this.#current = again === undefined || again < 0 ? undefined : again;
    if (article?.url === this.#document.URL) this.#show();
    else await this.refresh();
  }

  async #readPage(): Promise<MarkedArticle | Refusal> {
    const reading = readArticle(this.#document, this.#document.URL);
    if (!reading.ok) return reading.reason;
    const { text, publishedTime } = reading.article;
    return markArticle(reading, await this.#ports.recognise(text, { publishedTime }));
  }

  /** Asks again what is kept of this page: the library may have changed it. */
  async refresh(): Promise<void> {
    if (!this.#isRead) return;
    this.#annotations = await this.#ports.load(this.#document.URL);
    this.#take(this.#reading);
    this.#show();
  }

  setOn(isOn: boolean): void {
    this.#isOn = isOn;
    this.#show();
  }

  /** Makes a mention current; `undefined` for none. */
  goTo(mention: number | undefined): void {
    if (mention === this.#current) return;
    this.#current = mention;
    this.#paint();
    this.#ports.changed({ what: 'current', current: mention });
  }

  /** The mention a step before or after the current one, around the ends; the first where none is current. */
  neighbour(step: 1 | -1): number | undefined {
    const count = this.marked?.mentions.length ?? 0;
    if (count === 0) return undefined;
    if (this.#current === undefined) return step === 1 ? 0 : count - 1;
    return (this.#current + step + count) % count;
  }

  /** Keeps mentions, each with its sentence; those kept already are not kept twice. */
  clip(mentions: readonly number[], remarks: Remarks): Promise<Kept[]> {
    const { marked } = this;
    if (!marked) return Promise.resolve([]);
    const drafts = mentions
      .filter((at) => marked.mentions[at] && !this.#placement.clips.has(at))
      .map((at) =>
        draftAnnotation(
          marked.article,
          marked.sentenceOf(at),
          this.#listed(marked, at).mention,
          remarks,
          this.#ports.world,
        ),
      );
    return this.#save({ article: marked.article, annotations: drafts });
  }

  /**
   * Keeps what is selected on the page: with its place where it lies in the article, as its own words elsewhere.
   * Gives `undefined` where nothing is selected.
   */
  async clipSelection(): Promise<Kept[] | undefined> {
    const selection = this.#document.getSelection();
    const words = selection && selectedWords(selection);
    if (!words) return undefined;
    const span = this.marked?.selected(selection);
    if (this.marked && span) return this.#clipSpan(this.marked, span);
    const article = articleOfWords(this.#document, words);
    const all = { start: 0, end: words.length };
    const draft = draftAnnotation(article, all, undefined, NO_REMARKS, this.#ports.world);
    return this.#save({ article, annotations: [draft] });
  }

  /** A mention that is all the figures or names in the span goes along. */
  #clipSpan(marked: MarkedArticle, span: Span): Promise<Kept[]> {
    const inside = marked.mentions.filter(
      ({ start, end }) => start >= span.start && end <= span.end,
    );
    const only = inside.length === 1 ? inside[0] : undefined;
    const draft = draftAnnotation(marked.article, span, only, NO_REMARKS, this.#ports.world);
    return this.#save({ article: marked.article, annotations: [draft] });
  }

  async unclip(ids: string[]): Promise<void> {
    await this.#ports.trash(ids);
    this.#annotations = this.#annotations.filter(({ id }) => !ids.includes(id));
    this.#take(this.#reading);
    this.#show();
  }

  /** A mention as a view shows it. */
  listed(at: number): ListedMention | undefined {
    return this.marked?.mentions[at] && this.#listed(this.marked, at);
  }

  /** The whole of what a view shows. */
  state(): PageState {
    const { marked } = this;
    if (!marked) return { status: 'refused', reason: this.#reading as Refusal };
    const { text: _, ...article } = marked.article;
    return {
      status: this.#isOn ? 'on' : 'off',
      article,
      mentions: marked.mentions.map((_, at) => this.#listed(marked, at)),
      own: this.#placement.own,
      current: this.#current,
    };
  }

  #listed({ mentions, checks, sentenceOf }: MarkedArticle, at: number): ListedMention {
    return {
      mention: completeMention(mentions[at] as Mention, mentions),
      sentence: sentenceOf(at),
      clip: this.#placement.clips.get(at),
      checks: checks.filter((check) => check.mentions.includes(at)),
    };
  }

  async #save(clip: Clip): Promise<Kept[]> {
    if (clip.annotations.length === 0) return [];
    const kept = await this.#ports.save(clip);
    const known = new Set(this.#annotations.map(({ id }) => id));
    const added = kept.map(({ annotation }) => annotation).filter(({ id }) => !known.has(id));
    this.#annotations = [...this.#annotations, ...added];
    this.#take(this.#reading);
    this.#show();
    return kept;
  }

  #take(reading: MarkedArticle | Refusal): void {
    this.#reading = reading;
    const { marked } = this;
    this.#placement = marked
      ? placeAnnotations(marked.article.text, marked.mentions, this.#annotations, (exact) =>
          isShown(this.#document, exact),
        )
      : NOTHING_PLACED;
  }

  #show(): void {
    this.#paint();
    this.#ports.changed({ what: 'all' });
  }

  #paint(): void {
    if (this.highlighter && this.#isOn && this.marked) {
      const clipped = new Set(this.#placement.clips.keys());
      this.marked.paint(this.highlighter, clipped, this.#current);
    } else this.highlighter?.clear();
  }
}

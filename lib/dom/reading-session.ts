import type { Mention, Span } from '../core/annotation.ts';
import { correctMention, missedMention, type Verdict } from '../core/correct-mention.ts';
import { completeMention } from '../core/entity.ts';
import { draftAnnotation, type Remarks } from '../core/draft.ts';
import { Keeping, type Kept, type KeepingPorts } from '../core/keeping.ts';
import type { ListedMention, PageState, Placement, Refusal } from '../core/page-state.ts';
import { sentenceAround } from '../core/sentence.ts';
import { createHighlighter, type Highlighter } from './highlighter.ts';
import type { MarkedArticle } from './marked-article.ts';
import { PageReader, type Recognise } from './page-reader.ts';
import { articleOfWords, isShown, selectedWords } from './selected-words.ts';

/** What a session needs of the world beyond its page. */
export interface SessionPorts extends KeepingPorts {
  recognise: Recognise;
  /** Something a view shows is another now: all of it, or only where the reader is. */
  changed(change: { what: 'all' } | { what: 'current'; current: number | undefined }): void;
}

const NOTHING_PLACED: Placement = { clips: new Map(), skips: new Map(), own: [] };
const NO_REMARKS: Remarks = { tags: [], note: '' };

/** One page being read: its article, its marks, what of it is kept, and where the reader is. */
export class ReadingSession {
  readonly highlighter: Highlighter | undefined;
  readonly reader: PageReader;
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
    this.reader = new PageReader(document, view, ports.recognise);
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
    if (before && before.article.url === this.marked?.article.url) this.#show();
    else await this.refresh();
  }

  /** Asks again what is kept of this page: the library may have changed it. */
  async refresh(): Promise<void> {
    if (!this.#isRead) return;
    await this.#keeping.load(this.url);
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
    this.#place = mention ?? this.#place;
    this.#paint();
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

  /** Keeps mentions, each with its sentence; those kept already are not kept twice. */
  clip(mentions: readonly number[], remarks: Remarks): Promise<Kept[]> {
    const { marked } = this;
    if (!marked) return Promise.resolve([]);
    const now = this.#ports.world.now();
    // One moment for all, so that the library keeps them together, in text order.
    const world = { ...this.#ports.world, now: () => now };
    const drafts = mentions
      .filter((at) => marked.mentions[at] && !this.#placement.clips.has(at))
      .map((at) => {
        const { mention, sentence, checks } = this.#listed(marked, at);
        // Which mentions a check ties is the article's own count of them: it means nothing in an excerpt.
        const found = checks.map(({ mentions: _mentions, ...check }) => check);
        const kept = found.length > 0 ? { ...remarks, checks: found } : remarks;
        return draftAnnotation(marked.article, sentence, mention, kept, world);
      });
    return this.#shown(this.#keeping.clip(marked.article, drafts));
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
    return this.#shown(this.#keeping.clip(article, [draft]));
  }

  /** Keeps the changed number that stands where an excerpt was clipped; the old excerpt stays as it is. */
  async clipChanged(id: string): Promise<Kept[]> {
    const own = this.#placement.own.find(({ annotation }) => annotation.id === id);
    if (!this.marked || !own?.now) return [];
    const { tags, note, mention } = own.annotation;
    return this.#clipSpan(this.marked, own.now, { tags, note, supersedes: id }, mention);
  }

  /** Keeps a mention as the reader corrects it, with the record of what was wrong. */
  correct(at: number, verdict: Verdict): Promise<Kept[]> {
    const { marked } = this;
    const recognised = marked?.mentions[at];
    if (!marked || !recognised) return Promise.resolve([]);
    const { mention, correction } = correctMention(recognised, verdict);
    return this.#keep(marked, marked.sentenceOf(at), mention, { ...NO_REMARKS, correction });
  }

  /** The part of the article that is selected. */
  selected(): Span | undefined {
    const selection = this.#document.getSelection();
    return selection ? this.marked?.selected(selection) : undefined;
  }

  /** Keeps words the reader says are a mention that was missed, with their sentence. */
  clipMissed(span: Span, verdict: Extract<Verdict, { problem: 'missed' }>): Promise<Kept[]> {
    if (!this.marked) return Promise.resolve([]);
    const { mention, correction } = missedMention(span, verdict);
    const sentence = sentenceAround(this.marked.article.text, span);
    return this.#keep(this.marked, sentence, mention, { ...NO_REMARKS, correction });
  }

  /** Changes what the reader added to an excerpt. */
  edit(id: string, remarks: Remarks): Promise<void> {
    return this.#shown(this.#keeping.edit(id, remarks));
  }

  /** Passes mentions over; those kept, or passed over already, are left as they are. */
  skip(mentions: readonly number[]): Promise<void> {
    const { marked } = this;
    if (!marked) return Promise.resolve();
    const { clips, skips } = this.#placement;
    const skipped = mentions.filter((at) => !clips.has(at) && !skips.has(at));
    const spans = skipped.flatMap((at) => marked.mentions[at] ?? []);
    return this.#shown(this.#keeping.skip(marked.article, spans));
  }

  unskip(ids: string[]): Promise<void> {
    return this.#shown(this.#keeping.unskip(ids));
  }

  unclip(ids: string[]): Promise<void> {
    return this.#shown(this.#keeping.unclip(ids));
  }

  /** Takes back the last keeping or passing over of this visit; tells whether there was one. */
  undo(): Promise<boolean> {
    return this.#shown(this.#keeping.undo());
  }

  /** A mention as a view shows it. */
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

  /** A mention that is all the figures or names in the span goes along; among several, the one like `wanted`. */
  #clipSpan(
    marked: MarkedArticle,
    span: Span,
    remarks: Remarks = NO_REMARKS,
    wanted?: Mention,
  ): Promise<Kept[]> {
    const inside = marked.mentions.filter(
      ({ start, end }) => start >= span.start && end <= span.end,
    );
    const alike = inside.find(
      ({ type, start }) => type === wanted?.type && start - span.start >= (wanted?.start ?? 0),
    );
    const mention = inside.length === 1 ? inside[0] : alike;
    const whole = wanted ? sentenceAround(marked.article.text, span) : span;
    return this.#keep(marked, whole, mention, remarks);
  }

  #keep(
    { article }: MarkedArticle,
    span: Span,
    mention: Mention | undefined,
    remarks: Remarks,
  ): Promise<Kept[]> {
    const draft = draftAnnotation(article, span, mention, remarks, this.#ports.world);
    return this.#shown(this.#keeping.clip(article, [draft]));
  }

  #listed({ mentions, checks, sentenceOf, blockOf }: MarkedArticle, at: number): ListedMention {
    const mention = mentions[at] as Mention;
    return {
      mention: completeMention(mention, mentions),
      sentence: sentenceOf(at),
      block: blockOf(at),
      clip: this.#placement.clips.get(at),
      skip: this.#placement.skips.get(at),
      checks: checks.filter((check) => check.mentions.includes(at)),
    };
  }

  async #shown<T>(deed: Promise<T>): Promise<T> {
    const done = await deed;
    this.#show();
    return done;
  }

  #show(): void {
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

import type { Mention, Span } from '../core/annotation.ts';
import { correctMention, missedMention, type Verdict } from '../core/correct-mention.ts';
import { draftAnnotation, type Remarks, type World } from '../core/draft.ts';
import type { Keeping, Kept } from '../core/keeping.ts';
import type { ListedMention, Placement } from '../core/page-state.ts';
import { sentenceAround } from '../core/sentence.ts';
import type { MarkedArticle } from './marked-article.ts';
import { articleOfWords, selectedWords } from './selected-words.ts';

const NO_REMARKS: Remarks = { tags: [], note: '' };

/** What of a page being read can be kept at this moment, and what is kept already. */
export interface ClippedPage {
  readonly marked: MarkedArticle | undefined;
  readonly placement: Placement;
  listed(at: number): ListedMention | undefined;
  /** Shows what has been kept or passed over. */
  show(): void;
}

/** What the reader does with a page's mentions and words: keeps them, passes them over, puts them right, takes it back. */
export class Clipping {
  readonly #document: Document;
  readonly #page: ClippedPage;
  readonly #keeping: Keeping;
  readonly #world: World;

  constructor(document: Document, page: ClippedPage, keeping: Keeping, world: World) {
    this.#document = document;
    this.#page = page;
    this.#keeping = keeping;
    this.#world = world;
  }

  /** Keeps mentions, each with its sentence; those kept already are not kept twice. */
  clip(mentions: readonly number[], remarks: Remarks): Promise<Kept[]> {
    const { marked, placement } = this.#page;
    if (!marked) return Promise.resolve([]);
    const now = this.#world.now();
    // One moment for all, so that the library keeps them together, in text order.
    const world = { ...this.#world, now: () => now };
    const drafts = mentions.flatMap((at) => {
      const listed = placement.clips.has(at) ? undefined : this.#page.listed(at);
      if (!listed) return [];
      // Which mentions a check ties is the article's own count of them: it means nothing in an excerpt.
      const found = listed.checks.map(({ mentions: _mentions, ...check }) => check);
      const kept = found.length > 0 ? { ...remarks, checks: found } : remarks;
      return [draftAnnotation(marked.article, listed.sentence, listed.mention, kept, world)];
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
    const { marked } = this.#page;
    const span = marked?.selected(selection);
    if (marked && span) return this.#clipSpan(marked, span);
    const article = articleOfWords(this.#document, words);
    const all = { start: 0, end: words.length };
    const draft = draftAnnotation(article, all, undefined, NO_REMARKS, this.#world);
    return this.#shown(this.#keeping.clip(article, [draft]));
  }

  /** Keeps the changed number that stands where an excerpt was clipped; the old excerpt stays as it is. */
  async clipChanged(id: string): Promise<Kept[]> {
    const { marked, placement } = this.#page;
    const own = placement.own.find(({ annotation }) => annotation.id === id);
    if (!marked || !own?.now) return [];
    const { tags, note, mention } = own.annotation;
    return this.#clipSpan(marked, own.now, { tags, note, supersedes: id }, mention);
  }

  /** Keeps a mention as the reader corrects it, with the record of what was wrong. */
  correct(at: number, verdict: Verdict): Promise<Kept[]> {
    const { marked } = this.#page;
    const recognised = marked?.mentions[at];
    if (!marked || !recognised) return Promise.resolve([]);
    const { mention, correction } = correctMention(recognised, verdict);
    return this.#keep(marked, marked.sentenceOf(at), mention, { ...NO_REMARKS, correction });
  }

  /** The part of the article that is selected. */
  selected(): Span | undefined {
    const selection = this.#document.getSelection();
    return selection ? this.#page.marked?.selected(selection) : undefined;
  }

  /** Keeps words the reader says are a mention that was missed, with their sentence. */
  clipMissed(span: Span, verdict: Extract<Verdict, { problem: 'missed' }>): Promise<Kept[]> {
    const { marked } = this.#page;
    if (!marked) return Promise.resolve([]);
    const { mention, correction } = missedMention(span, verdict);
    const sentence = sentenceAround(marked.article.text, span);
    return this.#keep(marked, sentence, mention, { ...NO_REMARKS, correction });
  }

  /** Changes what the reader added to an excerpt. */
  edit(id: string, remarks: Remarks): Promise<void> {
    return this.#shown(this.#keeping.edit(id, remarks));
  }

  /** Passes mentions over; those kept, or passed over already, are left as they are. */
  skip(mentions: readonly number[]): Promise<void> {
    const { marked, placement } = this.#page;
    if (!marked) return Promise.resolve();
    const { clips, skips } = placement;
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
    const draft = draftAnnotation(article, span, mention, remarks, this.#world);
    return this.#shown(this.#keeping.clip(article, [draft]));
  }

  async #shown<T>(deed: Promise<T>): Promise<T> {
    const done = await deed;
    this.#page.show();
    return done;
  }
}

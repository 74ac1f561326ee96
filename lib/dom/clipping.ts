import type { Annotation, Article, Mention, Span } from '../core/annotation.ts';
import type { Draft } from '../core/collection/clip.ts';
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
    const { marked } = this.#page;
    if (!marked) return Promise.resolve([]);
    const world = momentOf(this.#world);
    const drafts = this.#listed(mentions)
      .filter(({ clip }) => !clip)
      .map((listed) => draftMention(marked, listed, listed.sentence, remarks, world));
    return this.#keep(marked.article, drafts);
  }

  /**
   * Keeps what is selected on the page, with every mention in it: with its place where it lies in the article, as its
   * own words elsewhere. Gives `undefined` where nothing is selected.
   */
  async clipSelection(): Promise<Kept[] | undefined> {
    const selection = this.#document.getSelection();
    const words = selection && selectedWords(selection);
    if (!words) return undefined;
    const { marked } = this.#page;
    const span = marked?.selected(selection);
    if (marked && span) return this.#keep(marked.article, this.#draftSelected(marked, span));
    const article = articleOfWords(this.#document, words);
    return this.#keepOne({ article }, { start: 0, end: words.length }, undefined, NO_REMARKS);
  }

  /** Keeps the changed number that stands where an excerpt was clipped; the old excerpt stays as it is. */
  async clipChanged(id: string): Promise<Kept[]> {
    const { marked, placement } = this.#page;
    const own = placement.own.find(({ annotation }) => annotation.id === id);
    if (!marked || !own?.now) return [];
    const { tags, note } = own.annotation;
    const mention = mentionAlike(marked.mentions, own.now, own.annotation);
    return this.#keepOne(marked, own.now, mention, { tags, note, supersedes: id });
  }

  /** Keeps a mention as the reader corrects it, with the record of what was wrong. */
  correct(at: number, verdict: Verdict): Promise<Kept[]> {
    const { marked } = this.#page;
    const recognised = marked?.mentions[at];
    if (!marked || !recognised) return Promise.resolve([]);
    const { mention, correction } = correctMention(recognised, verdict);
    return this.#keepOne(marked, marked.sentenceOf(at), mention, { ...NO_REMARKS, correction });
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
    return this.#keepOne(marked, sentence, mention, { ...NO_REMARKS, correction });
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

  /**
   * Drafts each mention in a selection with as much of its sentence as is selected, so that it is found, checked and
   * matched again like any other; and the selection itself, once, where no mention's excerpt is all of it. What the
   * reader put right stays as it was put right.
   */
  #draftSelected(marked: MarkedArticle, selected: Span): Draft[] {
    const { article, mentions } = marked;
    const world = momentOf(this.#world);
    const inside = [...mentions.keys()].filter((at) => isWithin(mentions[at], selected));
    const drafts = this.#listed(inside)
      .filter(({ clip }) => !clip?.correction)
      .map((listed) => {
        const start = Math.max(listed.sentence.start, selected.start);
        const end = Math.min(listed.sentence.end, selected.end);
        return draftMention(marked, listed, { start, end }, NO_REMARKS, world);
      });
    const isWhole = drafts.some(({ target }) => target.selector[0].exact === selected.exact);
    return isWhole
      ? drafts
      : [draftAnnotation(article, selected, undefined, NO_REMARKS, world), ...drafts];
  }

  #listed(mentions: readonly number[]): ListedMention[] {
    return mentions.flatMap((at) => this.#page.listed(at) ?? []);
  }

  #keepOne(
    { article }: Pick<MarkedArticle, 'article'>,
    span: { start: number; end: number },
    mention: Mention | undefined,
    remarks: Remarks,
  ): Promise<Kept[]> {
    return this.#keep(article, [draftAnnotation(article, span, mention, remarks, this.#world)]);
  }

  #keep(article: Article, drafts: Draft[]): Promise<Kept[]> {
    return this.#shown(this.#keeping.clip(article, drafts));
  }

  async #shown<T>(deed: Promise<T>): Promise<T> {
    const done = await deed;
    this.#page.show();
    return done;
  }
}

/** Drafts the excerpt of a mention, with what arithmetic says of it. */
function draftMention(
  { article }: MarkedArticle,
  { mention, checks }: ListedMention,
  span: { start: number; end: number },
  remarks: Remarks,
  world: World,
): Draft {
  // Which mentions a check ties is the article's own count of them: it means nothing in an excerpt.
  const found = checks.map(({ mentions: _mentions, ...check }) => check);
  const kept = found.length > 0 ? { ...remarks, checks: found } : remarks;
  return draftAnnotation(article, span, mention, kept, world);
}

/** One moment for all that is kept at once, so that the library keeps it together, in text order. */
function momentOf(world: World): World {
  const now = world.now();
  return { ...world, now: () => now };
}

function isWithin(mention: Mention | undefined, { start, end }: Span): boolean {
  return mention !== undefined && mention.start >= start && mention.end <= end;
}

/** The mention of a changed excerpt as it stands now: behind the same words, whatever the numbers between them are. */
function mentionAlike(
  mentions: readonly Mention[],
  now: Span,
  { mention: old, target }: Annotation,
): Mention | undefined {
  if (!old) return undefined;
  const before = wordsBefore(target.selector[0].exact, old.start);
  return mentions.find(
    (mention) =>
      mention.type === old.type &&
      isWithin(mention, now) &&
      wordsBefore(now.exact, mention.start - now.start) === before,
  );
}

/** How many characters stand before a place, numbers aside: equal in two texts that differ in numbers only. */
function wordsBefore(text: string, place: number): number {
  return text.slice(0, place).replace(/\d+(?:[.,]\d+)*/g, '').length;
}

import type { Annotation, StoredArticle } from '../annotation.ts';
import { markedBlocks, placeOf } from '../collection/excerpt-context.ts';
import { passageLink } from '../collection/passage-link.ts';
import { citingExcerpt } from '../collection/programme-citation.ts';
import type { ProgrammeEntry } from '../collection/programme-entry.ts';
import { verifyExcerpt } from '../collection/verify-excerpt.ts';
import { stateOf } from '../export/columns.ts';
import { checksOf, describeCheck } from '../export/excerpt-checks.ts';
import { partQuote } from '../export/report-entry.ts';
import { quoteOf } from '../export/row.ts';
import { SourceList } from '../export/source-list.ts';
import { formatDay } from '../export/times.ts';
import { mentionFacts } from '../mention-words.ts';
import type { Words } from '../words.ts';
import { chartFigures, tableFigure } from './figure-table.ts';
import { glossaryOf, type Citation } from './glossary.ts';
import type {
  Answer,
  ArticleContent,
  ArticlePart,
  ExcerptContent,
  FiguresContent,
  ItemContent,
  LeftOut,
  PackContent,
  Paragraphs,
  QuestionContent,
} from './pack-content.ts';
import type { Pack, PackItem } from './pack.ts';

/** What of the collection a pack needs: the excerpts it names, its articles, and all excerpts of articles shown whole. */
export interface PackMaterial {
  annotations: readonly Annotation[];
  articles: readonly StoredArticle[];
  /** What people said in the register of the programmes they cite. */
  entries?: readonly ProgrammeEntry[];
  /** The articles cited, by their ids, where the pack's style is another than the Vietnamese one and can be used. */
  citations?: ReadonlyMap<string, string> | undefined;
}

type ItemOf<Type extends PackItem['type']> = Extract<PackItem, { type: Type }>;

/** Looks up all that a pack names, and numbers its sources and questions in the order of reading. */
export function resolvePack(pack: Pack, material: PackMaterial, words: Words): PackContent {
  return new Resolver(pack, material, words).content();
}

class Resolver {
  readonly #pack: Pack;
  readonly #words: Words;
  readonly #annotations: ReadonlyMap<string, Annotation>;
  readonly #articles: ReadonlyMap<string, StoredArticle>;
  readonly #sources = new SourceList();
  readonly #lines: ReadonlyMap<string, string>;
  readonly #citations: Citation[] = [];
  readonly #entries: readonly ProgrammeEntry[];
  readonly #answers: Answer[] = [];
  readonly #leftOut: LeftOut[] = [];
  #questions = 0;

  constructor(pack: Pack, material: PackMaterial, words: Words) {
    const { annotations, articles, entries = [], citations = new Map() } = material;
    this.#pack = pack;
    this.#lines = citations;
    this.#entries = entries;
    this.#words = words;
    const kept = annotations.filter(({ deleted }) => !deleted);
    this.#annotations = new Map(kept.map((annotation) => [annotation.id, annotation]));
    this.#articles = new Map(articles.map((article) => [article.id, article]));
  }

  content(): PackContent {
    const { title, subtitle, author, organisation, dated, ...pack } = this.#pack;
    const sections = pack.sections.map((section) => ({
      id: section.id,
      title: section.title,
      introduction: paragraphsOf(section.introduction),
      items: section.items.flatMap((item) => this.#item(item) ?? []),
    }));
    return {
      id: pack.id,
      cover: { title, subtitle, author, organisation, dated },
      introduction: paragraphsOf(pack.introduction),
      parts: pack.parts,
      paper: pack.paper,
      sections,
      glossary: glossaryOf(this.#citations, this.#entries),
      answers: this.#answers,
      sources: this.#sources.sources,
      leftOut: this.#leftOut,
    };
  }

  #item(item: PackItem): ItemContent | undefined {
    if (item.type === 'excerpt') return this.#excerpt(item);
    if (item.type === 'article') return this.#article(item);
    if (item.type === 'figures') return this.#figures(item);
    if (item.type === 'question') return this.#question(item);
    const { type, id } = item;
    return { type, id, paragraphs: paragraphsOf(item.text) };
  }

  #excerpt({ type, id, annotationId, remark }: ItemOf<'excerpt'>): ExcerptContent | undefined {
    const annotation = this.#printable(id, annotationId);
    if (!annotation) return undefined;
    const words = this.#words;
    const { mention, target, note } = annotation;
    const link = passageLink(target.source, quoteOf(annotation));
    return {
      type,
      id,
      annotationId,
      quote: partQuote(annotation),
      facts: mention ? mentionFacts(words, mention) : [],
      checks: checksOf(annotation).map((check) => describeCheck(check, words)),
      note: paragraphsOf(note),
      remark: paragraphsOf(remark),
      source: this.#cite(annotation),
      ...(link && { link }),
      state: stateOf(annotation),
      verdict: verifyExcerpt(annotation, this.#articles.get(annotation.articleId)),
    };
  }

  #article({ type, id, articleId, remark }: ItemOf<'article'>): ArticleContent | undefined {
    const article = this.#articles.get(articleId);
    if (!article) {
      this.#leftOut.push({ itemId: id, reason: 'gone' });
      return undefined;
    }
    const { title, byline, siteName, publishedTime, url } = article;
    const outlet = siteName || article.source;
    const marked = [...this.#annotations.values()].filter(
      (each) => each.articleId === articleId && this.#isAllowed(each),
    );
    const source = this.#source(articleId, url);
    for (const annotation of marked) this.#cite(annotation);
    return {
      type,
      id,
      articleId,
      title,
      ...(byline && { byline }),
      ...(outlet && { outlet }),
      ...(publishedTime && { published: formatDay(publishedTime) }),
      paragraphs: markedParagraphs(article, marked),
      remark: paragraphsOf(remark),
      source,
    };
  }

  #figures({ type, id, title, annotationIds, chart }: ItemOf<'figures'>): FiguresContent {
    const figures = annotationIds.flatMap((annotationId) => {
      const annotation = this.#printable(id, annotationId);
      return (annotation && tableFigure(annotation, this.#cite(annotation), this.#words)) ?? [];
    });
    return {
      type,
      id,
      title,
      rows: figures.map(({ row }) => row),
      charts: chart ? chartFigures(figures) : [],
    };
  }

  #question({ type, id, question, answer, annotationId }: ItemOf<'question'>): QuestionContent {
    const number = ++this.#questions;
    const from = annotationId === undefined ? undefined : this.#annotations.get(annotationId);
    const [asked, answered] = [paragraphsOf(question), paragraphsOf(answer)];
    const source = from && this.#cite(from);
    if (answered.length > 0) {
      this.#answers.push({ number, answer: answered, ...(source && { source }) });
    }
    return { type, id, number, question: asked, hasAnswer: answered.length > 0 };
  }

  /** An excerpt that may be written; another is told as left out. */
  #printable(itemId: string, annotationId: string): Annotation | undefined {
    const annotation = this.#annotations.get(annotationId);
    if (annotation && this.#isAllowed(annotation)) return annotation;
    this.#leftOut.push({ itemId, reason: annotation ? 'not-approved' : 'gone' });
    return undefined;
  }

  #isAllowed(annotation: Annotation): boolean {
    return !this.#pack.onlyApproved || stateOf(annotation) === 'approved';
  }

  /** Gives the number of an excerpt's source, and remembers the programme it cites. */
  #cite(annotation: Annotation): number {
    const { articleId, target } = annotation;
    const source = this.#source(articleId, target.source);
    const excerpt = citingExcerpt(annotation, this.#articles.get(articleId));
    if (excerpt) this.#citations.push({ excerpt, source });
    return source;
  }

  #source(articleId: string, address: string): number {
    const [article, citation] = [this.#articles.get(articleId), this.#lines.get(articleId)];
    return this.#sources.numberOf(articleId, address, { article, citation });
  }
}

/** `"Một\n\n Hai "` → `["Một", "Hai"]` */
function paragraphsOf(text: string): Paragraphs {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.filter(Boolean);
}

function markedParagraphs(
  article: StoredArticle,
  annotations: readonly Annotation[],
): ArticlePart[][] {
  const places = annotations.map((annotation) => placeOf(annotation, article));
  const blocks = markedBlocks(article.text, places);
  const filled = blocks.filter((parts) => parts.some(({ text }) => text.trim() !== ''));
  return filled.map((parts) =>
    parts.map(({ text, excerpts, mentions }) => {
      const [first] = mentions;
      const mention = first === undefined ? undefined : annotations[first]?.mention?.type;
      return { text, isExcerpt: excerpts.length > 0, ...(mention && { mention }) };
    }),
  );
}

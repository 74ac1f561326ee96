import type { Annotation, Article, StoredArticle } from '../lib/core/annotation.ts';
import {
  askForBlank,
  blankCandidates,
  blankQuestions,
  usualBlanks,
} from '../lib/core/pack/blank-questions.ts';
import type { PackContent, WritePack } from '../lib/core/pack/pack-content.ts';
import type { Pack, PackSection } from '../lib/core/pack/pack.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { clipAll } from './clipped-corpus.ts';
import { NOW, words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

/** What an article of a pack is, beside its text. */
export type About = Partial<Article> & {
  file: string;
  /** Title of its section, where it is not the article's. */
  theme?: string;
};

const MOST_EXCERPTS = 4;
const MOST_QUESTIONS = 4;

/** A pack with the records it names. */
export interface PackedCollection {
  pack: Pack;
  annotations: Annotation[];
  articles: StoredArticle[];
}

/** A pack of articles: of each its excerpts and its whole text; then a table with charts, and questions. */
export async function packArticles(
  folder: URL,
  about: readonly About[],
  fields: Partial<Pack> = {},
): Promise<PackedCollection> {
  const clipped = await clipAll(folder, (name) => about.find(({ file }) => file === name));
  const { articles } = clipped;
  const annotations = clipped.annotations.map(approved);
  const made = pack(
    [
      ...articles.map((article) => ({
        ...articleSection(article, annotations),
        title: about.find(({ file }) => article.url.endsWith(`/${file}`))?.theme ?? article.title,
      })),
      figuresSection(annotations),
      questionsSection(annotations),
    ],
    fields,
  );
  return { pack: made, annotations, articles };
}

/** A pack as it is written. */
export function contentOf({ pack, ...material }: PackedCollection): PackContent {
  return resolvePack(pack, material, words);
}

/** Writes a pack whole. */
export async function packBytes(
  write: WritePack,
  content: PackContent,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  for await (const part of write(content, { now: NOW, words })) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** As `packBytes`, read as UTF-8. */
export async function packText(write: WritePack, content: PackContent): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await packBytes(write, content));
}

function approved(annotation: Annotation): Annotation {
  return { ...annotation, review: { state: 'approved', at: NOW.toISOString(), by: 'Lan' } };
}

function articleSection(article: StoredArticle, annotations: readonly Annotation[]): PackSection {
  const own = annotations.filter(({ articleId }) => articleId === article.id);
  const excerpts = spread(own, MOST_EXCERPTS).map(({ id }, at) =>
    item({
      type: 'excerpt',
      annotationId: id,
      remark: at === 0 ? 'Con số này nói lên điều gì? Hãy so với đơn vị của đồng chí.' : '',
    }),
  );
  const whole = item({
    type: 'article',
    articleId: article.id,
    remark: 'Đọc kỹ cả bài trước buổi sinh hoạt.',
  });
  return {
    ...section(article.title, [...excerpts, whole]),
    introduction: 'Phần này có các trích đoạn chính, rồi toàn văn bài viết.',
  };
}

function figuresSection(annotations: readonly Annotation[]): PackSection {
  const percentages = annotations.filter(({ mention }) => mention?.kind === 'percentage');
  const counts = annotations.filter(({ mention }) => mention?.kind === 'count');
  const table = (title: string, of: readonly Annotation[]) =>
    item({ type: 'figures', title, annotationIds: of.map(({ id }) => id), chart: true });
  return section('Số liệu tổng hợp', [
    item({
      type: 'text',
      text: 'Các số liệu dưới đây lấy nguyên từ bài viết.\nNguồn ghi ở cột cuối.',
    }),
    table('Các tỷ lệ phần trăm', percentages.slice(0, 12)),
    table('Các số đếm', counts.slice(0, 24)),
  ]);
}

function questionsSection(annotations: readonly Annotation[]): PackSection {
  const candidates = blankCandidates(annotations);
  const blanks = blankQuestions(annotations, usualBlanks(candidates));
  return section('Câu hỏi thảo luận', [
    ...spread(blanks, MOST_QUESTIONS).map(({ sentence, answer, annotationId }) =>
      item({
        type: 'question',
        question: askForBlank(sentence, words),
        answer,
        annotationId,
      }),
    ),
    item({
      type: 'question',
      question: 'Cách làm nào trong các bài có thể áp dụng ở chi bộ của đồng chí? Vì sao?',
      answer: 'Trả lời tự do; cần nêu được ít nhất một cách làm và điều kiện để áp dụng.',
    }),
  ]);
}

/** So many of a list, from all over it. */
function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_, at) => at % step === 0).slice(0, most);
}

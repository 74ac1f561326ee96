import type { Annotation, Article, StoredArticle } from '../lib/core/annotation.ts';
import { stamped } from '../lib/core/collection/revision.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { describeQuote } from '../lib/core/selector.ts';
import { sentenceAround } from '../lib/core/sentence.ts';
import { digest, nextId, NOW } from './sample-collection.ts';

/** An article with all its figures clipped, each with its sentence, as a reader would have them. */
export interface Clipped {
  article: StoredArticle;
  annotations: Annotation[];
}

/** Clips every figure that the recogniser finds in an article's text. */
export async function clipFigures(fields: Partial<Article> & { text: string }): Promise<Clipped> {
  const given = { title: '', url: 'https://bao.example.vn/bai.html', origins: {}, ...fields };
  const article = await storedArticle(given, NOW.toISOString(), digest);
  const { text, url, publishedTime } = article;
  const { mentions } = recognise(text, { ...(publishedTime && { publishedTime }) });
  const annotations = mentions.flatMap((mention) => {
    if (mention.type !== 'figure') return [];
    const sentence = sentenceAround(text, mention);
    return stamped({
      id: nextId(),
      articleId: article.id,
      target: { source: url, selector: describeQuote(text, sentence) },
      mention: {
        ...mention,
        start: mention.start - sentence.start,
        end: mention.end - sentence.start,
      },
      tags: [],
      note: '',
      created: NOW.toISOString(),
      modified: NOW.toISOString(),
    });
  });
  return { article, annotations };
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Annotation, Article, StoredArticle } from '../lib/core/annotation.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { draftAnnotation } from '../lib/core/draft.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { sentenceAround } from '../lib/core/sentence.ts';
import { article, digest, NOW } from './sample-collection.ts';

/**
 * Clips every mention of every article of a folder of texts, as a reader would one by one.
 * @param about what a file's article is beside its text; nothing for a file to be passed over
 */
export async function clipAll(
  folder: URL,
  about: (name: string) => Partial<Article> | undefined = (name) => ({ title: name }),
): Promise<{ annotations: Annotation[]; articles: StoredArticle[] }> {
  const annotations: Annotation[] = [];
  const articles: StoredArticle[] = [];
  let serial = 0;
  const random = (bytes: number) =>
    new Uint8Array(bytes).map((_, at) => (serial >> (8 * (bytes - 1 - at))) & 255);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const known = about(name);
    if (!known) continue;
    const text = readFileSync(new URL(name, folder), 'utf8').normalize('NFC');
    const url = `https://bao.example.vn/${name}`;
    const read = article({ url, text, ...known });
    const stored = await storedArticle(read, NOW.toISOString(), digest);
    articles.push(stored);
    for (const mention of recognise(text).mentions) {
      serial++;
      const sentence = sentenceAround(text, mention);
      const world = { now: () => new Date(NOW.getTime() + serial), random };
      const draft = draftAnnotation(read, sentence, mention, { tags: [], note: '' }, world);
      annotations.push({ ...draft, articleId: stored.id });
    }
  }
  return { annotations, articles };
}

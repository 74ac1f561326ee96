import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Article, Recognition } from '../lib/core/annotation.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { readArticle } from '../lib/dom/article.ts';
import { readPageFile } from './page-file.ts';

/** What `annotate` prints for a file it could read. */
export type Annotated = { file: string; text: string } & Recognition &
  Partial<Pick<Article, 'title' | 'byline' | 'publishedTime' | 'siteName' | 'source'>>;

/** What `annotate` prints for one it could not. */
export interface Failed {
  file: string;
  error: string;
}

const REFUSALS = {
  'list-page': 'Đây là trang danh sách hoặc trang chủ, không phải một bài viết.',
  'no-article': 'Không thấy bài viết nào trên trang này.',
  'too-large': 'Trang quá lớn, không đọc được.',
};

/**
 * Recognises the figures and programmes of a file: a saved page's article, or a text file in NFC to the character.
 * A file that cannot be read, and a page that is no article, give an error instead of throwing.
 */
export async function annotateFile(file: string): Promise<Annotated | Failed> {
  try {
    return /^\.html?$/i.test(extname(file)) ? await annotatePage(file) : await annotateText(file);
  } catch (error) {
    return { file, error: `Không đọc được tệp: ${error instanceof Error ? error.message : error}` };
  }
}

async function annotatePage(file: string): Promise<Annotated | Failed> {
  const { document, url } = await readPageFile(file);
  const reading = readArticle(document, url);
  if (!reading.ok) return { file, error: `${reading.reason}: ${REFUSALS[reading.reason]}` };
  const { title, byline, publishedTime, siteName, source, text } = reading.article;
  return {
    file,
    title,
    ...(byline && { byline }),
    ...(publishedTime && { publishedTime }),
    ...(siteName && { siteName }),
    ...(source && { source }),
    text,
    ...recognise(text, { publishedTime }),
  };
}

async function annotateText(file: string): Promise<Annotated> {
  const bytes = await readFile(file);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const composed = text.normalize('NFC');
  return { file, text: composed, ...recognise(composed) };
}

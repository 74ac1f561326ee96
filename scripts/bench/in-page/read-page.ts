import { Readability } from '@mozilla/readability';
import { readArticle } from '../../../lib/dom/article.ts';
import { createHighlighter } from '../../../lib/dom/highlighter.ts';
import { markArticle } from '../../../lib/dom/marked-article.ts';
import { request } from '../../../lib/platform/messages.ts';
import { median, sideBySide } from '../side-by-side.ts';
import { flush, openFrame } from './frame.ts';

const URL = 'https://example.org/bai-viet-1.html';
const ROUNDS = 9;

export interface ReadingTimes {
  /** Read, recognise and paint over `Readability.parse()` alone. */
  ratio: number;
  /** Milliseconds, as are the next two. */
  ours: number;
  readability: number;
  /** Of `ours`, the background's part with the way there and back. */
  recognise: number;
  mentions: number;
}

/** Times a page with the code and the background that readers have; `undefined` where the page is no article. */
export async function timeReading(html: string): Promise<ReadingTimes | undefined> {
  const { document, view, remove } = await openFrame(html);
  const highlighter = createHighlighter(view);
  const isArticle = readArticle(document, URL).ok;
  if (!isArticle || !highlighter) {
    remove();
    return undefined;
  }
  const recognise: number[] = [];
  let mentions = 0;
  const ours = async () => {
    const reading = readArticle(document, URL);
    if (!reading.ok) throw new Error('a page that was read was then refused');
    const { text, publishedTime } = reading.article;
    const asked = performance.now();
    const recognition = await request('recognise', { text, publishedTime });
    recognise.push(performance.now() - asked);
    mentions = recognition.mentions.length;
    markArticle(reading, recognition).paint(highlighter, {
      clips: new Map(),
      skips: new Map(),
      current: undefined,
    });
    flush(document);
  };
  let copy = document;
  const { ratio, first, second } = await sideBySide(ours, () => new Readability(copy).parse(), {
    rounds: ROUNDS,
    // Readability eats the document it is given; the copy is not counted against it.
    prepare: () => (copy = document.cloneNode(true) as Document),
  });
  remove();
  return { ratio, ours: first, readability: second, recognise: median(recognise), mentions };
}

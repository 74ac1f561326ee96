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
  /** Milliseconds, as are all that follow but the last. */
  ours: number;
  readability: number;
  /** The parts of `ours`: reading, the background with the way there and back, painting with the layout it causes. */
  read: number;
  recognise: number;
  paint: number;
  /** The way there and back alone, for a text without a word. */
  way: number;
  mentions: number;
}

/**
 * Times a page with the code and the background that readers have, both sides again and again in one page that is laid
 * out; the copy that Readability is given to eat is not counted. `undefined` where the page is no article.
 */
export async function timeReading(html: string): Promise<ReadingTimes | undefined> {
  const { document, view, remove } = await openFrame(html);
  const highlighter = createHighlighter(view);
  const isArticle = readArticle(document, URL).ok;
  if (!isArticle || !highlighter) {
    remove();
    return undefined;
  }
  const read: number[] = [];
  const recognise: number[] = [];
  const paint: number[] = [];
  let mentions = 0;
  const ours = async () => {
    const begun = performance.now();
    const reading = readArticle(document, URL);
    if (!reading.ok) throw new Error('a page that was read was then refused');
    const { text, publishedTime } = reading.article;
    const asked = performance.now();
    const recognition = await request('recognise', { text, publishedTime });
    const answered = performance.now();
    mentions = recognition.mentions.length;
    markArticle(reading, recognition).paint(highlighter, {
      clips: new Map(),
      skips: new Map(),
      current: undefined,
    });
    flush(document);
    read.push(asked - begun);
    recognise.push(answered - asked);
    paint.push(performance.now() - answered);
  };
  let copy = document;
  const { ratio, first, second } = await sideBySide(ours, () => new Readability(copy).parse(), {
    rounds: ROUNDS,
    prepare: () => (copy = document.cloneNode(true) as Document),
  });
  remove();
  return {
    ratio,
    ours: first,
    readability: second,
    read: median(read),
    recognise: median(recognise),
    paint: median(paint),
    way: await timeWay(),
    mentions,
  };
}

async function timeWay(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await request('recognise', { text: '' });
    times.push(performance.now() - start);
  }
  return median(times);
}

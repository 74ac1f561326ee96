import { CitationStyleError, type Cite, type CitationStyle } from '../core/cite/citation-style.ts';
import type { Cited } from '../core/citation.ts';

/** To the worker: articles, the style to cite them in, and where to answer. */
export interface CitingOrder {
  style: CitationStyle;
  articles: readonly Cited[];
  port: MessagePort;
}

/** From the worker: a line an article, or that the style cannot be used. */
export type CitingAnswer = { lines: readonly string[] } | 'failed';

/** What cites in a style; rejects with `CitationStyleError` where the style or the processor fails. */
export type CiteIn = (style: CitationStyle) => Cite;

/** How long a worker that nobody asks anything is kept. */
export const IDLE_MS = 60_000;

/**
 * Cites in a worker of its own: the processor of styles is as large as all the rest of the program, and is read for none
 * but those who ask for a style. The worker starts with the first articles, and ends when it has been idle for a minute,
 * when the signal is aborted, or with the thread that started it.
 */
export function citingWorker(ended?: AbortSignal): CiteIn {
  let running: Worker | undefined;
  let asks = 0;
  const start = () => {
    const worker = new Worker('/citing-worker.js');
    // One that failed would leave the next articles without an answer.
    worker.addEventListener('error', () => (running = undefined));
    ended?.addEventListener('abort', () => worker.terminate());
    return worker;
  };
  const endIfIdle = (worker: Worker, asksThen: number) => {
    if (asks !== asksThen) return;
    worker.terminate();
    running = undefined;
  };
  return (style) => async (articles) => {
    const worker = (running ??= start());
    const thisAsk = ++asks;
    try {
      return await ask(worker, style, articles.map(withoutText));
    } finally {
      setTimeout(() => endIfIdle(worker, thisAsk), IDLE_MS);
    }
  };
}

async function ask(
  worker: Worker,
  style: CitationStyle,
  articles: readonly Cited[],
): Promise<readonly string[]> {
  const { port1, port2: port } = new MessageChannel();
  const answered = new AbortController();
  const { signal } = answered;
  try {
    return await new Promise((resolve, reject) => {
      const fail = () => reject(new CitationStyleError('unusable'));
      const hear = ({ data: answer }: MessageEvent<CitingAnswer>) => {
        if (answer === 'failed') fail();
        else resolve(answer.lines);
      };
      port1.addEventListener('message', hear, { signal });
      worker.addEventListener('error', fail, { signal });
      port1.start();
      worker.postMessage({ style, articles, port } satisfies CitingOrder, [port]);
    });
  } finally {
    answered.abort();
    port1.close();
  }
}

/** An article's text is the most of it. */
function withoutText(article: Cited): Cited {
  const { title, byline, siteName, source, publishedTime, url, captured } = article;
  return { title, byline, siteName, source, publishedTime, url, captured };
}

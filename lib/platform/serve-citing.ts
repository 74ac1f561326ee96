import { renderCitations } from '../core/cite/render-citations.ts';
import type { CitingAnswer, CitingOrder } from './citing-worker.ts';

/** The worker's own side of the channel. */
interface Door {
  addEventListener(type: 'message', heard: (event: MessageEvent<CitingOrder>) => void): void;
}

/** Cites the articles of each order, and answers through its port. */
export function serveCiting(door: Door): void {
  door.addEventListener('message', ({ data: { style, articles, port } }) =>
    port.postMessage(answerTo({ style, articles })),
  );
}

function answerTo({ style, articles }: Omit<CitingOrder, 'port'>): CitingAnswer {
  try {
    return { lines: renderCitations(articles, style) };
  } catch {
    return 'failed';
  }
}

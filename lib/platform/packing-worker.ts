import { deflate, type Deflate, type PackedPart, type Pieces } from '../core/export/zip-stream.ts';

/** Pieces on their way to the worker: enough that it never waits for more while this thread is at something else. */
const MOST_UNDERWAY = 32;

/** To the worker: a piece of a text, or that there is no more. */
type Order = { piece: string } | 'end';

/** From the worker: what is packed, that it took a piece, or why it packs no more. */
type Answer = { packed: PackedPart } | 'taken' | { error: unknown };

/** The worker's own side of the channel; each text has a port of its own. */
interface Door {
  addEventListener(type: 'message', heard: (event: MessageEvent<MessagePort>) => void): void;
}

/**
 * Packs in a worker of its own, so that the next rows are written while the last are packed: browsers pack on the thread
 * that asks for it. The worker starts with the first text and ends with the thread that started it.
 */
export function packingWorker(): Deflate {
  let running: Worker | undefined;
  const start = () => {
    const worker = new Worker('/packing-worker.js');
    // One that failed would leave the next text without an answer.
    worker.addEventListener('error', () => (running = undefined));
    return worker;
  };
  return (text) => {
    const worker = (running ??= start());
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(port2, [port2]);
    return packThrough(port1, worker, text);
  };
}

async function* packThrough(port: MessagePort, worker: Worker, text: Pieces): ReturnType<Deflate> {
  const underway = new Underway();
  const packed = new ReadableStream<PackedPart>({
    start(controller) {
      const fail = (error: unknown) => controller.error(error);
      port.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
        if (answer === 'taken') underway.less();
        else if ('error' in answer) fail(answer.error);
        else controller.enqueue(answer.packed);
      });
      port.start();
      worker.addEventListener('error', ({ message }) => fail(new Error(message)));
      sendText(port, text, underway).catch(fail);
    },
  });
  const reader = packed.getReader();
  try {
    for (;;) {
      const { value } = await reader.read();
      if (value instanceof Uint8Array) yield value;
      else if (value) return value;
    }
  } finally {
    underway.stop();
    port.close();
  }
}

/** Counts what is on its way, and has whoever would send more wait. */
class Underway {
  isOver = false;
  #count = 0;
  #goOn = () => {};

  more(): Promise<void> | undefined {
    if (++this.#count < MOST_UNDERWAY) return undefined;
    return new Promise((resolve) => (this.#goOn = resolve));
  }

  less(): void {
    this.#count--;
    this.#goOn();
  }

  stop(): void {
    this.isOver = true;
    this.#goOn();
  }
}

async function sendText(port: MessagePort, text: Pieces, underway: Underway): Promise<void> {
  for await (const piece of text) {
    port.postMessage({ piece } satisfies Order);
    await underway.more();
    if (underway.isOver) return;
  }
  port.postMessage('end' satisfies Order);
}

/** Packs each text that comes through the ports it is sent. */
export function servePacking(door: Door): void {
  door.addEventListener('message', ({ data: port }) => void packFrom(port));
}

async function packFrom(port: MessagePort): Promise<void> {
  const answer = (what: Answer) => port.postMessage(what);
  try {
    const packing = deflate(piecesFrom(port, () => answer('taken')));
    let step = await packing.next();
    for (; !step.done; step = await packing.next()) answer({ packed: step.value });
    answer({ packed: step.value });
  } catch (error) {
    answer({ error });
  }
}

async function* piecesFrom(port: MessagePort, took: () => void): AsyncGenerator<string> {
  const pieces = new ReadableStream<string>({
    start(controller) {
      port.addEventListener('message', ({ data: order }: MessageEvent<Order>) => {
        if (order === 'end') controller.close();
        else controller.enqueue(order.piece);
      });
      port.start();
    },
  });
  const reader = pieces.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    yield step.value;
    took();
  }
}

import type { LibraryDesk, LibraryStatus } from '../core/collection/library-desk.ts';
import type { LabelOf } from '../core/collection/search-index.ts';
import { openDatabase } from './database.ts';
import { LibraryService } from './library-service.ts';
import type { StorageError } from './storage-error.ts';

/** What the interface calls the values that are stored as codes, by name of the value and code. */
export type Labels = Partial<Record<string, Record<string, string>>>;

type Asked =
  | { type: 'start'; labels: Labels }
  | { type: 'ask'; id: number; name: keyof LibraryDesk; args: readonly unknown[] }
  /** The reader's name, which a worker cannot read for itself. */
  | { type: 'name'; name: string | undefined };

type Told =
  | { type: 'status'; status: LibraryStatus }
  | { type: 'failure'; messageKey: StorageError['messageKey'] }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'refusal'; id: number; messageKey: string };

/** An end of the channel: a worker as its page sees it, or the worker's own scope. */
interface Port<Sent, Heard> {
  postMessage(message: Sent, options?: { transfer: Transferable[] }): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<Heard>) => void): void;
}

/** The worker's end: answers what the page asks of the collection. */
export function serveLibrary(port: Port<Told, Asked>): void {
  let service: LibraryService | undefined;
  let name: string | undefined;
  const failed = ({ messageKey }: StorageError) =>
    port.postMessage({ type: 'failure', messageKey });
  const start = (labels: Labels) => {
    const labelOf: LabelOf = (kind, value) => labels[kind]?.[value];
    service = new LibraryService(openDatabase(), () => new Date(), {
      readerName: () => Promise.resolve(name),
      labelOf,
    });
    service.start((status) => port.postMessage({ type: 'status', status }), failed).catch(failed);
  };
  port.addEventListener('message', ({ data: asked }) => {
    if (asked.type === 'start') start(asked.labels);
    else if (asked.type === 'name') name = asked.name;
    else if (service) void answer(port, service, asked);
  });
}

async function answer(
  port: Port<Told, Asked>,
  service: LibraryService,
  { id, name, args }: Extract<Asked, { type: 'ask' }>,
): Promise<void> {
  try {
    const ask = service[name] as (...args: readonly unknown[]) => Promise<unknown>;
    port.postMessage({ type: 'answer', id, value: await ask.apply(service, [...args]) });
  } catch (error) {
    const { messageKey = 'error_unexpected' } = error as { messageKey?: string };
    port.postMessage({ type: 'refusal', id, messageKey });
  }
}

/** A question that could not be answered, in the words of whoever could not. */
class Refusal extends Error {
  override name = 'Refusal';
  readonly messageKey: string;

  constructor(messageKey: string) {
    super(messageKey);
    this.messageKey = messageKey;
  }
}

interface Answer {
  resolve: (value: unknown) => void;
  reject: (error: Refusal) => void;
}

/** The page's end. */
export interface LibraryChannel {
  desk: LibraryDesk;
  /** Opens the collection; both are told again and again. */
  start: (
    labels: Labels,
    heard: (status: LibraryStatus) => void,
    failed: (messageKey: StorageError['messageKey']) => void,
  ) => void;
  /** Who is to be named as having done what is done from now on. */
  signAs: (name: string | undefined) => void;
}

const QUESTIONS = [
  'find',
  'ids',
  'excerpts',
  'countOutgoing',
  'firstOutgoing',
  'sendOutgoing',
  'history',
  'edit',
  'complete',
  'editMany',
  'review',
  'trash',
  'restore',
  'undo',
  'conflicts',
  'resolve',
  'previewCsv',
  'takeCsv',
  'choices',
  'choose',
  'listArticles',
  'openArticle',
  'correctArticle',
  'reprints',
  'joinReprint',
  'partReprint',
  'programmes',
  'series',
] as const satisfies readonly (keyof LibraryDesk)[];

/** Connects the page with the worker that serves the library. */
export function connectLibrary(port: Port<Asked, Told>): LibraryChannel {
  const waiting = new Map<number, Answer>();
  let last = 0;
  let hear: ((told: Told) => void) | undefined;
  port.addEventListener('message', ({ data: told }) => {
    if (told.type === 'answer') waiting.get(told.id)?.resolve(told.value);
    else if (told.type === 'refusal') waiting.get(told.id)?.reject(new Refusal(told.messageKey));
    else return hear?.(told);
    waiting.delete(told.id);
  });
  const ask = (name: keyof LibraryDesk, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      const transfer = args.filter((arg) => arg instanceof MessagePort);
      port.postMessage({ type: 'ask', id, name, args }, { transfer });
    });
  const desk = Object.fromEntries(
    QUESTIONS.map((name) => [name, (...args: readonly unknown[]) => ask(name, args)]),
  );
  return {
    // The names are those of the desk, each asked for what the desk answers.
    desk: desk as unknown as LibraryDesk,
    start: (labels, heard, failed) => {
      hear = (told) => {
        if (told.type === 'status') heard(told.status);
        if (told.type === 'failure') failed(told.messageKey);
      };
      port.postMessage({ type: 'start', labels });
    },
    signAs: (name) => port.postMessage({ type: 'name', name }),
  };
}

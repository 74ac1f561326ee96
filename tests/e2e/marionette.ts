import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void };

/** Firefox's own automation protocol: `LENGTH:JSON` frames over a loopback socket. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #rest = Buffer.alloc(0);
  #last = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone'));
      this.#waiting.clear();
    });
  }

  /** Waits for a Firefox to listen on the port, and begins a session with it in the browser's own context. */
  static async start(port: number): Promise<Marionette> {
    const socket = await until(`Firefox on port ${port}`, () => dial(port));
    const marionette = new Marionette(socket);
    await marionette.send('WebDriver:NewSession', {});
    await marionette.send('WebDriver:SetTimeouts', { script: 120_000, pageLoad: 120_000 });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return marionette;
  }

  /** Sends one command. @throws Error with Firefox's words. */
  async send<T = unknown>(name: string, parameters: object = {}): Promise<T> {
    const id = ++this.#last;
    const reply = new Promise<T>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const frame = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(frame)}:${frame}`);
    return reply;
  }

  /**
   * Runs the source of a function with the browser's own rights; arguments and result travel as JSON text,
   * so that Marionette does not take references to a page's elements for its own.
   */
  async run<T>(source: string, ...args: unknown[]): Promise<T> {
    const script = `const [args, done] = arguments;
      Promise.resolve().then(() => (${source})(...JSON.parse(args))).then(
        (result) => done(JSON.stringify({ result })),
        (error) => done(JSON.stringify({ error: String(error) })),
      );`;
    const { value } = await this.send<{ value: string }>('WebDriver:ExecuteAsyncScript', {
      script,
      args: [JSON.stringify(args)],
      sandbox: null,
    });
    const { result, error } = JSON.parse(value) as { result: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }

  end(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const colon = this.#rest.indexOf(':');
      const end = colon + 1 + Number(this.#rest.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || this.#rest.length < end) return;
      const frame: unknown = JSON.parse(this.#rest.subarray(colon + 1, end).toString());
      this.#rest = this.#rest.subarray(end);
      if (Array.isArray(frame)) this.#answer(frame as [number, number, Error | null, unknown]);
    }
  }

  #answer([, id, error, result]: [number, number, Error | null, unknown]): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result as never);
  }
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

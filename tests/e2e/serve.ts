import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** A loopback site. */
export interface Site {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly url: string;
  /** Serves this text at the path from now on, with extra headers if any; `/a.html` may be put again and again. */
  put(pathname: string, body: string | Buffer, headers?: Record<string, string>): string;
  /** Serves a file of this machine at the path. */
  putFile(pathname: string, file: string): string;
  /** Begins an answer at the path, and never ends it. */
  stall(pathname: string): string;
  close(): Promise<void>;
}

/** Starts a server on a free loopback port; what was not put is 404. */
export async function serve(): Promise<Site> {
  const pages = new Map<string, { body: string | Buffer; headers: Record<string, string> }>();
  const stalled = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    if (stalled.has(pathname)) {
      response.writeHead(200, { 'content-type': TYPES['.html'] });
      // Browsers show nothing of a page before a little of it has come.
      return response.write(`<!doctype html><p>đang tải${' '.repeat(4096)}`);
    }
    const page = pages.get(pathname);
    response.writeHead(page ? 200 : 404, page?.headers ?? { 'content-type': 'text/plain' });
    return response.end(page?.body ?? 'không có trang này');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const put: Site['put'] = (pathname, body, headers = {}) => {
    const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
    const defaults = { 'content-type': type, 'cache-control': 'no-store' };
    pages.set(pathname, { body, headers: { ...defaults, ...headers } });
    return url + pathname;
  };
  return {
    url,
    put,
    stall(pathname) {
      stalled.add(pathname);
      return url + pathname;
    },
    putFile: (pathname, file) => put(pathname, readFileSync(file)),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

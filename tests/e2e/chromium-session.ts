import type { CDPSession } from 'playwright-core';

/** Sends one command of the Chrome DevTools Protocol to one target. */
export type Send = <T = unknown>(method: string, params?: object) => Promise<T>;

/** Playwright types the commands it knows; `Extensions` and nested targets are not among them. */
export function sender(session: CDPSession): Send {
  return (method, params) => session.send(method as 'Page.enable', params as undefined) as never;
}

interface Reply {
  id: number;
  result?: unknown;
  error?: { message: string };
}

/** Playwright follows tabs only; side panel and worker are reached by a session nested in the browser's. */
export async function attach(session: CDPSession, targetId: string): Promise<Send> {
  const send = sender(session);
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: false,
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  let last = 0;
  return async (method, params = {}) => {
    const id = ++last;
    const reply = new Promise<Reply>((done) => void waiting.set(id, done));
    const message = JSON.stringify({ id, method, params });
    await send('Target.sendMessageToTarget', { sessionId, message });
    const { result, error } = await reply;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as never;
  };
}

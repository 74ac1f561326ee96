import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';

vi.mock('#imports', () => ({ browser: {} }));

const { createPageLayer } = await import('../entrypoints/content/page-layer.ts');
const { Failure } = await import('../lib/platform/messages.ts');

/** A layer over a page of three mentions, with the card of one open. */
function layerAt(mention: number) {
  const session = { listed: (at: number) => ({ at }), marked: { mentions: [0, 1, 2] } };
  const { document } = new JSDOM('').window;
  const layer = createPageLayer(document, session as never, {} as never);
  layer.showCard(mention);
  return layer;
}

/** A deed that the store refuses, at a moment of the test's choosing. */
function refused() {
  const { promise, reject } = Promise.withResolvers<void>();
  return { work: promise, refuse: () => reject(new Failure('error_not_reached')) };
}

describe('a deed that fails', () => {
  it('is told of in the card it was done in', async () => {
    const layer = layerAt(1);
    const { work, refuse } = refused();
    const attempt = layer.attempt(work);
    refuse();
    await attempt;
    expect(layer.shown()).toMatchObject({ failure: 'error_not_reached', isBusy: false });
    expect(layer.shown().notice).toBeUndefined();
  });

  it.each([
    ['has closed the card', undefined],
    ['is at another mention', 2],
  ])('is told of over the page when the reader %s by then', async (_, then) => {
    const layer = layerAt(1);
    const { work, refuse } = refused();
    const attempt = layer.attempt(work);
    layer.showCard(then);
    refuse();
    await attempt;
    expect(layer.shown().failure).toBeUndefined();
    expect(layer.shown().notice).toEqual({ tone: 'bad', message: 'error_not_reached', args: [] });
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What each message sent is answered with, in turn: a reply, nothing, or a failure of the browser's own. */
const background = vi.hoisted(() => ({ answers: [] as (() => unknown)[], heard: 0 }));
vi.mock('#imports', () => ({
  browser: {
    runtime: {
      sendMessage: async () => {
        background.heard += 1;
        return background.answers.shift()?.();
      },
    },
  },
}));

const { request } = await import('../lib/platform/messages.ts');

const reply = () => ({ ok: true, value: ['trồng rừng'] });
/** An open side panel hears what was meant for the background that ended meanwhile, and says nothing to it. */
const silence = () => undefined;
const refusal = () => {
  throw new Error('Could not establish connection. Receiving end does not exist.');
};

describe('what a page asks of a background put to sleep meanwhile', () => {
  beforeEach(() => void Object.assign(background, { answers: [], heard: 0 }));

  it('is asked again, whether a view stands open or none', async () => {
    for (const lost of [silence, refusal]) {
      background.answers = [lost, reply];
      await expect(request('tags', {})).resolves.toEqual(['trồng rừng']);
    }
  });

  it('fails in words for the reader when nobody answers the second time either', async () => {
    for (const lost of [silence, refusal]) {
      background.answers = [lost, lost];
      await expect(request('tags', {})).rejects.toThrow('error_not_reached');
    }
    expect(background.heard).toBe(4);
  });

  it('is not asked again when the background itself says no', async () => {
    background.answers = [() => ({ ok: false, code: 'error_refused', detail: '' }), reply];
    await expect(request('tags', {})).rejects.toThrow('error_refused');
    expect(background.heard).toBe(1);
  });
});

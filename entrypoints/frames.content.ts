import { browser, defineContentScript } from '#imports';
import type { ScriptContext } from '../lib/platform/script-context.ts';

export default defineContentScript({
  registration: 'runtime',
  main(ctx: ScriptContext) {
    const message = { to: 'background', name: 'frameLoaded', input: {} };
    const tell = () => {
      // Nobody asked for it: a frame that cannot be read is as it would be without us.
      if (ctx.isValid) browser.runtime.sendMessage(message).catch(() => undefined);
    };
    const hear = ({ target }: Event) => {
      if (/^i?frame$/.test((target as Element).localName)) tell();
    };
    // One may have loaded while the page was read.
    tell();
    // A frame's load does not bubble, but comes by here on its way down.
    document.addEventListener('load', hear, { capture: true, signal: ctx.signal });
  },
});

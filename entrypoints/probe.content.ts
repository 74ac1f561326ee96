import { browser, defineContentScript } from '#imports';
// The package's index would bring all of Readability to a script that runs on every page of a listed site.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import type { ScriptContext } from '../lib/platform/script-context.ts';

/** Seconds after a page came, or went on without loading, at which it is looked at: its text may come late. */
const LOOKS = new Set([0, 1, 3, 8]);

export default defineContentScript({
  registration: 'runtime',
  main(ctx: ScriptContext) {
    const message = { to: 'background', name: 'articleFound', input: {} };
    let address: string | undefined;
    let seconds = 0;
    const look = () => {
      if (address !== location.href) [address, seconds] = [location.href, 0];
      const isDue = LOOKS.has(seconds);
      seconds += 1;
      if (!isDue || !isProbablyReaderable(document)) return;
      seconds = Infinity;
      // Nobody asked for it: where it cannot be told, the page is as it would be on any other site.
      browser.runtime.sendMessage(message).catch(() => undefined);
    };
    look();
    // An address changed by script is told to no listener that every browser has.
    ctx.setInterval(look, 1000);
  },
});

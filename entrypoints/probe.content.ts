import { browser, defineContentScript } from '#imports';
// The package's index would bring all of Readability to a script that runs on every page of a listed site.
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';

export default defineContentScript({
  registration: 'runtime',
  main() {
    const message = { to: 'background', name: 'articleFound', input: {} };
    if (!isProbablyReaderable(document)) return;
    // Nobody asked for it: where it cannot be told, the page is as it would be on any other site.
    browser.runtime.sendMessage(message).catch(() => undefined);
  },
});

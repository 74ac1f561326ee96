import { defineContentScript } from '#imports';
import { pickRegion } from '../lib/dom/region-picker.ts';
import { describeRegion } from '../lib/dom/region-selector.ts';
import { localised } from '../lib/platform/localised.ts';
import { request } from '../lib/platform/messages.ts';

export default defineContentScript({
  registration: 'runtime',
  main() {
    // The panel, where the reader asked, still has the keys.
    window.focus();
    // Not awaited: whoever put the script here waits for it to have begun, not for the reader.
    void pickRegion(document, localised('picker_hint')).then((picked) => {
      return picked && request('regionPicked', { selector: describeRegion(picked) });
    });
  },
});

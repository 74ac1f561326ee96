import { defineContentScript } from '#imports';
import { pickRegion } from '../lib/dom/region-picker.ts';
import { describeRegion } from '../lib/dom/region-selector.ts';
import { localised } from '../lib/platform/localised.ts';
import { request } from '../lib/platform/messages.ts';

export default defineContentScript({
  registration: 'runtime',
  async main() {
    // The panel, where the reader asked, still has the keys.
    window.focus();
    const picked = await pickRegion(document, localised('picker_hint'));
    if (picked) await request('regionPicked', { selector: describeRegion(picked) });
  },
});

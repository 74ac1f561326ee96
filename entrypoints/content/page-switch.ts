import { keysFrom } from '../../lib/core/reading-keys.ts';
import type { PageState, Refusal } from '../../lib/core/page-state.ts';
import type { PageSettings } from '../../lib/core/settings.ts';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import { Failure, request } from '../../lib/platform/messages.ts';
import type { controlPage } from './page-controller.ts';
import type { PageLayer } from './page-layer.ts';

/** Puts marks on and takes them off, reading the page when that is first asked for. */
export function createSwitch(
  session: ReadingSession,
  layer: PageLayer,
  control: ReturnType<typeof controlPage>,
) {
  let reading: Promise<void> | undefined;
  /** Without the settings the page is read all the same, in the usual way. */
  const askSettings = async () => {
    const settings = await request('settings', {}).catch(() => undefined);
    if (!settings) return;
    session.reader.region = settings.region;
    applySettings(settings);
  };
  /** Reads once; afterwards the watcher keeps the reading fresh. */
  const read = () => (reading ??= askSettings().then(() => session.read()));
  const applySettings = ({ markStyle, keys }: PageSettings) => {
    layer.setMarkStyle(markStyle);
    control.useKeys(keysFrom(keys));
  };
  return {
    read,
    applySettings,
    /** Waits for the first reading. @throws {Failure} where none was asked for */
    async hasRead(): Promise<void> {
      if (!reading) throw new Failure('error_page_gone');
      await reading;
    },
    /** Gives why there is nothing to mark, where there is not. */
    async turnOn(): Promise<Refusal | undefined> {
      if (!reading) await read();
      // Off, nothing watches the page: what it is now is read as marks go on again.
      else if (!session.isOn) await askSettings().then(() => session.reread());
      layer.draw({ knownTags: await request('tags', {}) });
      session.setOn(session.marked !== undefined);
      const state = session.isOn ? undefined : session.state();
      return state?.status === 'refused' ? state.reason : undefined;
    },
    /** Lets the reader point at what is to be read, with nothing over it. */
    pickRegion() {
      control.close();
      return request('pickRegion', {});
    },
    async useRegion(selector: string | undefined): Promise<void> {
      session.reader.region = selector;
      if (reading) await session.reread();
      else await read();
      session.setOn(session.marked !== undefined);
    },
    turnOff(): void {
      session.setOn(false);
      control.close();
    },
    get status(): PageState['status'] {
      if (!session.marked) return 'refused';
      return session.isOn ? 'on' : 'off';
    },
  };
}

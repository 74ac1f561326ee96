/** A tab of frames, as the background sees it through the browser: what it puts in, and what answers there. */
interface Frame {
  frameId: number;
  /** Letters in sentences: with none, there is no article. */
  prose: number;
  /** Its document never comes to its end, so only what is put in at once runs. */
  isStalled?: boolean;
  reader?: 'put' | 'on' | 'off' | 'refused' | undefined;
}

interface Injection {
  target: { frameIds?: number[] };
  files?: string[];
  args?: string[];
  injectImmediately?: boolean;
}

const ID = 'self';
let frames: Frame[] = [];

export const tab = {
  /** How many scripts the page's process refuses before it learns of the click's permission. */
  refusals: 0,
  /** Each script put in, by its name, and its frame. */
  scripts: [] as { name: string; frameId: number }[],
  /** Whether frames that load are told of. */
  isFollowed: false,
  statusAt: (frameId: number) => frameOf(frameId).reader,
  /** Another document comes in a frame. */
  load(frameId: number, prose: number): void {
    Object.assign(frameOf(frameId), { prose, reader: undefined });
  },
};

/** Starts with a tab of these frames; 0 is the page itself. */
export function resetTab(of: Frame[]): void {
  frames = of;
  Object.assign(tab, { refusals: 0, scripts: [], isFollowed: false });
}

/** The frames that a script was put into, in the order of time. */
export function put(name: string): number[] {
  return tab.scripts.filter((script) => script.name === name).map(({ frameId }) => frameId);
}

/** The little of the browser's API that reading a tab needs. */
export const tabBrowser = {
  runtime: { id: ID },
  tabs: {
    async sendMessage(_: number, { name }: { name: string }, { frameId }: { frameId?: number }) {
      const readers = frames.filter(
        (frame) => frame.reader && frame.frameId === (frameId ?? frame.frameId),
      );
      if (readers.length === 0) throw new Error('Receiving end does not exist.');
      if (readers.length > 1) throw new Error('two readers answer for one page');
      return answer(readers[0] as Frame, name);
    },
  },
  scripting: {
    insertCSS: async () => undefined,
    async executeScript(injection: Injection) {
      const { target, injectImmediately } = injection;
      const reached = target.frameIds ? target.frameIds.map(frameOf) : frames;
      if (!injectImmediately && reached.some(({ isStalled }) => isStalled)) {
        return new Promise(() => undefined);
      }
      const ran = reached.filter(() => tab.refusals-- <= 0);
      // A single frame's refusal is a failure; of several, those that refuse are only missing.
      if (reached.length === 1 && ran.length === 0)
        throw new Error('Cannot access contents of the page.');
      return ran.map((frame) => ({ frameId: frame.frameId, result: run(frame, injection) }));
    },
  },
};

function frameOf(frameId: number): Frame {
  const frame = frames.find((frame) => frame.frameId === frameId);
  if (!frame) throw new Error(`no frame ${frameId}`);
  return frame;
}

function run(frame: Frame, { files, args }: Injection): number | undefined {
  for (const file of files ?? []) {
    const name = file.replace('/content-scripts/', '').replace('.js', '');
    tab.scripts.push({ name, frameId: frame.frameId });
    if (name === 'content') frame.reader = 'put';
    if (name === 'frames') tab.isFollowed = true;
  }
  if (args?.[0] === `${ID}:content`) frame.reader = undefined;
  if (args?.[0] === `${ID}:frames`) tab.isFollowed = false;
  return files || args ? undefined : frame.prose;
}

function answer(frame: Frame, name: string) {
  if (name === 'shown') {
    return frame.reader === 'put'
      ? { ok: false, code: 'error_page_gone', detail: '' }
      : { ok: true, value: { status: frame.reader } };
  }
  const isTurnedOff = name === 'toggle' && frame.reader === 'on';
  frame.reader = frame.prose === 0 ? 'refused' : isTurnedOff ? 'off' : 'on';
  return { ok: true, value: frame.reader === 'on' };
}

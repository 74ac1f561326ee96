import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, parseTagList, Settings } from '../lib/core/settings.ts';

/** As much of the extension's storage as settings use, with the lock that every page of the extension shares. */
const area = vi.hoisted(() => {
  const listeners = new Set<(changes: Record<string, object>) => void>();
  const kept: Record<string, unknown> = {};
  return {
    kept,
    get: async (key: string) => (key in kept ? { [key]: structuredClone(kept[key]) } : {}),
    set: async (values: Record<string, unknown>) => {
      const changes = Object.entries(values).map(([key, newValue]) => {
        const oldValue = kept[key];
        kept[key] = structuredClone(newValue);
        return [key, { oldValue, newValue }] as const;
      });
      for (const heard of listeners) heard(Object.fromEntries(changes));
    },
    onChanged: {
      addListener: (heard: (changes: Record<string, object>) => void) => listeners.add(heard),
      removeListener: (heard: (changes: Record<string, object>) => void) => listeners.delete(heard),
    },
  };
});
vi.mock('#imports', () => ({ browser: { storage: { local: area } } }));

const { changeSettings, onSettingsChange, readSettings } =
  await import('../lib/platform/settings.ts');

beforeEach(() => {
  for (const key of Object.keys(area.kept)) delete area.kept[key];
});

describe('settings as they lie in storage', () => {
  it('are the usual ones where nothing was chosen yet', () => {
    expect(parseSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, isDamaged: false });
  });

  it('lose only the damaged parts: one wrong site does not forget the others', () => {
    const stored = {
      name: 7,
      tags: ['đảng viên', null, 'nông thôn mới'],
      markStyle: 'rainbow',
      sites: { '*.bao.vn': 'ask', 'x.vn': 'sometimes' },
      keys: { clip: 'v', skip: 3 },
    };
    expect(parseSettings(stored)).toEqual({
      settings: {
        ...DEFAULT_SETTINGS,
        tags: ['đảng viên', 'nông thôn mới'],
        sites: { '*.bao.vn': 'ask' },
        keys: { clip: 'v' },
      },
      isDamaged: true,
    });
  });

  it('are whole settings whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Settings.safeParse(parseSettings(stored).settings).success).toBe(true);
      }),
    );
  });

  it('keep what could not be read when something else is changed', async () => {
    const before = { markStyle: 'rainbow', tags: ['đảng viên'] };
    area.kept['settings'] = before;
    await changeSettings(() => ({ name: 'Hà' }));
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, name: 'Hà', tags: ['đảng viên'] });
    expect(area.kept['settings-damaged']).toEqual([before]);
    await changeSettings(() => ({ name: 'Vân' }));
    expect(area.kept['settings-damaged']).toEqual([before]);
  });

  it('keep the fields of a later version', async () => {
    area.kept['settings'] = { name: 'Hà', theme: 'sepia' };
    await changeSettings(() => ({ name: 'Vân' }));
    expect(area.kept['settings']).toMatchObject({ name: 'Vân', theme: 'sepia' });
  });

  it('take both of two changes made at once in two windows', async () => {
    await Promise.all([
      changeSettings(({ sites }) => ({ sites: { ...sites, 'a.vn': 'on' } })),
      changeSettings(({ sites }) => ({ sites: { ...sites, 'b.vn': 'off' } })),
    ]);
    expect((await readSettings()).sites).toEqual({ 'a.vn': 'on', 'b.vn': 'off' });
  });

  it('tell other views what changed, and what it was', async () => {
    const heard = vi.fn();
    const stop = onSettingsChange(heard);
    await changeSettings(() => ({ markStyle: 'underline' }));
    stop();
    await changeSettings(() => ({ markStyle: 'colour' }));
    expect(heard.mock.calls).toEqual([
      [{ ...DEFAULT_SETTINGS, markStyle: 'underline' }, DEFAULT_SETTINGS],
    ]);
  });
});

describe('a list of tags from a file', () => {
  it.each([
    ['a tag a line', 'đảng viên\r\nnông thôn mới\r\n\r\n', ['đảng viên', 'nông thôn mới']],
    [
      'the first column of a table',
      '"Học, làm theo Bác",12\nnghị quyết;7',
      ['Học, làm theo Bác', 'nghị quyết'],
    ],
    ['a byte order mark, tabs and doubled quotes', '\uFEFF"“Bốn ""tốt"""\tx', ['“Bốn "tốt"']],
    ['decomposed letters and repeats', 'đảng viên'.normalize('NFD') + '\nĐảng Viên', ['đảng viên']],
    ['nothing', '\n \n', []],
  ])('is read from %s', (_, text, tags) => {
    expect(parseTagList(text)).toEqual(tags);
  });
});

import { describe, expect, it } from 'vitest';
import type { Annotation, Mention } from '../lib/core/annotation.ts';
import { draftAnnotation } from '../lib/core/draft.ts';
import { Keeping, type KeepingPorts, type Stored } from '../lib/core/keeping.ts';
import type { Skip } from '../lib/core/skip.ts';

const TEXT = 'Xã có 12 thôn. Xã có 340 đảng viên.';
const article = { title: 'Bài', url: 'https://bao.example/a', text: TEXT, origins: {} };
const mentions = ['12', '340'].map((exact): Mention => {
  const start = TEXT.indexOf(exact);
  return {
    type: 'figure',
    kind: 'count',
    value: exact,
    exact,
    start,
    end: start + exact.length,
    rule: 'test',
  };
});

/** A store in memory that answers as the background does. */
function store() {
  const annotations = new Map<string, Annotation>();
  const trashed = new Map<string, Annotation>();
  const skips = new Map<string, Skip>();
  let count = 0;
  const move = (ids: string[], from: Map<string, Annotation>, to: Map<string, Annotation>) => {
    for (const id of ids) {
      const annotation = from.get(id);
      if (annotation) to.set(id, annotation);
      from.delete(id);
    }
  };
  const ports: KeepingPorts = {
    load: async (): Promise<Stored> => ({
      annotations: [...annotations.values()],
      skips: [...skips.values()],
    }),
    save: async (clip) =>
      clip.annotations.map((draft) => {
        const annotation = { ...draft, articleId: 'a' };
        annotations.set(annotation.id, annotation);
        return { status: 'stored' as const, annotation };
      }),
    edit: async (id, { tags, note }) => {
      const before = annotations.get(id);
      if (!before) throw new Error('missing');
      const after = { ...before, tags, note };
      annotations.set(id, after);
      return after;
    },
    trash: async (ids) => move(ids, annotations, trashed),
    restore: async (ids) => move(ids, trashed, annotations),
    skip: async (added) => added.forEach((skip) => skips.set(skip.id, skip)),
    unskip: async (ids) => ids.forEach((id) => skips.delete(id)),
    world: {
      now: () => new Date('2026-01-02T03:04:05Z'),
      random: (bytes) => new Uint8Array(bytes).fill(++count),
    },
  };
  return { ports, annotations, skips };
}

function draft(at: number, ports: KeepingPorts) {
  const mention = mentions[at];
  if (!mention) throw new Error('no such mention');
  return draftAnnotation(
    article,
    { start: 0, end: TEXT.length },
    mention,
    { tags: [], note: '' },
    ports.world,
  );
}

const nowhere = () => false;

describe('keeping and passing over', () => {
  it('shows what was clipped and skipped at once, and again on the next visit', async () => {
    const { ports } = store();
    const visit = new Keeping(ports);
    await visit.clip(article, [draft(0, ports)]);
    await visit.skip(article, mentions.slice(1));
    const next = new Keeping(ports);
    await next.load(article.url);
    for (const keeping of [visit, next]) {
      const { clips, skips } = keeping.place(article, mentions, nowhere);
      expect([[...clips.keys()], [...skips.keys()]]).toEqual([[0], [1]]);
    }
  });

  it('takes deeds back one by one, last first, and then says there is nothing left', async () => {
    const { ports, annotations, skips } = store();
    const keeping = new Keeping(ports);
    const [kept] = await keeping.clip(article, [draft(0, ports)]);
    await keeping.skip(article, mentions.slice(1));
    await keeping.unclip([kept?.annotation.id ?? '']);
    expect(annotations.size).toBe(0);
    expect(await keeping.undo()).toBe(true);
    expect(annotations.size).toBe(1);
    expect(keeping.place(article, mentions, nowhere).clips.size).toBe(1);
    expect(await keeping.undo()).toBe(true);
    expect(skips.size).toBe(0);
    expect(await keeping.undo()).toBe(true);
    expect(annotations.size).toBe(0);
    expect(await keeping.undo()).toBe(false);
  });

  it('does not show as kept what the store refused', async () => {
    const { ports } = store();
    const keeping = new Keeping({ ...ports, save: () => Promise.reject(new Error('disk full')) });
    await expect(keeping.clip(article, [draft(0, ports)])).rejects.toThrow('disk full');
    expect(keeping.place(article, mentions, nowhere).clips.size).toBe(0);
    expect(await keeping.undo()).toBe(false);
  });

  it('forgets a skip where the number it was for has changed', async () => {
    const { ports } = store();
    const keeping = new Keeping(ports);
    await keeping.skip(article, mentions.slice(1));
    const text = TEXT.replace('340', '350');
    const changed = { ...mentions[1], exact: '350', value: '350' } as Mention;
    const { skips } = keeping.place({ ...article, text }, [changed], nowhere);
    expect(skips.size).toBe(0);
  });
});

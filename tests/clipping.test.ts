import { describe, expect, it } from 'vitest';
import type { Annotation, Span } from '../lib/core/annotation.ts';
import { Keeping, type KeepingPorts } from '../lib/core/keeping.ts';
import type { ListedMention, Placement } from '../lib/core/page-state.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { sentenceAround } from '../lib/core/sentence.ts';
import { Clipping, type ClippedPage } from '../lib/dom/clipping.ts';
import type { MarkedArticle } from '../lib/dom/marked-article.ts';

const FIRST = 'Toàn xã có 51 chi bộ với 1.204 đảng viên.';
const SECOND = 'Năm qua, xã thực hiện Chỉ thị số 05-CT/TW và kết nạp 17 đảng viên.';
const THIRD = 'Bà con phấn khởi lắm.';
const TEXT = [FIRST, SECOND, THIRD].join('\n');

/** A page of a text whose words are selected, with a store in memory; `now` is what the page says today. */
function pageOf(selected: string, stored: Annotation[] = [], now = TEXT) {
  const start = now.indexOf(selected);
  const article = { title: 'Bài', url: 'https://bao.example/a', text: now, origins: {} };
  const { mentions, checks } = recognise(now, {});
  const selection: Span = { start, end: start + selected.length, exact: selected };
  const document = { getSelection: () => ({ toString: () => selected }) } as unknown as Document;
  let store = stored;
  let count = stored.length;
  const ports = {
    load: async () => ({ annotations: store, skips: [] }),
    save: async ({ annotations }) => {
      const kept = annotations.map((draft) => ({ ...draft, articleId: 'a' }));
      store = [...store, ...kept];
      return kept.map((annotation) => ({ status: 'stored', annotation }));
    },
    trash: async (ids) => void (store = store.filter(({ id }) => !ids.includes(id))),
    world: {
      now: () => new Date('2026-01-02T03:04:05Z'),
      random: (bytes) => new Uint8Array(bytes).fill(++count),
    },
  } as Partial<KeepingPorts> as KeepingPorts;
  const keeping = new Keeping(ports);
  const marked = {
    article,
    mentions,
    checks,
    sentenceOf: (at) => sentenceAround(now, mentions[at] ?? selection),
    selected: () => selection,
  } as Partial<MarkedArticle> as MarkedArticle;
  const page: ClippedPage & { placement: Placement } = {
    marked,
    placement: { clips: new Map(), skips: new Map(), own: [] },
    listed(at) {
      const mention = mentions[at];
      const clip = page.placement.clips.get(at);
      return (
        mention && ({ mention, sentence: marked.sentenceOf(at), clip, checks } as ListedMention)
      );
    },
    show: () => void (page.placement = keeping.place(article, mentions, () => false)),
  };
  const clipping = new Clipping(document, page, keeping, ports.world);
  const load = async () => {
    await keeping.load(article.url);
    page.show();
  };
  return { clipping, page, load, stored: () => store };
}

const told = ({ mention, target }: Annotation) => [mention?.exact, target.selector[0].exact];

describe('a selection of the reader’s own', () => {
  it('over paragraphs is kept with every figure and document in it, each in its sentence', async () => {
    const { clipping, page, stored } = pageOf(`${FIRST}\n${SECOND}`);
    await clipping.clipSelection();
    expect(stored().map(told)).toEqual([
      [undefined, `${FIRST}\n${SECOND}`],
      ['51', FIRST],
      ['1.204', FIRST],
      ['Chỉ thị số 05-CT/TW', SECOND],
      ['17', SECOND],
    ]);
    expect(new Set(stored().map(({ created }) => created)).size).toBe(1);
    expect([...page.placement.clips.keys()]).toEqual([0, 1, 2, 3]);
    expect(page.placement.own.map(({ annotation }) => annotation.mention)).toEqual([undefined]);
  });

  it('is taken back whole by one undo', async () => {
    const { clipping, stored } = pageOf(`${FIRST}\n${SECOND}`);
    await clipping.clipSelection();
    expect(await clipping.undo()).toBe(true);
    expect(stored()).toEqual([]);
    expect(await clipping.undo()).toBe(false);
  });

  it('within a sentence is the excerpt of each figure in it, and of nothing else', async () => {
    const words = '51 chi bộ với 1.204 đảng viên';
    const { clipping, stored } = pageOf(words);
    await clipping.clipSelection();
    expect(stored().map(told)).toEqual([
      ['51', words],
      ['1.204', words],
    ]);
    const [, second] = stored();
    expect(words.slice(second?.mention?.start, second?.mention?.end)).toBe('1.204');
  });

  it('takes no figure that it cuts through', async () => {
    const { clipping, stored } = pageOf('204 đảng viên');
    await clipping.clipSelection();
    expect(stored().map(told)).toEqual([[undefined, '204 đảng viên']]);
  });

  it('without a figure is kept as its words', async () => {
    const { clipping, stored } = pageOf(THIRD);
    await clipping.clipSelection();
    expect(stored().map(told)).toEqual([[undefined, THIRD]]);
  });

  it('brings back no mention that the reader said is none', async () => {
    const { clipping, stored } = pageOf(FIRST);
    await clipping.correct(0, { problem: 'not-a-mention' });
    await clipping.clipSelection();
    expect(stored().map(told)).toEqual([
      [undefined, FIRST],
      ['1.204', FIRST],
    ]);
  });

  it('that overlaps another is listed beside it, in the order of the text', async () => {
    const first = pageOf('với 1.204 đảng viên');
    await first.clipping.clipSelection();
    const second = pageOf(FIRST, first.stored());
    await second.load();
    await second.clipping.clipSelection();
    const { clips, own } = second.page.placement;
    expect([...clips.values()].map(told)).toEqual([
      ['1.204', 'với 1.204 đảng viên'],
      ['51', FIRST],
    ]);
    expect(own.map(({ annotation }) => told(annotation))).toEqual([['1.204', FIRST]]);
  });
});

describe('an excerpt whose numbers changed', () => {
  it('is recorded anew with its own figure, though a number before it has become shorter', async () => {
    const before = pageOf(FIRST);
    await before.clipping.clip([1], { tags: ['đảng viên'], note: '' });
    const [old] = before.stored();
    const now = TEXT.replace('51 chi bộ với 1.204', '9 chi bộ với 1.350');
    const { clipping, page, load, stored } = pageOf(THIRD, before.stored(), now);
    await load();
    expect(page.placement.own.map(({ state }) => state)).toEqual(['changed']);
    await clipping.clipChanged(old?.id ?? '');
    expect(stored()[1]).toMatchObject({
      mention: { exact: '1.350', value: '1350' },
      supersedes: old?.id,
      tags: ['đảng viên'],
    });
  });
});

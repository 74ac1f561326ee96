// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { Annotation, Mention } from '../lib/core/annotation.ts';
import { revisionOf, stamped } from '../lib/core/collection/revision.ts';
import { conflicts } from '../lib/platform/conflicts.ts';
import { mergeCollection } from '../lib/platform/merge-collection.ts';
import * as page from './drawn-library.tsx';
import { LATER, nextId, NOW } from './sample-collection.ts';

/** A version of an excerpt that somebody made of its first one. */
function version(before: Annotation, editor: string, fields: Partial<Annotation>): Annotation {
  const { revision: _, ...rest } = before;
  const modified = LATER.toISOString();
  return stamped({ ...rest, editor, modified, parents: [revisionOf(before)], ...fields });
}

const LAN = { note: 'theo báo cáo quý', tags: ['đảng viên', 'quý III'] };
const HA = { note: 'theo cổng xã', modified: new Date(+LATER + 1000).toISOString() };

/** Opens the library on the sample, its excerpts changed apart by Lan and Hà. */
async function openConflicts(count = 1) {
  const before = await page.sample();
  await page.open(before, 'library');
  const { db } = page.library();
  for (const [name, fields] of [['Lan', LAN] as const, ['Hà', HA] as const]) {
    const annotations = before.slice(0, count).map((each) => version(each, name, fields));
    await mergeCollection(db, { annotations, articles: [] }, NOW);
  }
  await page.until(() => page.all('.banner').length > 0);
  return db;
}

const item = () => page.find('.conflict');
const words = () => item().textContent ?? '';

describe('excerpts that two people changed apart', () => {
  it('are told of in every part of the library, and lead to the choice', async () => {
    await openConflicts(2);
    for (const hash of ['library', 'review', 'articles', 'trash']) {
      await page.goTo(hash);
      expect(page.find('.banner').textContent).toMatch(/^2 trích đoạn có nhiều phiên bản/);
      expect(page.find('.banner a').getAttribute('href')).toBe('#conflicts');
    }
    await page.goTo('conflicts');
    await page.until(() => page.all('.conflict').length === 2);
    expect(page.all('.banner')).toEqual([]);
  });

  it('show who made each version, and mark what they say otherwise', async () => {
    await openConflicts();
    await page.goTo('conflicts');
    await page.until(item);
    expect([...item().querySelectorAll('thead td')].map((cell) => cell.textContent)).toEqual([
      '',
      expect.stringMatching(/^Hà, /),
      expect.stringMatching(/^Lan, /),
    ]);
    const differing = [...item().querySelectorAll('[data-differs] th')];
    expect(differing.map(({ textContent }) => textContent)).toEqual([
      'ThẻGộp tất cả',
      'Ghi chúGộp tất cả',
    ]);
    const strong = [...item().querySelectorAll('td strong')];
    expect(strong.map(({ textContent }) => textContent)).toEqual([
      'quý III',
      'theo cổng xã',
      'theo báo cáo quý',
    ]);
  });

  it('are settled by one key, every version kept, and reopened by undo', async () => {
    const db = await openConflicts(2);
    await page.goTo('conflicts');
    await page.until(() => page.all('.conflict').length === 2);
    const [first, second] = page.all('.conflict').map(({ id }) => id);
    // Where a click has left the keyboard.
    item().querySelector<HTMLElement>('input[type=radio]')?.focus();
    await page.hotkey('j');
    expect(document.activeElement?.id).toBe(second);
    await page.hotkey('k');
    item().querySelector<HTMLElement>('input[type=radio]')?.focus();
    await Promise.all([page.hotkey('2'), page.hotkey('2')]);
    await page.until(() => page.all('.conflict').length === 1);
    expect(document.activeElement?.id).toBe(second);
    expect((await page.stored()).filter(({ note }) => note === LAN.note)).toMatchObject([
      { editor: 'An', tags: LAN.tags },
    ]);
    expect(await db.revisions.count()).toBe(2 * 2 + 1);
    await page.press('Hoàn tác');
    await page.until(() => page.all('.conflict').length === 2);
    expect(document.activeElement?.id).toBe(first);
    expect((await conflicts(db)).map(({ shown }) => shown.note)).toEqual([HA.note, HA.note]);
  });

  it('are combined part by part, tags and notes of all together', async () => {
    await openConflicts();
    await page.goTo('conflicts');
    await page.until(item);
    const pick = async (label: string) => {
      const radio = item().querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
      await act(() => radio?.click());
      expect(radio?.checked).toBe(true);
    };
    await act(() => item().focus());
    await page.key(item(), 'g');
    expect(words()).toContain('theo cổng xã');
    await pick('Thẻ: lấy của bản 2');
    await pick('Ghi chú: Gộp tất cả');
    await page.key(page.find('.conflict input:checked'), 'g');
    await page.until(() => page.all('.conflict').length === 0);
    expect(page.find('.conflicts').textContent).toContain('Không có trích đoạn nào chờ chọn');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(await page.stored()).toContainEqual(
      expect.objectContaining({
        editor: 'An',
        tags: LAN.tags,
        note: 'theo cổng xã\n\ntheo báo cáo quý',
      }),
    );
  });
});

describe('a figure that two people clipped', () => {
  /** The first excerpt as each person clipped it, with the value each read. */
  const clips = async (values: Record<string, string>) => {
    const [one] = await page.sample();
    const { mention, revision: _, ...rest } = one as Annotation;
    return Object.entries(values).map(([author, value]) =>
      stamped({ ...rest, id: nextId(), author, mention: { ...mention, value } as Mention }),
    );
  };

  it('is said to be confirmed where both read the same', async () => {
    await page.open(await clips({ Lan: '27', Hà: '27' }), 'library');
    await page.until(() => page.all('.agreement').length === 2);
    expect(page.find('.agreement').textContent).toBe('2 người cùng ghi27 (Lan, Hà)');
  });

  it('is said to be disputed with who reads what, in the list, its facet and the review', async () => {
    await page.open(await clips({ Lan: '27', Hà: '1837' }), 'library');
    await page.until(() => page.all('.agreement').length === 2);
    expect(page.find('.agreement').textContent).toContain('2 người ghi khác nhau');
    expect(page.find('.agreement').textContent).toContain('1.837 (Hà)');
    await page.press('Khác số');
    await page.until(() => page.all('li.excerpt').length === 2);
    await page.goTo('review');
    await page.until(() => page.find('.review-item .agreement').textContent?.includes('27 (Lan)'));
  });
});

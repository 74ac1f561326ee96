import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { isSameContent, revisionOf } from '../lib/core/collection/revision.ts';
import { importJson } from '../lib/core/import-json.ts';
import { companionsOf, keepCompanions } from '../lib/platform/companions.ts';
import { recountFacets } from '../lib/platform/facet-counts.ts';
import {
  conflicts,
  reopenConflicts,
  resolveConflict,
  type Conflict,
} from '../lib/platform/conflicts.ts';
import { historyOf } from '../lib/platform/histories.ts';
import { previewImport } from '../lib/platform/merge-collection.ts';
import { editAnnotation, reviewAnnotations, trash } from '../lib/platform/revise.ts';
import {
  event,
  exchange,
  forgetEverybody,
  happen,
  Person,
  revisionsOf,
  signed,
} from './exchanging-people.ts';
import { digest, SENTENCES } from './sample-collection.ts';
import { entry, pack } from './sample-companions.ts';

afterEach(forgetEverybody);

describe('two people who clip and edit apart and exchange files', () => {
  const meet = async () => {
    const [lan, ha] = [new Person('Lan'), new Person('Hà', -30)];
    await lan.clip(SENTENCES.HA, SENTENCES.THUONG);
    await exchange(lan, ha);
    const [id = ''] = await lan.ids();
    await lan.does(editAnnotation(lan.db, id, { note: 'Lan ghi' }, lan.now(), 'Lan'));
    await ha.does(editAnnotation(ha.db, id, { tags: ['Hà gắn'] }, ha.now(), 'Hà'));
    return { lan, ha, id };
  };

  it('both have both versions of what both edited, and the same collection', async () => {
    const { lan, ha, id } = await meet();
    await exchange(lan, ha);
    expect(await lan.all()).toEqual(await ha.all());
    const [conflict] = await conflicts(ha.db);
    expect(conflict).toMatchObject({
      shown: { id, note: 'Lan ghi', author: 'Lan', editor: 'Lan' },
      rivals: [{ id, tags: ['Hà gắn'], author: 'Lan', editor: 'Hà' }],
    });
    expect((await historyOf(lan.db, id)).map(({ by, isHead }) => [by, isHead])).toEqual([
      ['Lan', true],
      ['Hà', true],
      ['Lan', false],
    ]);
  });

  it('are told before an import what is new, newer and different in it', async () => {
    const { lan, ha } = await meet();
    const [, other = ''] = await lan.ids();
    await lan.does(editAnnotation(lan.db, other, { note: 'chỉ Lan sửa' }, lan.now(), 'Lan'));
    await lan.clip(`${SENTENCES.HA} ${SENTENCES.THUONG}`);
    const before = await ha.all();
    const preview = await previewImport(ha.db, await importJson(await lan.file(), digest));
    expect(preview).toMatchObject({
      fresh: [{ author: 'Lan' }],
      updated: [{ incoming: { note: 'chỉ Lan sửa' } }],
      differing: [{ stored: { tags: ['Hà gắn'] }, incoming: { note: 'Lan ghi' } }],
      same: 0,
      refused: [],
    });
    expect(await ha.all()).toEqual(before);
    await exchange(lan, ha);
    const again = await previewImport(lan.db, await importJson(await ha.file(), digest));
    expect(again).toMatchObject({ fresh: [], updated: [], differing: [], same: 3 });
  });

  it('see the conflict end at both ends once one of them has chosen', async () => {
    const { lan, ha, id } = await meet();
    await exchange(lan, ha);
    const [conflict] = await conflicts(ha.db);
    const between = revisionsOf(conflict);
    const [note = '', revision = ''] = between;
    const choice = { between, revision, parts: { note } };
    await ha.does(resolveConflict(ha.db, id, choice, ha.now(), 'Hà'));
    await lan.takes(await ha.file());
    expect(await conflicts(lan.db)).toEqual([]);
    expect(await lan.all()).toEqual(await ha.all());
    expect(await lan.db.annotations.get(id)).toMatchObject({ note: 'Lan ghi', tags: ['Hà gắn'] });
    expect((await historyOf(lan.db, id))[0]?.parents).toHaveLength(2);
  });

  it('have both versions of a pack both changed, and the later of two decisions', async () => {
    const [lan, ha] = [new Person('Lan'), new Person('Hà', 30)];
    const keeps = async (who: Person, words: string) => {
      const world = { now: () => who.now(), reader: async () => who.name };
      await keepCompanions(who.db, [signed(pack(), words), signed(entry(), words)], world);
    };
    await keeps(lan, 'bản đầu');
    await exchange(lan, ha);
    await keeps(lan, 'Lan sửa');
    await keeps(ha, 'Hà sửa');
    const { companions } = await previewImport(lan.db, await importJson(await ha.file(), digest));
    expect(companions).toMatchObject({
      pack: { differing: 1, newer: 0 },
      'programme-entry': { differing: 0, newer: 1 },
    });
    await exchange(lan, ha);
    expect((await lan.all()).companions).toEqual((await ha.all()).companions);
    const packs = await companionsOf(lan.db, 'pack');
    expect(packs.map(({ title, editor }) => [title, editor])).toEqual([
      ['Hà sửa', 'Hà'],
      ['Lan sửa', 'Lan'],
    ]);
    expect(await companionsOf(lan.db, 'programme-entry')).toMatchObject([{ note: 'Hà sửa' }]);
  });

  it('have the conflict as it was where the choice is taken back', async () => {
    const { lan, ha, id } = await meet();
    await exchange(lan, ha);
    const before = await conflicts(lan.db);
    const between = revisionsOf(before[0]);
    const [revision = ''] = between;
    const choice = { between, revision };
    const chosen = await resolveConflict(lan.db, id, choice, lan.now(), 'Lan');
    expect(await conflicts(lan.db)).toEqual([]);
    await lan.does(reopenConflicts(lan.db, [chosen], lan.now()));
    const said = ({ note, tags, editor, modified }: Annotation) => ({
      note,
      tags,
      editor,
      modified,
    });
    const all = (them: Conflict[]) =>
      them.flatMap(({ shown, rivals }) => [shown, ...rivals].map(said));
    expect(all(await conflicts(lan.db))).toEqual(all(before));
    await exchange(lan, ha);
    expect(await lan.all()).toEqual(await ha.all());
    expect(all(await conflicts(ha.db))).toEqual(all(before));
    await editAnnotation(lan.db, id, { note: 'sửa tiếp' }, lan.now(), 'Lan');
    expect(await reopenConflicts(lan.db, [chosen], lan.now())).toEqual([]);
  });

  it('are asked again about a version that came while one of them was choosing', async () => {
    const { lan, ha, id } = await meet();
    await exchange(lan, ha);
    const between = revisionsOf((await conflicts(lan.db))[0]);
    const mai = new Person('Mai', 60);
    await mai.takes(await ha.file());
    await mai.does(resolveConflict(mai.db, id, { between, revision: between[1] ?? '' }, mai.now()));
    await mai.does(editAnnotation(mai.db, id, { note: 'Mai ghi' }, mai.now(), 'Mai'));
    const choice = { between, revision: between[0] ?? '' };
    await lan.does(resolveConflict(lan.db, id, choice, lan.now(), 'Lan'));
    await lan.takes(await mai.file());
    expect(await conflicts(lan.db)).toMatchObject([
      { shown: { note: 'Mai ghi' }, rivals: [{ note: 'Lan ghi' }] },
    ]);
    const stale = { between, revision: between[0] ?? '' };
    await expect(resolveConflict(lan.db, id, stale, lan.now())).rejects.toMatchObject({
      reason: 'missing',
    });
  });

  it('keep an edit that a colleague laid in the trash unknowing', async () => {
    const { lan, ha, id } = await meet();
    await ha.does(trash(ha.db, [id], new Date('2026-12-01'), 'Hà'));
    await exchange(lan, ha);
    const [conflict] = await conflicts(lan.db);
    expect(conflict).toMatchObject({ shown: { deleted: expect.any(String) } });
    expect(conflict?.rivals).toMatchObject([{ note: 'Lan ghi' }]);
  });

  it('have no conflict where both made the same edit', async () => {
    const { lan, ha } = await meet();
    const [, other = ''] = await lan.ids();
    for (const { db, now, name } of [lan, ha].map((who) => ({ ...who, now: who.now() }))) {
      await reviewAnnotations(db, [other], { state: 'checked' }, now, name);
    }
    await exchange(lan, ha);
    expect(await conflicts(lan.db)).toHaveLength(1);
    await editAnnotation(lan.db, other, { note: 'thêm' }, lan.now(), 'Lan');
    expect(await conflicts(lan.db)).toHaveLength(1);
    await exchange(lan, ha);
    expect(await conflicts(ha.db)).toHaveLength(1);
    expect(await ha.db.annotations.get(other)).toMatchObject({ note: 'thêm' });
  });
});

describe('whatever people do and whenever they exchange files', () => {
  it('all end with one collection, in which nothing anybody was told is stored is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 5, maxLength: 25 }),
        fc.integer({ min: 2, max: 3 }),
        async (events, count) => {
          const people = ['Lan', 'Hà', 'Mai']
            .slice(0, count)
            .map((name, at) => new Person(name, at * 7));
          for (const each of events) await happen(each, people);
          const files = await Promise.all(people.map((person) => person.file()));
          for (const person of people) for (const file of files) await person.takes(file);
          const [first, ...others] = await Promise.all(people.map((person) => person.all()));
          for (const other of others) expect(other).toEqual(first);

          const newcomer = new Person('Mới');
          for (const file of files.toReversed()) await newcomer.takes(file);
          expect(await newcomer.all()).toEqual(first);
          for (const file of files) await newcomer.takes(file);
          expect(await newcomer.all()).toEqual(first);

          const kept = new Map(
            [...(first?.annotations ?? []), ...(first?.revisions ?? [])].map((state) => [
              `${state.id}/${revisionOf(state)}`,
              state,
            ]),
          );
          for (const state of people.flatMap(({ acknowledged }) => acknowledged)) {
            const found = kept.get(`${state.id}/${revisionOf(state)}`);
            expect(found && isSameContent(found, state)).toBe(true);
          }
          const { db } = newcomer;
          await db.transaction('rw', db.articles, db.annotations, db.facetCounts, async () =>
            recountFacets(db),
          );
          expect((await newcomer.all()).facets).toEqual(first?.facets);
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCompanions } from '../lib/core/collection/companion.ts';
import {
  editEntry,
  forgetEntry,
  mergeEntries,
  partEntries,
  splitEntry,
} from '../lib/core/collection/programme-deeds.ts';
import type { CitingExcerpt } from '../lib/core/collection/programme-citation.ts';
import type { ProgrammeEntry } from '../lib/core/collection/programme-entry.ts';
import type { ProgrammeRegister } from '../lib/core/collection/programme-register.ts';
import { excerptsOf, summarise } from '../lib/core/collection/programme-summary.ts';
import { citedAs, citing, Clerk, entryOf, registerOf } from './sample-programmes.ts';

const LONG = 'a: Chỉ thị 05-CT/TW';
const SHORT = 'b: Chỉ thị 05';

function made() {
  const articles = [
    citing('a', '2023-03-01', 'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.'),
    citing('b', '2023-04-01', 'Chỉ thị 05 của Bộ Chính trị được phổ biến.'),
    citing('c', '2024-04-01', 'Chỉ thị 05-CT/TW ngày 15/5/2016 được phổ biến.'),
  ];
  const register = registerOf(...articles);
  const clerk = new Clerk();
  const merge = (...words: string[]) => {
    const groups = words.map((each) => entryOf(register, each));
    clerk.store(
      register,
      mergeEntries(groups, (id) => register.derivedKeyOf(id), clerk),
    );
  };
  const split = (words: string, home: string) => {
    const group = entryOf(register, words);
    const ids = excerptsOf(group).filter((each) => each.home === home);
    clerk.store(
      register,
      splitEntry(
        group,
        ids.map(({ id }) => id),
        clerk,
      ),
    );
  };
  return { register, clerk, merge, split };
}

describe('what a person says of an entry', () => {
  it('merges two, and the proposal is gone', () => {
    const { register, merge } = made();
    expect(register.read().proposals).toHaveLength(1);
    merge(LONG, SHORT);
    expect(citedAs(register)).toHaveLength(1);
    expect(register.read().proposals).toEqual([]);
  });

  it('holds for what is clipped later', () => {
    const { register, merge } = made();
    merge(LONG, SHORT);
    for (const each of citing('d', '2023-06-01', 'Chỉ thị 05 của Bộ Chính trị.'))
      register.put(each);
    expect(citedAs(register)).toHaveLength(1);
  });

  it('splits excerpts off; merged back, nothing is left of it', () => {
    const { register, clerk, merge, split } = made();
    const before = citedAs(register);
    split(LONG, 'c');
    expect(citedAs(register)).toHaveLength(3);
    merge(LONG, 'c: Chỉ thị 05-CT/TW');
    expect(citedAs(register)).toEqual(before);
    expect(clerk.records().filter(({ deleted }) => !deleted)).toEqual([]);
  });

  it('cannot split all of an entry off, nor nothing', () => {
    const { register, clerk } = made();
    const group = entryOf(register, LONG);
    const all = excerptsOf(group).map(({ id }) => id);
    expect(splitEntry(group, all, clerk)).toEqual([]);
    expect(splitEntry(group, ['x'], clerk)).toEqual([]);
  });

  it('parts two for good, and merges them again where that is said later', () => {
    const { register, clerk, merge } = made();
    clerk.store(register, partEntries(entryOf(register, LONG), entryOf(register, SHORT), clerk));
    expect(register.read().proposals).toEqual([]);
    expect(citedAs(register)).toHaveLength(2);
    merge(LONG, SHORT);
    expect(citedAs(register)).toHaveLength(1);
  });

  it('fills in a field, is marked as a person’s, wins over the articles, and is taken back', () => {
    const { register, clerk } = made();
    const edit = (fields: Parameters<typeof editEntry>[1]) =>
      clerk.store(register, editEntry(entryOf(register, LONG), fields, clerk));
    edit({ title: ' Về học tập  và làm theo ', date: '2016-05-16', issuer: 'Bộ Chính trị' });
    const { fields } = summarise(entryOf(register, LONG));
    expect(fields.title).toEqual({ value: 'Về học tập và làm theo', origin: 'hand', others: [] });
    expect(fields.date).toEqual({ value: '2016-05-16', origin: 'hand', others: ['2016-05-15'] });
    expect(fields.issuer?.origin).toBe('article');
    edit({ date: '' });
    expect(summarise(entryOf(register, LONG)).fields.date?.value).toBe('2016-05-15');
    clerk.store(register, forgetEntry(entryOf(register, LONG), clerk));
    expect(summarise(entryOf(register, LONG))).toMatchObject({ isByHand: false });
  });

  it('stays with a short reference when its article’s full one is clipped later', () => {
    const text = 'Chỉ thị 35-CT/TW ngày 30/5/2019 của Bộ Chính trị. Chỉ thị 35 được phổ biến.';
    const [full, short] = citing('d', '2019-09-01', text);
    if (!full || !short) throw new Error('two are cited');
    const [register, clerk] = [registerOf([short]), new Clerk()];
    const [before] = register.read().groups;
    if (before) clerk.store(register, editEntry(before, { title: 'Về đại hội đảng bộ' }, clerk));
    register.put(full);
    expect(register.read().groups.map(summarise)).toMatchObject([
      { excerpts: 2, fields: { title: { origin: 'hand' }, number: { value: '35-CT/TW' } } },
    ]);
    expect(before && register.find(before.id)).toBe(register.read().groups[0]);
  });

  it('keeps the words of both where two described entries are merged', () => {
    const { register, clerk, merge } = made();
    const fill = (words: string, edit: Parameters<typeof editEntry>[1]) =>
      clerk.store(register, editEntry(entryOf(register, words), edit, clerk));
    fill(LONG, { title: 'Về học tập', note: 'bản gốc ở văn thư' });
    fill(SHORT, { term: 'XII', note: 'đối chiếu rồi', aliases: ['Chỉ thị năm'] });
    merge(LONG, SHORT);
    const entry = summarise(entryOf(register, LONG));
    expect(entry.fields).toMatchObject({ title: { value: 'Về học tập' }, term: { value: 'XII' } });
    expect(entry.note).toBe('đối chiếu rồi\nbản gốc ở văn thư');
    expect(entry.aliases).toContain('Chỉ thị năm');
    expect(clerk.records().filter(({ deleted }) => !deleted)).toHaveLength(1);
  });

  it('of an entry nobody cites is found by the article that comes to cite it', () => {
    const { register, clerk } = made();
    const record = {
      type: 'programme-entry' as const,
      id: clerk.newId(),
      keys: [],
      excerpts: [],
      aliases: [],
      note: '',
      kind: 'resolution' as const,
      number: '27-NQ/TW',
      date: '2022-11-09',
    };
    clerk.store(register, [record]);
    const uncited = register.find(record.id);
    expect(uncited && summarise(uncited)).toMatchObject({ excerpts: 0, isByHand: true });
    const cite = citing('d', '2023-06-01', 'Nghị quyết số 27-NQ/TW ngày 9/11/2022 của Trung ương.');
    for (const each of cite) register.put(each);
    expect(entryOf(register, 'd: Nghị quyết số 27-NQ/TW').id).toBe(record.id);
    clerk.store(
      register,
      editEntry(entryOf(register, 'd: Nghị quyết số 27-NQ/TW'), { number: '72-NQ/TW' }, clerk),
    );
    const [entry] = [entryOf(register, 'd: Nghị quyết số 27-NQ/TW')].map(summarise);
    expect(entry?.fields.number).toEqual({
      value: '72-NQ/TW',
      origin: 'hand',
      others: ['27-NQ/TW'],
    });
  });
});

const TEXTS = [
  'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.',
  'Chỉ thị 05 của Bộ Chính trị.',
  'Chỉ thị 35-CT/TW.',
  'Đề án 06 ở xã. Luật Đất đai.',
  'Đề án 06 ở phường.',
];

describe('any excerpt split off and merged back', () => {
  it('leaves the register as it was, and no record behind', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, which) => {
        const articles = [...TEXTS, ...TEXTS].map((text, at) =>
          citing(`a${at}`, '2023-01-01', text),
        );
        const [register, clerk] = [registerOf(...articles), new Clerk()];
        const before = groupsWith(articles, []);
        const { groups } = register.read();
        const group = groups[one % groups.length];
        const ids = group ? excerptsOf(group).map(({ id }) => id) : [];
        const taken = ids[which % ids.length] ?? '';
        const drafts = group ? splitEntry(group, [taken], clerk) : [];
        clerk.store(register, drafts);
        const parts = register
          .read()
          .groups.filter((each) => excerptsOf(each).some(({ id }) => ids.includes(id)));
        expect(parts).toHaveLength(drafts.length > 0 ? 2 : 1);
        clerk.store(
          register,
          mergeEntries(parts, (id) => register.derivedKeyOf(id), clerk),
        );
        expect(groupsWith(articles, clerk.records())).toEqual(before);
        expect(clerk.records().filter(({ deleted }) => !deleted)).toEqual([]);
      }),
    );
  });
});

describe('two people who work apart', () => {
  const deed = fc.record({
    kind: fc.constantFrom('merge', 'split', 'part', 'fill'),
    one: fc.nat(),
    other: fc.nat(),
  });

  it('end with one register, whoever takes the other’s file first', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 6 }),
        fc.array(deed, { maxLength: 6 }),
        (mine, theirs) => {
          const articles = TEXTS.map((text, at) => citing(`a${at}`, '2023-01-01', text));
          const [one, other] = [mine, theirs].map((deeds) => {
            const [register, clerk] = [registerOf(...articles), new Clerk()];
            for (const each of deeds) doDeed(register, clerk, each);
            return clerk.records();
          }) as [ProgrammeEntry[], ProgrammeEntry[]];
          const both = joinCompanions(one, other) as ProgrammeEntry[];
          const back = joinCompanions(other, one) as ProgrammeEntry[];
          expect(groupsWith(articles, both)).toEqual(groupsWith(articles, back.toReversed()));
        },
      ),
    );
  });
});

interface Deed {
  kind: string;
  one: number;
  other: number;
}

function doDeed(register: ProgrammeRegister, clerk: Clerk, { kind, one, other }: Deed): void {
  const { groups } = register.read();
  const [a, b] = [groups[one % groups.length], groups[other % groups.length]];
  if (!a || !b) return;
  if (kind === 'fill') clerk.store(register, editEntry(a, { title: `tên ${one}` }, clerk));
  if (kind === 'split') {
    clerk.store(
      register,
      splitEntry(
        a,
        excerptsOf(a)
          .slice(0, 1)
          .map(({ id }) => id),
        clerk,
      ),
    );
  }
  if (a === b) return;
  if (kind === 'part') clerk.store(register, partEntries(a, b, clerk));
  if (kind === 'merge') {
    clerk.store(
      register,
      mergeEntries([a, b], (id) => register.derivedKeyOf(id), clerk),
    );
  }
}

function groupsWith(articles: readonly CitingExcerpt[][], records: readonly ProgrammeEntry[]) {
  const register = registerOf(...articles);
  register.setRecords(records);
  return register
    .read()
    .groups.map(summarise)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

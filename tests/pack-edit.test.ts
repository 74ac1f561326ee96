import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as history from '../lib/core/pack/edit-history.ts';
import * as edit from '../lib/core/pack/pack-edit.ts';
import { Pack } from '../lib/core/pack/pack.ts';
import { nextId, NOW } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

const text = (words: string) => item({ type: 'text', text: words });
const outline = ({ sections }: Pack) =>
  sections.map(({ title, items }) => [
    title,
    items.map((each) => (each.type === 'text' ? each.text : each.type)).join(''),
  ]);

/** Two sections, `ab` and `cd`, and an empty one. */
function sample() {
  const [a, b, c, d] = [text('a'), text('b'), text('c'), text('d')];
  const made = pack([section('Một', [a, b]), section('Hai', [c, d]), section('Ba')]);
  const [one, two, three] = made.sections.map(({ id }) => id) as [string, string, string];
  return { made, a: a.id, b: b.id, c: c.id, d: d.id, one, two, three };
}

const step = (made: Pack, id: string, by: edit.Step) => {
  const to = edit.stepFrom(made, id, by);
  return to ? edit.moveItem(made, id, to) : made;
};

describe('an item', () => {
  it('goes up and down by one, over into the next section and back', () => {
    const { made, a, b } = sample();
    expect(outline(step(made, b, -1))[0]).toEqual(['Một', 'ba']);
    const over = step(made, b, 1);
    expect(outline(over)).toEqual([
      ['Một', 'a'],
      ['Hai', 'bcd'],
      ['Ba', ''],
    ]);
    expect(step(over, b, -1)).toEqual(made);
    expect(step(made, a, -1)).toBe(made);
  });

  it('goes to the place it is dropped at, counted without itself', () => {
    const { made, a, two, three } = sample();
    expect(outline(edit.moveItem(made, a, { sectionId: two, at: 1 }))).toEqual([
      ['Một', 'b'],
      ['Hai', 'cad'],
      ['Ba', ''],
    ]);
    expect(outline(edit.moveItem(made, a, { sectionId: three, at: 99 }))[2]).toEqual(['Ba', 'a']);
  });

  it('is not lost where it is to go to a section that somebody has just removed', () => {
    const { made, a } = sample();
    expect(edit.moveItem(made, a, { sectionId: nextId(), at: 0 })).toBe(made);
  });

  it('is edited and removed alone', () => {
    const { made, a } = sample();
    expect(outline(edit.editItem(made, a, { text: 'x' }))[0]).toEqual(['Một', 'xb']);
    expect(outline(edit.removeItem(made, a))[0]).toEqual(['Một', 'b']);
    expect(edit.removeItem(made, nextId())).toBe(made);
  });
});

describe('a section', () => {
  it('moves with all that is in it, and no further than the ends', () => {
    const { made, one, three } = sample();
    expect(outline(edit.moveSection(made, one, 1)).map(([title]) => title)).toEqual([
      'Hai',
      'Một',
      'Ba',
    ]);
    expect(edit.moveSection(made, one, -1)).toBe(made);
    expect(edit.moveSection(made, three, 1)).toBe(made);
  });

  it('is added, renamed and removed', () => {
    const { made, two } = sample();
    const more = edit.addSection(made, section('Bốn'));
    expect(
      outline(edit.editSection(more, two, { title: 'Hai mới' })).map(([title]) => title),
    ).toEqual(['Một', 'Hai mới', 'Ba', 'Bốn']);
    expect(outline(edit.removeSection(made, two))).toHaveLength(2);
  });
});

describe('a copy of a pack', () => {
  it('shares no id with it, and names no version or deletion of it', () => {
    const { made } = sample();
    const old = { ...made, versionOf: nextId(), deleted: NOW.toISOString(), past: ['x'] };
    const copy = edit.copyOfPack(old, 'Bản sao', { newId: nextId, now: NOW });
    const ids = ({ id, sections }: Pack) => [
      id,
      ...sections.flatMap((each) => [each.id, ...each.items.map((item) => item.id)]),
    ];
    expect(ids(copy).filter((id) => ids(old).includes(id))).toEqual([]);
    expect(outline(copy)).toEqual(outline(made));
    expect([copy.versionOf, copy.deleted, copy.past]).toEqual([undefined, undefined, undefined]);
    expect(Pack.safeParse(copy).success).toBe(true);
  });
});

describe('any series of moves', () => {
  const moves = fc.array(
    fc.record({
      kind: fc.constantFrom('item', 'step', 'section'),
      item: fc.nat(30),
      section: fc.nat(6),
      at: fc.integer({ min: -2, max: 30 }),
      by: fc.constantFrom<edit.Step[]>(1, -1),
    }),
    { maxLength: 40 },
  );
  const lengths = fc.array(fc.nat(8), { minLength: 1, maxLength: 5 });

  it('loses no item, doubles none, and can be taken back to the beginning', () => {
    fc.assert(
      fc.property(lengths, moves, (sizes, series) => {
        const made = pack(
          sizes.map((size, at) =>
            section(
              `Phần ${at}`,
              Array.from({ length: size }, () => text('x')),
            ),
          ),
        );
        let states = history.beginHistory(made);
        for (const move of series) states = history.changeTo(states, applied(states.present, move));
        const ids = (each: Pack) => edit.itemsOf(each).map(({ id }) => id);
        expect(ids(states.present).sort()).toEqual(ids(made).sort());
        expect(states.present.sections).toHaveLength(made.sections.length);
        const changes = states.past.length;
        const end = states.present;
        for (let at = 0; at < changes; at++) states = history.undoChange(states);
        expect(states.present).toEqual(made);
        for (let at = 0; at < changes; at++) states = history.redoChange(states);
        expect(states.present).toEqual(end);
      }),
    );
  });

  function applied(
    made: Pack,
    {
      kind,
      item,
      section: of,
      at,
      by,
    }: { kind: string; item: number; section: number; at: number; by: edit.Step },
  ): Pack {
    const items = edit.itemsOf(made);
    const id = items[item % Math.max(1, items.length)]?.id ?? nextId();
    const sectionId = made.sections[of % made.sections.length]?.id ?? '';
    if (kind === 'section') return edit.moveSection(made, sectionId, by);
    return kind === 'step' ? step(made, id, by) : edit.moveItem(made, id, { sectionId, at });
  }
});

describe('taking back', () => {
  it('takes back all that was typed into a field at once, and each other change alone', () => {
    let states = history.beginHistory('');
    for (const typed of ['S', 'Si', 'Sin']) states = history.changeTo(states, typed, 'title');
    states = history.changeTo(states, 'moved');
    states = history.changeTo(states, 'Sinh', 'title');
    states = history.undoChange(states);
    expect(states.present).toBe('moved');
    states = history.undoChange(history.undoChange(states));
    expect(states.present).toBe('');
    expect(history.undoChange(states)).toBe(states);
  });

  it('forgets what was taken back once something else is done', () => {
    let states = history.changeTo(history.beginHistory('a'), 'b');
    states = history.changeTo(history.undoChange(states), 'c');
    expect(history.redoChange(states)).toBe(states);
    expect(states.present).toBe('c');
  });
});

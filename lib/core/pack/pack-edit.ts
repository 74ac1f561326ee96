/** Every change a trainer makes to a pack: each takes a pack and gives another; ids that are not there change nothing. */
import type { Pack, PackItem, PackSection } from './pack.ts';

/** Where an item stands, or is to stand once it has been taken from where it was. */
export interface ItemPlace {
  sectionId: string;
  /** Index among the section's items; beyond its end means the end. */
  at: number;
}

/** Up or down the page. */
export type Step = -1 | 1;

type Fields<Record extends { type: string; id: string }> = Partial<Omit<Record, 'type' | 'id'>>;
/** Fields of an item of whichever type. */
export type ItemFields = PackItem extends infer Each
  ? Each extends PackItem
    ? Fields<Each>
    : never
  : never;

/** Finds the place of an item. */
export function placeOfItem({ sections }: Pack, itemId: string): ItemPlace | undefined {
  for (const { id, items } of sections) {
    const at = items.findIndex((item) => item.id === itemId);
    if (at >= 0) return { sectionId: id, at };
  }
  return undefined;
}

/** All items, in the order of reading. */
export function itemsOf({ sections }: Pick<Pack, 'sections'>): PackItem[] {
  return sections.flatMap(({ items }) => items);
}

/** Puts items into a section, at its end unless a place is given. */
export function addItems(
  pack: Pack,
  { sectionId, at = Infinity }: { sectionId: string; at?: number },
  items: readonly PackItem[],
): Pack {
  return changeSection(pack, sectionId, (section) => ({
    ...section,
    items: section.items.toSpliced(within(at, section.items.length), 0, ...items),
  }));
}

/** Changes fields of an item. */
export function editItem(pack: Pack, itemId: string, fields: ItemFields): Pack {
  return changeItems(pack, itemId, (items, at) =>
    // The fields are those of the item's own type.
    items.map((item, place) => (place === at ? ({ ...item, ...fields } as PackItem) : item)),
  );
}

export function removeItem(pack: Pack, itemId: string): Pack {
  return changeItems(pack, itemId, (items, at) => items.toSpliced(at, 1));
}

/** Moves an item to a place in its own section or another. */
export function moveItem(pack: Pack, itemId: string, to: ItemPlace): Pack {
  const item = itemsOf(pack).find(({ id }) => id === itemId);
  const isThere = pack.sections.some(({ id }) => id === to.sectionId);
  return item && isThere ? addItems(removeItem(pack, itemId), to, [item]) : pack;
}

/** Where an item gets by one step: past a section's edge it is the end or the beginning of the next one. */
export function stepFrom(pack: Pack, itemId: string, step: Step): ItemPlace | undefined {
  const place = placeOfItem(pack, itemId);
  if (!place) return undefined;
  const index = pack.sections.findIndex(({ id }) => id === place.sectionId);
  const length = pack.sections[index]?.items.length ?? 0;
  const at = place.at + step;
  if (at >= 0 && at < length) return { ...place, at };
  const next = pack.sections[index + step];
  return next && { sectionId: next.id, at: step < 0 ? next.items.length : 0 };
}

/** Puts a section after the others. */
export function addSection(pack: Pack, section: PackSection): Pack {
  return { ...pack, sections: [...pack.sections, section] };
}

export function editSection(
  pack: Pack,
  sectionId: string,
  fields: Partial<Pick<PackSection, 'title' | 'introduction'>>,
): Pack {
  return changeSection(pack, sectionId, (section) => ({ ...section, ...fields }));
}

/** Removes a section with all that is in it. */
export function removeSection(pack: Pack, sectionId: string): Pack {
  return { ...pack, sections: pack.sections.filter(({ id }) => id !== sectionId) };
}

/** Moves a section with all that is in it by one; the first does not go up, the last not down. */
export function moveSection(pack: Pack, sectionId: string, step: Step): Pack {
  const from = pack.sections.findIndex(({ id }) => id === sectionId);
  const section = pack.sections[from];
  const to = from + step;
  if (!section || to < 0 || to >= pack.sections.length) return pack;
  return { ...pack, sections: pack.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

/** Makes a pack of its own of another, with ids of its own throughout. */
export function copyOfPack(pack: Pack, title: string, made: { newId(): string; now: Date }): Pack {
  const { versionOf: _, past: __, editor: ___, deleted: ____, ...rest } = pack;
  const time = made.now.toISOString();
  return {
    ...rest,
    id: made.newId(),
    title,
    sections: pack.sections.map((section) => ({
      ...section,
      id: made.newId(),
      items: section.items.map((item) => ({ ...item, id: made.newId() })),
    })),
    created: time,
    modified: time,
  };
}

function changeSection(
  pack: Pack,
  sectionId: string,
  change: (section: PackSection) => PackSection,
): Pack {
  const sections = pack.sections.map((each) => (each.id === sectionId ? change(each) : each));
  return { ...pack, sections };
}

function changeItems(
  pack: Pack,
  itemId: string,
  change: (items: PackItem[], at: number) => PackItem[],
): Pack {
  const place = placeOfItem(pack, itemId);
  if (!place) return pack;
  return changeSection(pack, place.sectionId, (section) => ({
    ...section,
    items: change(section.items, place.at),
  }));
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(at, length));
}

import { useState } from 'preact/hooks';
import * as edit from '../lib/core/pack/pack-edit.ts';
import type { Pack, PackItem, PackSection } from '../lib/core/pack/pack.ts';
import { useTranslate } from './i18n.tsx';
import { itemName, sectionName } from './pack-words.ts';
import type { Added, Adding } from './PackAdding.tsx';
import type { Addable } from './PackSectionView.tsx';
import { useDragOrder } from './use-drag-order.ts';
import { useFocusNext } from './use-focus-next.ts';
import type { PackLookup } from './use-pack-material.ts';
import { usePackMoves } from './use-pack-moves.ts';
import type { OpenPack } from './use-pack.ts';

type FocusNext = ReturnType<typeof useFocusNext>;

/** What can be done to a pack's sections and items; each leaves the keyboard where the work goes on. */
export function usePackDeeds(open: OpenPack, lookup: PackLookup | undefined, newId: () => string) {
  const t = useTranslate();
  const { pack, current, change } = open;
  const focusNext = useFocusNext(pack);
  const moves = usePackMoves(open, lookup, focusNext);
  const { drag, start } = useDragOrder(moves.drop);
  const adding = useAdding(open, newId, focusNext);
  const remove = (make: (was: Pack) => Pack, name: string, next: readonly string[]) => {
    focusNext(...next);
    change(make);
    moves.say(t('pack_removed', [name]));
  };
  return {
    moves,
    drag,
    startDrag: start,
    adding,
    removeSection: ({ id, title }: PackSection, at: number) =>
      remove(
        (was) => edit.removeSection(was, id),
        sectionName(t, title, at),
        sectionsBeside(current(), id),
      ),
    removeItem: (item: PackItem) =>
      remove(
        (was) => edit.removeItem(was, item.id),
        itemName(t, item, lookup),
        itemsBeside(current(), item.id),
      ),
  };
}

/** What is being added: an empty text or question at once, all else by a dialog. */
function useAdding({ change }: OpenPack, newId: () => string, focusNext: FocusNext) {
  const [adding, setAdding] = useState<Adding>();
  const put = (sectionId: string, items: readonly PackItem[]) => {
    const [first] = items;
    if (first) focusNext(`#pack-item-${first.id} :is(input, textarea)`);
    change((was) => edit.addItems(was, { sectionId }, items));
  };
  return {
    adding,
    leave: () => setAdding(undefined),
    begin: (sectionId: string, what: Addable) => {
      if (what === 'text') put(sectionId, [{ type: 'text', id: newId(), text: '' }]);
      else if (what === 'question')
        put(sectionId, [{ type: 'question', id: newId(), question: '', answer: '' }]);
      else setAdding({ what, sectionId });
    },
    /** Adds figures to a table that is there. */
    extend: (sectionId: string, tableId: string) =>
      setAdding({ what: 'figures', sectionId, tableId }),
    finish: ({ items, annotationIds }: Added) => {
      setAdding(undefined);
      const { sectionId, tableId } = adding ?? {};
      if (tableId !== undefined) change((was) => addFigures(was, tableId, annotationIds));
      else if (sectionId !== undefined) put(sectionId, items);
    },
  };
}

/** What takes the keyboard when an item goes: the one after it, before it, or what adds another. */
function itemsBeside(pack: Pack, itemId: string): string[] {
  const { sectionId = '', at = -1 } = edit.placeOfItem(pack, itemId) ?? {};
  const items = pack.sections.find(({ id }) => id === sectionId)?.items ?? [];
  const beside = [items[at + 1], items[at - 1]].flatMap((item) => item?.id ?? []);
  return [
    ...beside.map((each) => `#pack-item-${each} [data-control="remove"]`),
    `#pack-section-${sectionId} .pack-add button`,
  ];
}

function sectionsBeside({ sections }: Pack, sectionId: string): string[] {
  const at = sections.findIndex(({ id }) => id === sectionId);
  const beside = [sections[at + 1], sections[at - 1]].flatMap((each) => each?.id ?? []);
  return [...beside.map((each) => `#pack-section-${each} input`), '.pack-more'];
}

function addFigures(pack: Pack, tableId: string, ids: readonly string[]): Pack {
  const table = edit.itemsOf(pack).find(({ id }) => id === tableId);
  if (table?.type !== 'figures') return pack;
  const annotationIds = [...new Set([...table.annotationIds, ...ids])];
  return edit.editItem(pack, tableId, { annotationIds });
}

import { useState } from 'preact/hooks';
import {
  itemsOf,
  moveItem,
  moveSection,
  placeOfItem,
  stepFrom,
  type ItemPlace,
  type Step,
} from '../lib/core/pack/pack-edit.ts';
import type { PackItem } from '../lib/core/pack/pack.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { itemName, sectionName } from './pack-words.ts';
import type { PackLookup } from './use-pack-material.ts';
import type { OpenPack } from './use-pack.ts';

/** Moves by drag, key and button; each says where the thing is now, and leaves the keyboard where it was. */
export interface PackMoves {
  drop: (itemId: string, to: ItemPlace) => void;
  stepItem: (item: PackItem, step: Step) => void;
  stepSection: (sectionId: string, step: Step) => void;
  /** What was said last, for a live region. */
  said: string;
  say: (text: string) => void;
}

export function usePackMoves(
  { current, change }: Pick<OpenPack, 'current' | 'change'>,
  lookup: PackLookup | undefined,
  focusNext: (...selectors: readonly string[]) => void,
): PackMoves {
  const t = useTranslate();
  const [said, say] = useState('');
  const move = (itemId: string, to: ItemPlace) => {
    const pack = current();
    const next = moveItem(pack, itemId, to);
    const item = itemsOf(pack).find(({ id }) => id === itemId);
    if (!item || next === pack) return;
    focusNext(...controlNow());
    change((was) => moveItem(was, itemId, to));
    const place = placeOfItem(next, itemId);
    const at = next.sections.findIndex(({ id }) => id === place?.sectionId);
    const section = next.sections[at];
    if (!place || !section) return;
    const [position, of] = [formatCount(place.at + 1), formatCount(section.items.length)];
    const name = sectionName(t, section.title, at);
    say(t('pack_moved', [itemName(t, item, lookup), position, of, name]));
  };
  return {
    said,
    say,
    drop: move,
    stepItem: (item, step) => {
      const to = stepFrom(current(), item.id, step);
      if (to) move(item.id, to);
      else say(t(step < 0 ? 'pack_is_first' : 'pack_is_last'));
    },
    stepSection: (sectionId, step) => {
      const pack = current();
      const next = moveSection(pack, sectionId, step);
      const at = next.sections.findIndex(({ id }) => id === sectionId);
      if (next === pack) return say(t(step < 0 ? 'pack_is_first' : 'pack_is_last'));
      focusNext(...controlNow());
      change((was) => moveSection(was, sectionId, step));
      const name = sectionName(t, next.sections[at]?.title ?? '', at);
      say(t('pack_section_moved', [name, formatCount(at + 1), formatCount(next.sections.length)]));
    },
  };
}

/** Where the control that has the keyboard will be once what it belongs to has moved. */
function controlNow(): string[] {
  const { activeElement } = document;
  const owner = activeElement?.closest<HTMLElement>('[data-moves]')?.dataset['moves'];
  const name = activeElement?.closest<HTMLElement>('[data-control]')?.dataset['control'] ?? '';
  if (owner === undefined) return [];
  return [
    `[data-moves="${owner}"] [data-control="${name}"]`,
    `[data-moves="${owner}"] [data-control]`,
  ];
}

/** The step a key asks for: Alt with an arrow up or down. */
export function stepOfKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): Step | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowUp') return -1;
  return key === 'ArrowDown' ? 1 : undefined;
}

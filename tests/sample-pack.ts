import type { Pack, PackItem, PackSection } from '../lib/core/pack/pack.ts';
import { nextId, NOW } from './sample-collection.ts';

/** An item without the id of its own. */
export type BareItem = PackItem extends infer Each
  ? Each extends PackItem
    ? Omit<Each, 'id'>
    : never
  : never;

export function item(bare: BareItem): PackItem {
  return { ...bare, id: nextId() } as PackItem;
}

export function section(title: string, items: readonly PackItem[] = []): PackSection {
  return { id: nextId(), title, introduction: '', items: [...items] };
}

/** A pack with all its parts on. */
export function pack(sections: readonly PackSection[], fields: Partial<Pack> = {}): Pack {
  return {
    type: 'pack',
    id: nextId(),
    title: 'Sinh hoạt chuyên đề quý IV',
    subtitle: '',
    author: 'Ban Tuyên giáo',
    organisation: 'Đảng ủy xã Mẫu',
    dated: 'Mẫu, tháng 11/2026',
    introduction: '',
    parts: { cover: true, contents: true, glossary: true, answers: true, sources: true },
    paper: 'A4',
    onlyApproved: false,
    sections: [...sections],
    created: NOW.toISOString(),
    modified: NOW.toISOString(),
    ...fields,
  };
}

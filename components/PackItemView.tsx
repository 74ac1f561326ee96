import type { ItemFields, Step } from '../lib/core/pack/pack-edit.ts';
import type { PackItem } from '../lib/core/pack/pack.ts';
import { useTranslate } from './i18n.tsx';
import { itemName } from './pack-words.ts';
import { PackItemBody } from './PackItemBody.tsx';
import { stepOfKey } from './use-pack-moves.ts';
import type { PackLookup } from './use-pack-material.ts';

export interface PackItemDeeds {
  onStep: (item: PackItem, step: Step) => void;
  onDrag: (event: PointerEvent, itemId: string) => void;
  onRemove: (item: PackItem) => void;
  onEdit: (itemId: string, fields: ItemFields, field: string) => void;
  onAddFigures: (item: Extract<PackItem, { type: 'figures' }>) => void;
}

interface PackItemViewProps extends PackItemDeeds {
  item: PackItem;
  lookup: PackLookup | undefined;
  onlyApproved: boolean;
  isDragged: boolean;
  /** Whether what is dragged would stand before it. */
  isDropBefore: boolean;
}

/** An item of a section: what it is, between the handle it is dragged by and the buttons that move and remove it. */
export function PackItemView(props: PackItemViewProps) {
  const { item, lookup, onStep, onDrag, onRemove, onEdit, onAddFigures } = props;
  const t = useTranslate();
  const name = itemName(t, item, lookup);
  return (
    <li
      class="pack-item"
      id={`pack-item-${item.id}`}
      data-pack-item={item.id}
      data-moves={item.id}
      data-type={item.type}
      data-dragged={props.isDragged || undefined}
      data-drop={props.isDropBefore || undefined}
      onKeyDown={(event) => {
        const step = stepOfKey(event);
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onStep(item, step);
      }}
    >
      <button
        type="button"
        class="pack-handle"
        data-control="handle"
        title={t('pack_drag_hint')}
        aria-label={t('pack_drag', [name])}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onPointerDown={(event) => onDrag(event, item.id)}
      >
        ⠿
      </button>
      <div class="pack-body">
        <PackItemBody
          item={item}
          lookup={lookup}
          onlyApproved={props.onlyApproved}
          onEdit={(fields, field) => onEdit(item.id, fields, field)}
          onAddFigures={() => item.type === 'figures' && onAddFigures(item)}
        />
      </div>
      <div class="pack-tools" role="group" aria-label={name}>
        <MoveButtons name={name} onStep={(step) => onStep(item, step)} />
        <button
          type="button"
          data-control="remove"
          aria-label={t('pack_remove', [name])}
          title={t('pack_remove_short')}
          onClick={() => onRemove(item)}
        >
          ×
        </button>
      </div>
    </li>
  );
}

/** What moves a thing by one without dragging. */
export function MoveButtons({ name, onStep }: { name: string; onStep: (step: Step) => void }) {
  const t = useTranslate();
  return (
    <>
      <button
        type="button"
        data-control="up"
        aria-label={t('pack_up', [name])}
        title={t('pack_up_short')}
        onClick={() => onStep(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        data-control="down"
        aria-label={t('pack_down', [name])}
        title={t('pack_down_short')}
        onClick={() => onStep(1)}
      >
        ↓
      </button>
    </>
  );
}

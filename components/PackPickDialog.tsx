import type { ComponentChildren } from 'preact';
import { Dialog } from './Dialog.tsx';
import { useTranslate } from './i18n.tsx';

interface PackPickDialogProps {
  title: string;
  /** What the button says that takes what is picked. */
  add: string;
  isNothing: boolean;
  onAdd: () => void;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog to pick things for a pack from a list. */
export function PackPickDialog(props: PackPickDialogProps) {
  const { title, add, isNothing, onAdd, onClose, children } = props;
  const t = useTranslate();
  return (
    <Dialog title={title} class="pack-picker" onClose={onClose}>
      {children}
      <div class="actions">
        <button type="button" class="primary" disabled={isNothing} onClick={onAdd}>
          {add}
        </button>
        <button type="button" onClick={onClose}>
          {t('excerpt_cancel')}
        </button>
      </div>
    </Dialog>
  );
}

import { useTranslate } from './i18n.tsx';

interface FormButtonsProps {
  /** What the button that ends the form says; that it is saved where nothing else is said. */
  send?: string;
  isDisabled?: boolean;
  onCancel: () => void;
}

/** The two ways out of a form: to send it, and to leave all as it was. */
export function FormButtons({ send, isDisabled = false, onCancel }: FormButtonsProps) {
  const t = useTranslate();
  return (
    <div class="actions">
      <button type="submit" class="primary" disabled={isDisabled}>
        {send ?? t('excerpt_save')}
      </button>
      <button type="button" onClick={onCancel}>
        {t('excerpt_cancel')}
      </button>
    </div>
  );
}

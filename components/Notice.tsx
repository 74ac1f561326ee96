import { useEffect, useState } from 'preact/hooks';
import { useTranslate } from './i18n.tsx';

/** Long enough to read and to reach the button; it waits while the pointer or the keyboard is on it. */
const SHOWN_MS = 10_000;

export interface NoticeProps {
  text: string;
  tone: 'good' | 'bad' | 'busy';
  /** Takes back what the notice tells of. */
  onUndo?: (() => void) | undefined;
}

/** What just happened, with the way back. A failure stays until it is closed, work until it ends. */
export function Notice({ text, tone, onUndo, onClose }: NoticeProps & { onClose: () => void }) {
  const t = useTranslate();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (tone !== 'good' || isHeld) return undefined;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, tone, isHeld, onClose]);
  return (
    <div
      class="notice"
      data-tone={tone}
      role={tone === 'bad' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span>{text}</span>
      {onUndo && (
        <button type="button" onClick={onUndo}>
          {t('notice_undo')}
        </button>
      )}
      {tone !== 'busy' && (
        <button type="button" aria-label={t('notice_close')} onClick={onClose}>
          ×
        </button>
      )}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate } from './i18n.tsx';
import { useFirstFocus } from './use-first-focus.ts';

interface ReasonFormProps {
  onReturn: (reason: string) => void;
  onCancel: () => void;
}

/** Why an excerpt goes back to its author; Ctrl+Enter sends it, Escape leaves it. */
export function ReasonForm({ onReturn, onCancel }: ReasonFormProps) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const field = useFirstFocus<HTMLTextAreaElement>();
  const send = () => reason.trim() && onReturn(reason);
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        {t('review_reason')}
        <textarea
          ref={field}
          rows={2}
          required
          autoFocus
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <FormButtons send={t('review_send_back')} isDisabled={!reason.trim()} onCancel={onCancel} />
    </form>
  );
}

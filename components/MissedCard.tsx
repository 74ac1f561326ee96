import { useState } from 'preact/hooks';
import type { FigureKind, ProgrammeKind, Span } from '../lib/core/annotation.ts';
import type { Verdict } from '../lib/core/correct-mention.ts';
import { parseValue } from '../lib/core/format-value.ts';
import { KindField, ValueField } from './CorrectionForm.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useTranslate } from './i18n.tsx';
import { useFirstFocus } from './use-first-focus.ts';

interface MissedCardProps {
  /** The words the reader selected. */
  span: Span;
  isBusy: boolean;
  failure?: string | undefined;
  onSave: (verdict: Extract<Verdict, { problem: 'missed' }>) => void;
  onClose: () => void;
}

/** Lets the reader say that selected words are a figure or a document which the recogniser missed. */
export function MissedCard({ span, isBusy, failure, onSave, onClose }: MissedCardProps) {
  const t = useTranslate();
  const [type, setType] = useState<'figure' | 'programme'>(
    parseValue(firstNumber(span.exact)) ? 'figure' : 'programme',
  );
  const [figureKind, setFigureKind] = useState<FigureKind>('count');
  const [programmeKind, setProgrammeKind] = useState<ProgrammeKind>('resolution');
  const [typed, setTyped] = useState(firstNumber(span.exact));
  const [isUnread, setUnread] = useState(false);
  const submit = (event: MouseEvent) => {
    event.preventDefault();
    const value = parseValue(typed);
    setUnread(type === 'figure' && value === undefined);
    if (!event.isTrusted) return;
    if (type === 'programme') onSave({ problem: 'missed', type, kind: programmeKind });
    else if (value !== undefined) onSave({ problem: 'missed', type, kind: figureKind, value });
  };
  return (
    <section class="card" data-type={type} aria-label={t('missed_label')}>
      <header class="card-head">
        <span class="kind">{t('missed_label')}</span>
        <strong class="exact">{span.exact}</strong>
      </header>
      <form class="detail correction">
        <TypeField type={type} onChange={setType} />
        {type === 'figure' ? (
          <>
            <KindField
              t={t}
              type={type}
              kind={figureKind}
              onChange={(kind) => setFigureKind(kind as FigureKind)}
            />
            <ValueField t={t} typed={typed} onChange={setTyped} />
          </>
        ) : (
          <KindField
            t={t}
            type={type}
            kind={programmeKind}
            onChange={(kind) => setProgrammeKind(kind as ProgrammeKind)}
          />
        )}
        {(isUnread || failure) && (
          <p class="failure" role="alert">
            {failure ?? t('correct_unread')}
          </p>
        )}
        <div class="less">
          <SubmitButton isBusy={isBusy} onSubmit={submit}>
            {t('missed_save')}
          </SubmitButton>
          <button type="button" onClick={onClose}>
            {t('correct_cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}

interface TypeFieldProps {
  type: 'figure' | 'programme';
  onChange: (type: 'figure' | 'programme') => void;
}

function TypeField({ type, onChange }: TypeFieldProps) {
  const t = useTranslate();
  // Asked for from the browser's menu: the card lies after all of the page, many Tabs away.
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <fieldset>
      <legend>{t('missed_type')}</legend>
      {(['figure', 'programme'] as const).map((each) => (
        <label key={each}>
          <input
            ref={type === each ? first : undefined}
            type="radio"
            name="type"
            checked={type === each}
            onChange={() => onChange(each)}
          />
          {t(`type_${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

function firstNumber(text: string): string {
  return /\d[\d.,/]*/.exec(text)?.[0].replace(/[.,/]$/, '') ?? '';
}

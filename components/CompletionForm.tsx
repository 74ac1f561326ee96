import { useState } from 'preact/hooks';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Completion } from '../lib/core/collection/edit.ts';
import { CONTEXT_FIELDS, missingContext } from '../lib/core/collection/missing-context.ts';
import { useTranslate } from './i18n.tsx';

interface CompletionFormProps {
  annotation: Annotation;
  /** Gives whether it was stored. */
  onComplete: (completion: Completion) => Promise<boolean>;
}

/** What a figure leaves open, and a way to fill it in on the spot; what a person filled in is said so. */
export function CompletionForm({ annotation, onComplete }: CompletionFormProps) {
  const t = useTranslate();
  const [fields, setFields] = useState<Completion>();
  const missing = missingContext(annotation.mention);
  const { completed = [] } = annotation;
  const names = missing.map((context) => t(`missing_${context}`)).join(', ');
  return (
    <>
      {completed.length > 0 && (
        <p class="quiet">
          {t('completed_by_hand', [
            completed.map((field) => t(`fact_${field}` as 'fact_of')).join(', '),
          ])}
        </p>
      )}
      {missing.length > 0 && (
        <p class="missing">
          {t('missing_context', [names])}{' '}
          <button
            type="button"
            class="link"
            aria-expanded={fields !== undefined}
            onClick={() => setFields(fields ? undefined : {})}
          >
            {t('missing_complete')}
          </button>
        </p>
      )}
      {missing.length > 0 && fields && (
        <form
          class="editor"
          onSubmit={(event) => {
            event.preventDefault();
            void onComplete(fields).then((isStored) => isStored && setFields(undefined));
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) setFields(undefined);
          }}
        >
          {missing.map((context, at) => {
            const field = CONTEXT_FIELDS[context];
            return (
              <label key={context}>
                {t(`fact_${field}`)}
                <input
                  type="text"
                  autoFocus={at === 0}
                  placeholder={t(`missing_${context}_hint`)}
                  value={fields[field] ?? ''}
                  onInput={({ currentTarget }) =>
                    setFields({ ...fields, [field]: currentTarget.value })
                  }
                />
              </label>
            );
          })}
          <div class="actions">
            <button
              type="submit"
              class="primary"
              disabled={!Object.values(fields).some((text) => text.trim())}
            >
              {t('excerpt_save')}
            </button>
            <button type="button" onClick={() => setFields(undefined)}>
              {t('excerpt_cancel')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

import { useState } from 'preact/hooks';
import type { Annotation } from '../lib/core/annotation.ts';
import type { Completion } from '../lib/core/collection/edit.ts';
import {
  CONTEXT_FIELDS,
  missingContext,
  type Context,
} from '../lib/core/collection/missing-context.ts';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate } from './i18n.tsx';
import { useFirstFocus } from './use-first-focus.ts';

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
        <Fields
          missing={missing}
          fields={fields}
          onFields={setFields}
          onSave={() =>
            void onComplete(fields).then((isStored) => isStored && setFields(undefined))
          }
        />
      )}
    </>
  );
}

interface FieldsProps {
  missing: readonly Context[];
  fields: Completion;
  onFields: (fields: Completion | undefined) => void;
  onSave: () => void;
}

function Fields({ missing, fields, onFields, onSave }: FieldsProps) {
  const t = useTranslate();
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onFields(undefined);
      }}
    >
      {missing.map((context, at) => {
        const field = CONTEXT_FIELDS[context];
        return (
          <label key={context}>
            {t(`fact_${field}`)}
            <input
              ref={at === 0 ? first : undefined}
              type="text"
              placeholder={t(`missing_${context}_hint`)}
              value={fields[field] ?? ''}
              onInput={({ currentTarget }) => onFields({ ...fields, [field]: currentTarget.value })}
            />
          </label>
        );
      })}
      <FormButtons
        isDisabled={!Object.values(fields).some((text) => text.trim())}
        onCancel={() => onFields(undefined)}
      />
    </form>
  );
}

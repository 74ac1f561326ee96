import { useState } from 'preact/hooks';
import type { ProgrammeEdit } from '../lib/core/collection/programme-deeds.ts';
import { PROGRAMME_FIELDS, type ProgrammeField } from '../lib/core/collection/programme-hand.ts';
import { fillable } from '../lib/core/collection/programme-list.ts';
import type { ProgrammeSummary } from '../lib/core/collection/programme-summary.ts';
import { useTranslate } from './i18n.tsx';
import { fieldWords } from './programme-words.ts';
import { ProgrammeForm } from './ProgrammeForm.tsx';

interface ProgrammeFactsProps {
  entry: ProgrammeSummary;
  /** Gives whether it was stored. */
  onSave: (edit: ProgrammeEdit) => Promise<boolean>;
}

/** What is known of an entry, where each word comes from, and a way to fill in what is not known. */
export function ProgrammeFacts({ entry, onSave }: ProgrammeFactsProps) {
  const t = useTranslate();
  const [editing, setEditing] = useState<ProgrammeField>();
  if (editing) {
    return (
      <ProgrammeForm
        entry={entry}
        first={editing}
        onSave={onSave}
        onClose={() => setEditing(undefined)}
      />
    );
  }
  const { kind, aliases, note } = entry;
  const shown = PROGRAMME_FIELDS.filter(
    (field) => entry.fields[field] || fillable(kind).some((each) => each === field),
  );
  return (
    <section class="about" aria-label={t('article_about')}>
      <dl>
        {shown.map((field) => (
          <Fact key={field} entry={entry} field={field} onFill={() => setEditing(field)} />
        ))}
        {aliases.length > 0 && (
          <div>
            <dt>{t('programme_aliases')}</dt>
            <dd>{aliases.join('; ')}</dd>
          </div>
        )}
        {note && (
          <div>
            <dt>{t('programme_note')}</dt>
            <dd class="kept-lines">{note}</dd>
          </div>
        )}
      </dl>
      <button type="button" onClick={() => setEditing('kind')}>
        {t('programme_edit')}
      </button>
    </section>
  );
}

interface FactProps {
  entry: ProgrammeSummary;
  field: ProgrammeField;
  onFill: () => void;
}

function Fact({ entry, field, onFill }: FactProps) {
  const t = useTranslate();
  const told = entry.fields[field];
  const label = t(`programme_${field}`);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {told ? (
          <>
            {fieldWords(t, field, told.value)}{' '}
            <span class="origin">({t(`programme_origin_${told.origin}`)})</span>
            {told.others.length > 0 && (
              <span class="differing">
                {' '}
                {t('programme_others', [
                  told.others.map((value) => fieldWords(t, field, value)).join(', '),
                ])}
              </span>
            )}
          </>
        ) : (
          <>
            <span class="quiet">{t('programme_unknown')}</span>{' '}
            <button
              type="button"
              class="link"
              aria-label={t('programme_fill_field', [label])}
              onClick={onFill}
            >
              {t('programme_fill')}
            </button>
          </>
        )}
      </dd>
    </div>
  );
}

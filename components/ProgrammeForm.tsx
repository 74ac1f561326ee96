import { useState } from 'preact/hooks';
import { parseDay } from '../lib/core/collection/article-edit.ts';
import type { ProgrammeEdit } from '../lib/core/collection/programme-deeds.ts';
import { PROGRAMME_FIELDS, type ProgrammeField } from '../lib/core/collection/programme-hand.ts';
import type { ProgrammeSummary } from '../lib/core/collection/programme-summary.ts';
import { NAME_SEPARATOR } from '../lib/core/export/programme-csv.ts';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate } from './i18n.tsx';
import { PROGRAMME_KINDS } from './kinds.ts';
import { fieldWords, programmeKindWord } from './programme-words.ts';
import { useFirstFocus } from './use-first-focus.ts';

interface ProgrammeFormProps {
  entry: ProgrammeSummary;
  /** The field that has the keyboard first. */
  first: ProgrammeField;
  /** Gives whether it was stored. */
  onSave: (edit: ProgrammeEdit) => Promise<boolean>;
  onClose: () => void;
}

type Typed = Partial<Record<ProgrammeField | 'note' | 'aliases', string>>;

/** Fields of an entry to fill in or put right; what is left as it was stays the articles' word. */
export function ProgrammeForm({ entry, first, onSave, onClose }: ProgrammeFormProps) {
  const t = useTranslate();
  const [typed, setTyped] = useState<Typed>({});
  const day = typed.date === undefined ? '' : parseDay(typed.date);
  const isWrongDay = day === undefined || day.includes('T');
  const shared = { entry, typed, onType: (part: Typed) => setTyped({ ...typed, ...part }) };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrongDay) return;
        void onSave(editOf(typed, day)).then((isStored) => isStored && onClose());
      }}
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && onClose()}
    >
      {PROGRAMME_FIELDS.map((field) => (
        <Field
          key={field}
          {...shared}
          field={field}
          isFirst={field === first}
          isWrong={field === 'date' && isWrongDay}
        />
      ))}
      {isWrongDay && <p role="alert">{t('programme_wrong_day')}</p>}
      <label>
        {t('programme_aliases')}
        <input
          type="text"
          placeholder={t('programme_aliases_hint')}
          value={typed.aliases ?? entry.ownAliases.join(`${NAME_SEPARATOR} `)}
          onInput={({ currentTarget }) => shared.onType({ aliases: currentTarget.value })}
        />
      </label>
      <label>
        {t('programme_note')}
        <textarea
          rows={2}
          value={typed.note ?? entry.note}
          onInput={({ currentTarget }) => shared.onType({ note: currentTarget.value })}
        />
      </label>
      <p class="quiet">{t('programme_as_articles')}</p>
      <FormButtons isDisabled={isWrongDay} onCancel={onClose} />
    </form>
  );
}

function editOf({ aliases, date, ...typed }: Typed, day: string): ProgrammeEdit {
  return {
    ...typed,
    ...(date !== undefined && { date: day }),
    ...(aliases !== undefined && { aliases: aliases.split(NAME_SEPARATOR) }),
  };
}

interface FieldProps {
  entry: ProgrammeSummary;
  typed: Typed;
  onType: (part: Typed) => void;
  field: ProgrammeField;
  isFirst: boolean;
  isWrong: boolean;
}

function Field({ entry, typed, onType, field, isFirst, isWrong }: FieldProps) {
  const t = useTranslate();
  const told = entry.fields[field]?.value ?? '';
  return (
    <label>
      {t(`programme_${field}`)}
      {field === 'kind' ? (
        <KindChoice
          kind={typed.kind ?? told}
          isFirst={isFirst}
          onChoose={(kind) => onType({ kind })}
        />
      ) : (
        <TextField
          value={typed[field] ?? fieldWords(t, field, told)}
          isFirst={isFirst}
          isWrong={isWrong}
          onType={(value) => onType({ [field]: value })}
        />
      )}
    </label>
  );
}

interface TextFieldProps {
  value: string;
  isFirst: boolean;
  isWrong: boolean;
  onType: (value: string) => void;
}

function TextField({ value, isFirst, isWrong, onType }: TextFieldProps) {
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <input
      type="text"
      ref={isFirst ? first : undefined}
      aria-invalid={isWrong}
      value={value}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
    />
  );
}

interface KindChoiceProps {
  kind: string;
  isFirst: boolean;
  onChoose: (kind: string) => void;
}

function KindChoice({ kind, isFirst, onChoose }: KindChoiceProps) {
  const t = useTranslate();
  const first = useFirstFocus<HTMLSelectElement>();
  return (
    <select
      ref={isFirst ? first : undefined}
      value={kind}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {PROGRAMME_KINDS.map((each) => (
        <option key={each} value={each}>
          {programmeKindWord(t, each)}
        </option>
      ))}
    </select>
  );
}

import { useEffect, useId, useState } from 'preact/hooks';
import { useTranslate } from './i18n.tsx';

interface NameSettingsProps {
  name: string;
  onSave: (name: string) => unknown;
}

/** The name that excerpts and reviews are signed with. */
export function NameSettings({ name, onSave }: NameSettingsProps) {
  const t = useTranslate();
  const id = useId();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  return (
    <form
      class="name"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed.normalize('NFC').trim());
      }}
    >
      <h2>
        <label for={id}>{t('settings_name')}</label>
      </h2>
      <p id={`${id}-why`}>{t('settings_name_why')}</p>
      <input
        id={id}
        type="text"
        autocomplete="name"
        maxLength={200}
        aria-describedby={`${id}-why`}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" disabled={typed.trim() === name}>
        {t('settings_save')}
      </button>
    </form>
  );
}

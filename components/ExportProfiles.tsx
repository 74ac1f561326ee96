import { useEffect, useState } from 'preact/hooks';
import { columns } from '../lib/core/export/columns.ts';
import { standardChoice, type ExportProfile } from '../lib/core/export/profile.ts';
import type { ExportActions } from './export-actions.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { ChosenExport } from './use-export-choice.ts';

type ExportProfilesProps = ChosenExport & { actions: ExportActions };

/** Choices kept under a name, to use again, to add to and to delete. */
export function ExportProfiles({ actions, choice, profile, use }: ExportProfilesProps) {
  const t = useTranslate();
  const [profiles, setProfiles] = useState<readonly ExportProfile[]>([]);
  const [failure, setFailure] = useState<MessageKey>();
  const attempt = async (work: Promise<ExportProfile[]>) => {
    try {
      const all = await work;
      setProfiles(all);
      setFailure(undefined);
      return all;
    } catch (error) {
      setFailure((error as { messageKey?: MessageKey }).messageKey ?? 'error_unexpected');
      return undefined;
    }
  };
  useEffect(() => void attempt(actions.loadProfiles()), []);
  const own = profiles.find(({ id }) => id === profile);
  const choose = (name: string) => {
    const kept = profiles.find(({ id }) => id === name);
    if (kept) use(name, kept);
    else if (name === 'all') use(name, { ...choice, columns: columns.map(({ key }) => key) });
    else use('standard', standardChoice(choice.format));
  };
  const save = async (name: string) => {
    const all = await attempt(actions.saveProfile(name, choice));
    const saved = all?.at(-1);
    if (saved) use(saved.id, saved);
  };
  return (
    <div class="profiles">
      <label class="field">
        <span>{t('export_profile')}</span>
        <select value={profile ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {profile === undefined && <option value="">{t('export_profile_unsaved')}</option>}
          <option value="standard">{t('export_profile_standard')}</option>
          <option value="all">{t('export_profile_all')}</option>
          {profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {!own && <SaveProfile onSave={(name) => void save(name)} />}
      {own && (
        <button
          type="button"
          onClick={() => {
            use('standard', standardChoice(choice.format));
            void attempt(actions.removeProfile(own.id));
          }}
        >
          {t('export_profile_remove', [own.name])}
        </button>
      )}
      {failure && <p role="alert">{t(failure)}</p>}
    </div>
  );
}

/** A name for the choice as it is; asked for only when it is to be kept. */
function SaveProfile({ onSave }: { onSave: (name: string) => void }) {
  const t = useTranslate();
  const [name, setName] = useState('');
  const keep = () => {
    if (name.trim()) onSave(name.trim());
  };
  return (
    <details class="keep">
      <summary>{t('export_profile_save')}</summary>
      <span class="row">
        <input
          type="text"
          maxLength={80}
          aria-label={t('export_profile_name')}
          placeholder={t('export_profile_name')}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter would submit the form, and with it make the file.
            event.preventDefault();
            keep();
          }}
        />
        <button type="button" disabled={name.trim() === ''} onClick={keep}>
          {t('export_profile_keep')}
        </button>
      </span>
    </details>
  );
}

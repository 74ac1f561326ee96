import { useEffect, useRef, useState } from 'preact/hooks';
import { columns } from '../lib/core/export/columns.ts';
import { standardChoice, type ExportProfile } from '../lib/core/export/profile.ts';
import type { ExportActions } from './export-actions.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { ChosenExport } from './use-export-choice.ts';
import { messageKeyOf } from './use-notice.ts';

type ExportProfilesProps = ChosenExport & { actions: ExportActions };

/** Choices kept under a name, to use again, to add to and to delete. */
export function ExportProfiles({ actions, choice, profile, use }: ExportProfilesProps) {
  const t = useTranslate();
  const { profiles, failure, attempt } = useProfiles(actions);
  // What has the keyboard goes away as a profile is saved or deleted.
  const list = useRef<HTMLSelectElement>(null);
  const own = profiles.find(({ id }) => id === profile);
  const choose = (name: string) => {
    const kept = profiles.find(({ id }) => id === name);
    if (kept) use(name, kept);
    else if (name === 'all') use(name, { ...choice, columns: columns.map(({ key }) => key) });
    else use('standard', standardChoice(choice.format));
  };
  const save = async (name: string) => {
    const all = await attempt(actions.saveProfile(name, choice, named(profiles, name)?.id));
    const saved = all?.at(-1);
    if (!saved) return;
    use(saved.id, saved);
    list.current?.focus();
  };
  const remove = ({ id }: ExportProfile) => {
    use('standard', standardChoice(choice.format));
    list.current?.focus();
    void attempt(actions.removeProfile(id));
  };
  return (
    <div class="profiles">
      <label class="field">
        <span>{t('export_profile')}</span>
        <select
          ref={list}
          value={profile ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
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
      {!own && <SaveProfile profiles={profiles} onSave={(name) => void save(name)} />}
      {own && (
        <button type="button" onClick={() => remove(own)}>
          {t('export_profile_remove', [own.name])}
        </button>
      )}
      {failure && <p role="alert">{t(failure)}</p>}
    </div>
  );
}

/** The profiles there are, as the last deed left them, and why a deed failed. */
function useProfiles({ loadProfiles }: ExportActions) {
  const [profiles, setProfiles] = useState<readonly ExportProfile[]>([]);
  const [failure, setFailure] = useState<MessageKey>();
  const attempt = async (work: Promise<ExportProfile[]>) => {
    try {
      const all = await work;
      setProfiles(all);
      setFailure(undefined);
      return all;
    } catch (error) {
      setFailure(messageKeyOf(error));
      return undefined;
    }
  };
  useEffect(() => void attempt(loadProfiles()), []);
  return { profiles, failure, attempt };
}

function named(profiles: readonly ExportProfile[], name: string): ExportProfile | undefined {
  return profiles.find((each) => each.name === name.trim());
}

interface SaveProfileProps {
  profiles: readonly ExportProfile[];
  onSave: (name: string) => void;
}

/** A name for the choice as it is; asked for only when it is to be kept. One that is taken replaces what has it. */
function SaveProfile({ profiles, onSave }: SaveProfileProps) {
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
          {t(named(profiles, name) ? 'export_profile_replace' : 'export_profile_keep')}
        </button>
      </span>
    </details>
  );
}

import { useEffect, useId, useState } from 'preact/hooks';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { parseTagList } from '../lib/core/settings.ts';
import { FileButton } from './FileButton.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';

/** Far more than any office has tags; a larger file is a mistake. */
const LARGEST_FILE = 1_000_000;

interface TagListSettingsProps {
  tags: readonly string[];
  onSave: (tags: string[]) => unknown;
}

/** The office's own list of tags, one a line, to write or to bring from a file. */
export function TagListSettings({ tags, onSave }: TagListSettingsProps) {
  const t = useTranslate();
  const id = useId();
  const stored = tags.join('\n');
  const [typed, setTyped] = useState(stored);
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; text: string }>();
  useEffect(() => setTyped(stored), [stored]);
  const listed = tidyTags(typed.split('\n'));
  const bring = async (file: File) => {
    const text = file.size <= LARGEST_FILE ? await file.text() : '\0';
    // A spreadsheet or a picture is no list, whatever its name ends in.
    if (/[\0\uFFFD]/.test(text)) {
      return setSaid({ tone: 'bad', text: t('settings_tags_unread') });
    }
    const all = tidyTags([...listed, ...parseTagList(text)]);
    setTyped(all.join('\n'));
    const count = formatCount(all.length - listed.length);
    return setSaid({ tone: 'good', text: t('settings_tags_imported', [count]) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSaid(undefined);
        onSave(listed);
      }}
    >
      <h2>
        <label for={id}>{t('settings_tags')}</label>
      </h2>
      <p id={`${id}-why`}>{t('settings_tags_why')}</p>
      <textarea
        id={id}
        rows={8}
        aria-describedby={`${id}-why`}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <p class={said?.tone === 'bad' ? 'failure' : 'quiet'} role="status">
        {said?.text ?? t('settings_tags_count', [formatCount(listed.length)])}
      </p>
      <div class="actions">
        <button type="submit" class="primary" disabled={listed.join('\n') === stored}>
          {t('settings_save')}
        </button>
        <FileButton
          label={t('settings_tags_import')}
          accept=".txt,.csv,text/plain,text/csv"
          onFile={(file) => void bring(file)}
        />
      </div>
    </form>
  );
}

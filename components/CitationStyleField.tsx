import { BUNDLED_STYLES } from '../lib/core/cite/citation-style.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';
import { FileButton } from './FileButton.tsx';
import { useTranslate } from './i18n.tsx';
import { useOwnStyles } from './use-own-styles.ts';

interface CitationStyleFieldProps {
  /** Id of the style; none is the Vietnamese one. */
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
  actions: CitationStyleActions;
}

/** The style articles are cited in: the Vietnamese one, one that comes with the program, or one of the reader's own. */
export function CitationStyleField({ chosen, onChoose, actions }: CitationStyleFieldProps) {
  const t = useTranslate();
  const { own, said, add, remove } = useOwnStyles(actions);
  const named = own?.find(({ id }) => id === chosen);
  const isBundled = BUNDLED_STYLES.some((name) => name === chosen);
  const isElsewhere = chosen !== undefined && !isBundled && !named;
  const isMissing = isElsewhere && own !== undefined;
  const addFrom = async (file: File) => {
    const added = await add(file);
    if (added) onChoose(added.id);
  };
  return (
    <div class="citation-style">
      <label class="field">
        <span>{t('citation_style')}</span>
        <select
          value={chosen ?? ''}
          onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
        >
          <option value="">{t('citation_vietnamese')}</option>
          {BUNDLED_STYLES.map((name) => (
            <option key={name} value={name}>
              {t(`citation_${name}`)}
            </option>
          ))}
          {own?.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          {isElsewhere && (
            <option value={chosen}>{isMissing ? t('citation_missing_name') : '…'}</option>
          )}
        </select>
      </label>
      <FileButton
        label={t('citation_add')}
        accept=".csl,.xml"
        onFile={(file) => void addFrom(file)}
      />
      {named && (
        <button
          type="button"
          onClick={() => {
            onChoose(undefined);
            remove(named);
          }}
        >
          {t('citation_remove', [named.title])}
        </button>
      )}
      {isMissing && <p role="alert">{t('citation_missing')}</p>}
      {said && <p role={said.isBad ? 'alert' : 'status'}>{said.text}</p>}
      {chosen !== undefined && !isMissing && <Attribution />}
    </div>
  );
}

/** Whose work the style is made by: its licence asks for it to be told where it is used. */
function Attribution() {
  const t = useTranslate();
  return (
    <p class="quiet">
      {t('citation_made')}{' '}
      <a href="https://citationstyles.org" target="_blank" rel="noreferrer">
        CSL
      </a>{' '}
      {t('citation_made_by')}{' '}
      <a href="https://github.com/juris-m/citeproc-js" target="_blank" rel="noreferrer">
        citeproc-js
      </a>
      , © Frank Bennett, CPAL 1.0 (
      <a href="/licences.txt" target="_blank">
        {t('citation_licences')}
      </a>
      )
    </p>
  );
}

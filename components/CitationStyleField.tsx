import { BUNDLED_STYLES, bundledStyle, type OwnStyle } from '../lib/core/cite/citation-style.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';
import { FileButton } from './FileButton.tsx';
import { useTranslate } from './i18n.tsx';
import { useOwnStyles } from './use-own-styles.ts';

interface CitationStyleFieldProps {
  /** Id of the style; none is the Vietnamese one. */
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
  /** Whether the style turned out not to be usable. */
  isUnusable?: boolean;
  actions: CitationStyleActions;
}

/** The style articles are cited in: the Vietnamese one, one that comes with the program, or one of the reader's own. */
export function CitationStyleField({
  chosen,
  onChoose,
  isUnusable = false,
  actions,
}: CitationStyleFieldProps) {
  const t = useTranslate();
  const { own, said, add, remove } = useOwnStyles(actions);
  const named = own?.find(({ id }) => id === chosen);
  const isElsewhere = chosen !== undefined && !bundledStyle(chosen) && !named;
  const isMissing = own !== undefined && isElsewhere;
  const isToReplace = isMissing || isUnusable;
  const addFrom = async (file: File) => {
    const added = await add(file);
    if (added) onChoose(added.id);
  };
  return (
    <div class="citation-style">
      <StyleSelect
        chosen={chosen}
        onChoose={onChoose}
        own={own ?? []}
        otherName={isElsewhere ? (isMissing ? t('citation_missing_name') : '…') : undefined}
      />
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
      {isToReplace && <p role="alert">{t('citation_missing')}</p>}
      {said && <p role={said.isBad ? 'alert' : 'status'}>{said.text}</p>}
      {chosen !== undefined && !isToReplace && <Attribution />}
    </div>
  );
}

interface StyleSelectProps extends Pick<CitationStyleFieldProps, 'chosen' | 'onChoose'> {
  own: readonly OwnStyle[];
  /** What the style chosen is called where it is none of those offered. */
  otherName: string | undefined;
}

function StyleSelect({ chosen, onChoose, own, otherName }: StyleSelectProps) {
  const t = useTranslate();
  return (
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
        {own.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {otherName && <option value={chosen}>{otherName}</option>}
      </select>
    </label>
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

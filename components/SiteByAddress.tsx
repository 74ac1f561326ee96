import { useId, useState } from 'preact/hooks';
import { typedHost } from '../lib/core/site.ts';
import { useTranslate } from './i18n.tsx';

interface SiteByAddressProps {
  onAllow: (host: string) => void;
  onNever: (host: string) => void;
}

/** Adds a site by what the reader types or pastes of its address. */
export function SiteByAddress({ onAllow, onNever }: SiteByAddressProps) {
  const t = useTranslate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isUnread, setUnread] = useState(false);
  const add = (act: (host: string) => void) => {
    const host = typedHost(typed);
    setUnread(host === undefined);
    if (host === undefined) return;
    act(host);
    setTyped('');
  };
  return (
    <form
      class="by-address"
      onSubmit={(event) => {
        event.preventDefault();
        add(onAllow);
      }}
    >
      <label for={id}>{t('sites_add')}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder={t('sites_add_hint')}
        aria-invalid={isUnread}
        aria-describedby={`${id}-error`}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setUnread(false);
        }}
      />
      <button type="submit">{t('sites_add_allow')}</button>
      <button type="button" onClick={() => add(onNever)}>
        {t('sites_add_never')}
      </button>
      <p id={`${id}-error`} class="failure" role="alert">
        {isUnread && t('sites_add_unread')}
      </p>
    </form>
  );
}

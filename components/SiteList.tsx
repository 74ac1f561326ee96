import { offeredName } from '../lib/core/site-groups.ts';
import { chosenMode, covers, siteName } from '../lib/core/site.ts';
import type { Settings, SiteMode } from '../lib/core/settings.ts';
import { useTranslate, type Translate } from './i18n.tsx';
import { SiteByAddress } from './SiteByAddress.tsx';

const MODES: readonly SiteMode[] = ['on', 'ask', 'off'];

interface SiteListProps {
  sites: Settings['sites'];
  allowed: readonly string[];
  onAllow: (hosts: readonly string[]) => void;
  onChoose: (host: string, name: string, mode: SiteMode) => void;
  onRemove: (host: string, name: string) => void;
  onForget: (host: string, name: string) => void;
}

/** The sites the reader allowed or wants left alone, what each can do, and how to change it. */
export function SiteList(props: SiteListProps) {
  const t = useTranslate();
  const { sites, allowed } = props;
  const left = Object.keys(sites).filter((host) => !allowed.includes(host));
  const hosts = [...allowed, ...left].sort((a, b) => (siteName(a) < siteName(b) ? -1 : 1));
  return (
    <section>
      <h2>{t('sites_title')}</h2>
      <p>{t('sites_why')}</p>
      {hosts.length === 0 ? (
        <p class="quiet">{t('sites_none')}</p>
      ) : (
        <ul class="sites">
          {hosts.map((host) => (
            <Site
              key={host}
              host={host}
              mode={chosenMode(sites, host) ?? 'on'}
              isAllowed={allowed.some((other) => covers(other, host))}
              isOwn={allowed.includes(host)}
              {...props}
            />
          ))}
        </ul>
      )}
      <SiteByAddress
        onAllow={(host) => props.onAllow([host])}
        onNever={(host) => props.onChoose(host, siteName(host), 'off')}
      />
    </section>
  );
}

interface SiteProps extends SiteListProps {
  host: string;
  mode: SiteMode;
  /** The browser lets it be read, by its own permission or a wider one. */
  isAllowed: boolean;
  isOwn: boolean;
}

function Site({ host, mode, isAllowed, isOwn, ...props }: SiteProps) {
  const t = useTranslate();
  const name = nameOf(host, t);
  // Without a permission a site can only be left alone.
  const modes = isAllowed ? MODES : (['off'] as const);
  return (
    <li>
      <div class="who">
        <strong>{name}</strong>
        <span class="quiet">
          {offeredName(host) && `${siteName(host)} · `}
          {t(`sites_can_${isAllowed ? mode : 'off'}`)}
        </span>
      </div>
      <div class="segments" role="radiogroup" aria-label={t('sites_mode', [name])}>
        {modes.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`mode-${host}`}
              checked={each === mode}
              onChange={() => props.onChoose(host, name, each)}
            />
            {t(`sites_mode_${each}`)}
          </label>
        ))}
      </div>
      {isOwn ? (
        <button
          type="button"
          aria-label={t('sites_remove_one', [name])}
          onClick={() => props.onRemove(host, name)}
        >
          {t('sites_remove')}
        </button>
      ) : (
        <button
          type="button"
          aria-label={t('sites_forget_one', [name])}
          onClick={() => props.onForget(host, name)}
        >
          {t('sites_forget')}
        </button>
      )}
    </li>
  );
}

function nameOf(host: string, t: Translate): string {
  return host === '*' ? t('sites_every') : (offeredName(host) ?? siteName(host));
}

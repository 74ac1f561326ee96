import { useTranslate } from './i18n.tsx';

/** A site the reader has allowed: the browser's pattern for it and its name. */
export interface AllowedSite {
  pattern: string;
  name: string;
}

interface SettingsProps {
  sites: readonly AllowedSite[];
  onRemoveSite: (site: AllowedSite) => void;
}

/** What the reader has allowed, and how to take it back. */
export function Settings({ sites, onRemoveSite }: SettingsProps) {
  const t = useTranslate();
  return (
    <section class="settings">
      <h2>{t('settings_sites')}</h2>
      <p>{t('settings_sites_why')}</p>
      {sites.length === 0 ? (
        <p class="quiet">{t('settings_sites_none')}</p>
      ) : (
        <ul>
          {sites.map((site) => (
            <li key={site.pattern}>
              <span>{site.name}</span>
              <button type="button" onClick={() => onRemoveSite(site)}>
                {t('settings_remove_site', [site.name])}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{t('settings_privacy')}</p>
    </section>
  );
}

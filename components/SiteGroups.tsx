import { siteGroups, type SiteGroup } from '../lib/core/site-groups.ts';
import { covers, siteName } from '../lib/core/site.ts';
import { useTranslate } from './i18n.tsx';

interface SiteGroupsProps {
  allowed: readonly string[];
  onAllow: (hosts: readonly string[]) => void;
}

/** Papers and portals offered by group, each group with its reason, allowed whole or one by one. */
export function SiteGroups({ allowed, onAllow }: SiteGroupsProps) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t('sites_offered')}</h2>
      <p>{t('sites_offered_why')}</p>
      {siteGroups.map((group) => (
        <Group key={group.id} group={group} allowed={allowed} onAllow={onAllow} />
      ))}
    </section>
  );
}

function Group({ group: { id, sites }, allowed, onAllow }: SiteGroupsProps & { group: SiteGroup }) {
  const t = useTranslate();
  const isAllowed = (host: string) => allowed.some((other) => covers(other, host));
  const left = sites.map(({ host }) => host).filter((host) => !isAllowed(host));
  const given = sites.length - left.length;
  return (
    <details class="group">
      <summary>
        <strong>{t(`sites_group_${id}`)}</strong>{' '}
        <span class="quiet">{t('sites_group_count', [`${given}`, `${sites.length}`])}</span>
      </summary>
      <p>{t(`sites_group_${id}_why`)}</p>
      {left.length > 0 && sites.length > 1 && (
        <button type="button" class="primary" onClick={() => onAllow(left)}>
          {t(given > 0 ? 'sites_group_rest' : 'sites_group_allow', [`${left.length}`])}
        </button>
      )}
      <ul class="sites">
        {sites.map(({ host, name }) => (
          <li key={host}>
            <div class="who">
              <span>{name}</span>
              <span class="quiet">{siteName(host)}</span>
            </div>
            {isAllowed(host) ? (
              <span class="good">{t('sites_is_allowed')}</span>
            ) : (
              <button
                type="button"
                aria-label={t('sites_allow_one', [name])}
                onClick={() => onAllow([host])}
              >
                {t('sites_add_allow')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

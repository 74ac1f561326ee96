import groups from './site-groups.json' with { type: 'json' };

/** A site offered to the reader; `host` takes in its subdomains: `*.bao.vn`. */
export interface OfferedSite {
  host: string;
  /** The paper's or the office's own name. */
  name: string;
}

/** Sites offered together; the reason for each group is in the locale files as `sites_group_ID_why`. */
export interface SiteGroup {
  id: 'party' | 'central' | 'provincial' | 'government' | 'all_gov';
  sites: readonly OfferedSite[];
}

/**
 * Papers and portals that write of party building. `.gov.vn` as a whole stands alone: browsers ask for it in the
 * words they have for every site there is, because anyone may hold a name under it.
 */
export const siteGroups = groups as readonly SiteGroup[];

const names = new Map(
  siteGroups.flatMap(({ sites }) => sites).map((site) => [site.host, site.name]),
);

/** The name of an offered site by its host. `*.baogialai.com.vn` → `Báo Gia Lai`. */
export function offeredName(host: string): string | undefined {
  return names.get(host);
}

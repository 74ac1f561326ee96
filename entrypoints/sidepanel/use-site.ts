import { useEffect, useState } from 'preact/hooks';
import type { PanelSite } from '../../components/Panel.tsx';
import { isSiteAllowed, siteName, sitePattern } from '../../lib/platform/sites.ts';

/** The site of an address and whether it is on the reader's list; the function says it is, or is not, from now on. */
export function useSite(address: string | undefined) {
  const [isAllowed, setAllowed] = useState(false);
  const pattern = address && sitePattern(address);
  useEffect(() => {
    if (pattern) void isSiteAllowed(pattern).then(setAllowed);
  }, [pattern]);
  const site: PanelSite | undefined = pattern ? { name: siteName(pattern), isAllowed } : undefined;
  return [site, setAllowed] as const;
}

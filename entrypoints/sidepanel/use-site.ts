import { useEffect, useState } from 'preact/hooks';
import type { PanelSite } from '../../components/Panel.tsx';
import type { SiteMode } from '../../lib/core/settings.ts';
import { chosenMode, hostOfPattern, siteName, sitePattern } from '../../lib/core/site.ts';
import { onSettingsChange, readSettings } from '../../lib/platform/settings.ts';
import { isSiteAllowed, onSitesChange } from '../../lib/platform/sites.ts';

/**
 * The site of an address and whether it is always read; none where the reader wants it left alone. The function says
 * that it is, or is not, read from now on.
 */
export function useSite(address: string | undefined) {
  const [isAllowed, setAllowed] = useState(false);
  const [mode, setMode] = useState<SiteMode>();
  const pattern = address && sitePattern(address);
  useEffect(() => {
    if (!pattern) return undefined;
    const look = async () => {
      const [{ sites }, isAllowed] = await Promise.all([readSettings(), isSiteAllowed(pattern)]);
      const mode = chosenMode(sites, hostOfPattern(pattern));
      setMode(mode);
      setAllowed(isAllowed && mode !== 'ask');
    };
    const again = () => void look();
    again();
    const stops = [onSettingsChange(again), onSitesChange(again)];
    return () => stops.forEach((stop) => stop());
  }, [pattern]);
  const isOffered = pattern && mode !== 'off';
  const site: PanelSite | undefined = isOffered
    ? { name: siteName(pattern), isAllowed }
    : undefined;
  return [site, setAllowed] as const;
}

import type { Settings } from '../core/settings.ts';
import { hostOfPattern } from '../core/site.ts';
import { applyToPages, stopReading } from './follow-pages.ts';
import { changeSettings, onSettingsChange, readSettings } from './settings.ts';
import { onSitesChange, registerSites } from './sites.ts';

/** Acts on what the reader allows, takes back and chooses, wherever it was done: at once, in open tabs too. */
export function followSites(): void {
  onSitesChange((removed) => void sitesChanged(removed.map(hostOfPattern)));
  onSettingsChange((now, before) => void settingsChanged(now, before));
}

async function sitesChanged(removed: readonly string[]): Promise<void> {
  const { sites } = await readSettings();
  await registerSites(sites);
  if (removed.length === 0) return;
  await stopReading(removed, sites);
  // What was chosen for a site goes with its permission; that it is to be left alone stays.
  if (!removed.some((host) => sites[host] !== undefined && sites[host] !== 'off')) return;
  await changeSettings((was) => ({ sites: withoutAllowed(was.sites, removed) }));
}

function withoutAllowed(sites: Settings['sites'], removed: readonly string[]): Settings['sites'] {
  const kept = Object.entries(sites).filter(
    ([host, mode]) => mode === 'off' || !removed.includes(host),
  );
  return Object.fromEntries(kept);
}

async function settingsChanged(now: Settings, before: Settings): Promise<void> {
  const { markStyle, keys } = now;
  if (markStyle !== before.markStyle || !isSame(keys, before.keys)) {
    await applyToPages({ markStyle, keys });
  }
  if (isSame(now.sites, before.sites)) return;
  await registerSites(now.sites);
  const off = Object.keys(now.sites).filter(
    (host) => now.sites[host] === 'off' && before.sites[host] !== 'off',
  );
  if (off.length > 0) await stopReading(off, now.sites);
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

import { browser } from '#imports';
import type { SiteMode } from '../core/settings.ts';
import { chosenMode, covers, hostOf, hostOfPattern, patternOf, siteName } from '../core/site.ts';
import { changeSettings } from './settings.ts';

/** The script that looks, on sites of the reader's list, whether a page has an article at all. */
const PROBE = '/content-scripts/probe.js';
const SCRIPT_ID = 'sites';

/** The patterns the reader has allowed, by name: the browser's own list is the only one. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.toSorted((a, b) => (siteName(a) < siteName(b) ? -1 : 1));
}

export function isSiteAllowed(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the reader for one site to be read always; must run in the handler of a click. Tells whether it was allowed. */
export async function allowSite(pattern: string): Promise<boolean> {
  const isAllowed = await allowSites([pattern]);
  if (isAllowed) await chooseMode([hostOfPattern(pattern)], 'on');
  return isAllowed;
}

/** Sets what is done unasked on sites, by the hosts of their patterns. Throws `StorageError`. */
export async function chooseMode(hosts: readonly string[], mode: SiteMode): Promise<void> {
  const chosen = Object.fromEntries(hosts.map((host) => [host, mode]));
  await changeSettings(({ sites }) => ({ sites: { ...sites, ...chosen } }));
}

/** Asks the reader for sites; must run in the handler of a click. Tells whether they were allowed. */
export function allowSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** Gives permissions back; the background hears of it and stops what ran by them. */
export function removeSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}

/** Hears of sites allowed and taken back, here or in the browser's own settings; tells which patterns were taken. */
export function onSitesChange(heard: (removed: readonly string[]) => void): () => void {
  const added = () => heard([]);
  const removed = ({ origins = [] }: { origins?: string[] }) => heard(origins);
  browser.permissions.onAdded.addListener(added);
  browser.permissions.onRemoved.addListener(removed);
  return () => {
    browser.permissions.onAdded.removeListener(added);
    browser.permissions.onRemoved.removeListener(removed);
  };
}

/** Forgets what was chosen for a site. Throws `StorageError`. */
export async function forgetSite(host: string): Promise<void> {
  await changeSettings(({ sites }) => ({
    sites: Object.fromEntries(Object.entries(sites).filter(([other]) => other !== host)),
  }));
}

/** What may be done unasked on a page: what the reader chose for its site, as far as the browser allows it. */
export async function modeAt(
  address: string,
  sites: Readonly<Record<string, SiteMode>>,
): Promise<SiteMode> {
  const hostname = hostOf(address);
  if (hostname === undefined || !(await isSiteAllowed(patternOf(hostname)))) return 'off';
  return chosenMode(sites, hostname) ?? 'on';
}

/** Makes the probe run on exactly the sites allowed now, without those the reader wants left alone. */
export async function registerSites(sites: Readonly<Record<string, SiteMode>>): Promise<void> {
  // Events come in pairs (a permission and its choice): one registration at a time.
  await navigator.locks.request(SCRIPT_ID, async () => {
    const { matches, excludeMatches } = probedSites(await allowedSites(), sites);
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (registered.length > 0) {
      await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    }
    if (matches.length === 0) return;
    await browser.scripting.registerContentScripts([
      {
        id: SCRIPT_ID,
        matches,
        ...(excludeMatches.length > 0 && { excludeMatches }),
        js: [PROBE],
        // Old portals show their articles in a frame.
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  });
}

/**
 * Where the probe runs: every allowed pattern that is not off, without the hosts inside them that are. A wildcard that
 * is off but holds a site that is on is not excluded, for it would swallow that one; there the background decides.
 */
export function probedSites(
  allowed: readonly string[],
  sites: Readonly<Record<string, SiteMode>>,
): { matches: string[]; excludeMatches: string[] } {
  const matches = allowed.filter((each) => chosenMode(sites, hostOfPattern(each)) !== 'off');
  const excludeMatches = Object.keys(sites)
    .filter((host) => sites[host] === 'off')
    .filter((host) => !matches.some((pattern) => covers(host, hostOfPattern(pattern))))
    .map(patternOf);
  return { matches, excludeMatches };
}

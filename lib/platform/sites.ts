import { browser } from '#imports';

/** The script that looks, on sites of the reader's list, whether a page has an article at all. */
const PROBE = '/content-scripts/probe.js';
const SCRIPT_ID = 'sites';

/** The pattern by which one site is asked for: its own host, whichever scheme. `https://bao.vn/a` → `*://bao.vn/*`. */
export function sitePattern(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? `*://${hostname}/*` : undefined;
}

/** The host of a pattern, as a reader knows it. `*://bao.vn/*` → `bao.vn`. */
export function siteName(pattern: string): string {
  return pattern.replace(/^[^:]*:\/\//, '').replace(/\/.*$/, '');
}

/** The sites always read: the browser's own list of what the reader allowed is the only one. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.toSorted((a, b) => (siteName(a) < siteName(b) ? -1 : 1));
}

export function isSiteAllowed(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the reader for one site; must run in the handler of a click. Tells whether it was allowed. */
export function allowSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Gives a site's permission back; the background hears of it and stops the probe. */
export function removeSite(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Makes the probe run on exactly the sites allowed now. */
export async function registerSites(): Promise<void> {
  const matches = await allowedSites();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT_ID, matches, js: [PROBE], runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}

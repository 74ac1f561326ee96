import type { SiteMode } from './settings.ts';

/** The pattern by which one site is asked for: its own host, whichever scheme. `https://bao.vn/a` → `*://bao.vn/*`. */
export function sitePattern(address: string): string | undefined {
  const host = hostOf(address);
  return host === undefined ? undefined : patternOf(host);
}

/** The pattern of a host, or of a host with its subdomains. `*.bao.vn` → `*://*.bao.vn/*`. */
export function patternOf(host: string): string {
  return `*://${host}/*`;
}

/** The host part of a pattern. `*://*.bao.vn/*` → `*.bao.vn`; `<all_urls>` → `*`. */
export function hostOfPattern(pattern: string): string {
  return pattern === '<all_urls>' ? '*' : pattern.replace(/^[^:]*:\/\//, '').replace(/\/.*$/, '');
}

/** A site as a reader knows it. `*://*.bao.vn/*` → `bao.vn`. */
export function siteName(pattern: string): string {
  return hostOfPattern(pattern).replace(/^\*\./, '');
}

/**
 * The site a reader means by what was typed or pasted, with its subdomains.
 * `www.bao.vn/tin/1.html` → `*.bao.vn`; `Báo Gia Lai` → `undefined`.
 */
export function typedHost(text: string): string | undefined {
  const typed = text.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const host = /\s/.test(typed) ? undefined : hostOf(address);
  // One label alone is a whole country's sites, or no site at all.
  if (host === undefined || !/[^.]\.[^.]/.test(host)) return undefined;
  return /^[\d.]+$/.test(host) ? host : `*.${host.replace(/^www\./, '')}`;
}

/** Whether a host of a pattern takes in another host or pattern's: `*.bao.vn` takes in `bao.vn` and `*.tin.bao.vn`. */
export function covers(host: string, other: string): boolean {
  if (host === '*' || !host.startsWith('*.')) return host === '*' || host === other;
  const bare = other.replace(/^\*\./, '');
  return bare === host.slice(2) || bare.endsWith(host.slice(1));
}

/** What the reader chose for a host or a pattern's; the narrowest choice wins, and none is `undefined`. */
export function chosenMode(
  sites: Readonly<Record<string, SiteMode>>,
  host: string,
): SiteMode | undefined {
  const chosen = Object.keys(sites).filter((key) => covers(key, host));
  const [narrowest] = chosen.sort((a, b) => breadth(a) - breadth(b));
  return narrowest === undefined ? undefined : sites[narrowest];
}

/** A host of its own is narrower than any wildcard, a longer wildcard than a shorter. */
function breadth(host: string): number {
  return host.startsWith('*') ? 1000 - host.length : 0;
}

/** The host of a web address. `https://bao.vn:8080/a` → `bao.vn`. */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname : undefined;
}

/** Query parameters that say where a reader came from, never which article it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|zarsrc|zalo\w*|mibextid|igshid|_ga|ref_src)$/i;

/**
 * The key under which a page's addresses are joined: no scheme, `www.`, `m.` or `amp.` label, fragment, tracking
 * parameter or closing slash. `https://www.bao.vn/a.html?utm_source=zalo#x` → `bao.vn/a.html`.
 * An address that cannot be parsed is its own key.
 */
export function sourceKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const host = url.host.replace(/^(www|m|amp|mobile)\./, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const path = url.pathname.replace(/\/+$/, '');
  return host + path + (query ? `?${query}` : '');
}

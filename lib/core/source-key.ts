/** Query parameters that say where a reader came from, never which article it is. */
const TRACKING = /^(utm_\w+|fbclid|gclid|zarsrc|zalo\w*|mibextid|igshid|_ga|ref_src)$/i;

/** Parameters and path parts of other views of the same article: for phones (AMP), for printing, for saving. */
const VIEW_PARAMETER = /^(amp|print|outputtype|view_print|in_bai)$/i;
const VIEW_PART = /^(amp|print|savefile)$/i;
const VIEW_ENDING = /\.amp(?=(?:\.html?)?$)/i;

/**
 * The key under which a page's addresses are joined: no scheme, `www.`, `m.` or `amp.` label, fragment, tracking
 * parameter, closing slash, nor what asks for a view for phones or for printing. `https://www.bao.vn/a.html?utm_source=zalo#x` → `bao.vn/a.html`.
 * An address that cannot be parsed is its own key.
 */
export function sourceKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const host = url.host.replace(/^(www|m|amp|mobile)\./, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name) && !VIEW_PARAMETER.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const parts = url.pathname.split('/');
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  // An address of nothing but such a part is a page of that name.
  const article = parts.filter((part) => !VIEW_PART.test(part));
  const path = (article.length > 1 ? article : parts).join('/').replace(VIEW_ENDING, '');
  return host + path + (query ? `?${query}` : '');
}

/** A quote longer than this is named by its first and last words, to keep links short enough to mail. */
const WHOLE = 120;
const EDGE_WORDS = 6;
const WEB = /^https?:\/\//i;

/**
 * An address as a link that is safe to follow: `undefined` for anything but the web (`javascript:…`, `file:…`).
 */
export function webLink(address: string): string | undefined {
  return WEB.test(address) && URL.canParse(address) ? address : undefined;
}

/** Such an address as browsers write it, with all that is not ASCII encoded. */
export function webUrl(address: string): string | undefined {
  if (!WEB.test(address)) return undefined;
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}

/**
 * A link that opens a page at a passage (`#:~:text=`), or `undefined` where the address is none of the web.
 * `https://bao.vn/a`, `"Có 27 đảng viên"` → `https://bao.vn/a#:~:text=C%C3%B3%2027%20%C4%91%E1%BA%A3ng%20vi%C3%AAn`.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function passageLink(address: string, passage: string): string | undefined {
  const link = webLink(address);
  const text = passage.trim();
  if (!link || !text) return link;
  const bare = link.replace(/:~:.*$/s, '');
  return `${bare}${bare.includes('#') ? '' : '#'}:~:text=${directive(text)}`;
}

/** A passage over several blocks can only be named by its ends, for a fragment never matches across blocks. */
function directive(text: string): string {
  if (text.length <= WHOLE && !text.includes('\n')) return encode(text);
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  const [first = [], last = first] = [lines[0], lines.at(-1)];
  // The two ends of one line must not overlap, or the second is looked for after the first in vain.
  const most = lines.length > 1 ? EDGE_WORDS : Math.min(EDGE_WORDS, Math.floor(first.length / 2));
  if (most === 0) return encode(text);
  return `${encode(first.slice(0, most).join(' '))},${encode(last.slice(-most).join(' '))}`;
}

/** `encodeURIComponent` leaves `-`, which the directive reads as syntax, and throws at half a surrogate pair. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 forbids even as a reference, half surrogate pairs among it. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu; // oxlint-disable-line no-control-regex -- they are what is looked for

/** Most texts have none of these, and are told apart many times faster than they are searched through. */
const UNUSUAL = /[&<>"'\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/; // oxlint-disable-line no-control-regex -- as above

/** Shown in the place of a character a file format cannot hold, so that the reader sees there was one. */
const REPLACEMENT = '\u{FFFD}';

/** Text with what XML forbids replaced. `"a\u0001b"` → `"a\uFFFDb"`. */
export function legalText(text: string): string {
  return UNUSUAL.test(text) ? text.replace(FORBIDDEN, REPLACEMENT) : text;
}

/** Text as content or attribute of XML and HTML. `"<b> & \"c\""` → `"&lt;b&gt; &amp; &quot;c&quot;"`. */
export function escapeXml(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return legalText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Text as content, isolated, so that right-to-left marks in it turn nothing around it. `"a<b"` → `"<bdi>a&lt;b</bdi>"`. */
export function isolatedXml(text: string): string {
  return `<bdi>${escapeXml(text)}</bdi>`;
}

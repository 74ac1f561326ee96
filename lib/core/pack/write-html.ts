import { escapeXml } from '../export/xml-text.ts';
import type { WritePack } from './pack-content.ts';
import type { Dialect, Markup } from './markup.ts';
import { partMarkup } from './pack-markup.ts';
import { partsOf, type PackPart } from './pack-parts.ts';
import { PACK_STYLE, SCREEN_STYLE } from './pack-styles.ts';
import { pageRules } from './page-rules.ts';

/** Nothing runs and nothing is fetched, whatever a title says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const ONE_PAGE: Dialect = { href: (_, anchor) => `#${anchor}`, noteref: '' };

/** Writes a pack as one self-contained HTML file, to read in a window and to print: no script, no request. */
export const writeHtml: WritePack = async function* (content, { words }) {
  const parts = partsOf(content, words);
  const markup: Markup = { content, parts, words, dialect: ONE_PAGE };
  const title = content.cover.title.trim() || words('pack_untitled');
  yield `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
<style>${PACK_STYLE}${SCREEN_STYLE}${pageRules(parts, title, content.paper)}</style>
</head>
<body>
`;
  for (const sheet of sheetsOf(parts, content.parts.cover)) yield sheetMarkup(markup, sheet);
  yield '</body>\n</html>\n';
};

/** A part, and the title over it where the title has no page of its own. */
interface Sheet {
  part: PackPart;
  masthead?: PackPart;
}

function sheetsOf(parts: readonly PackPart[], hasCover: boolean): Sheet[] {
  const [cover, first, ...rest] = parts;
  if (hasCover || !cover || !first) return parts.map((part) => ({ part }));
  return [{ part: first, masthead: cover }, ...rest.map((part) => ({ part }))];
}

function sheetMarkup(markup: Markup, { part, masthead }: Sheet): string {
  const over = masthead ? `<header class="cover">\n${partMarkup(markup, masthead)}</header>\n` : '';
  const name = part.name === 'cover' ? 'part cover page' : `part ${part.name}`;
  return `<section class="${name}" id="${part.id}">\n${over}${partMarkup(markup, part)}</section>\n`;
}

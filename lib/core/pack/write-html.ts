import { htmlOpening } from '../export/html-opening.ts';
import type { WritePack } from './pack-content.ts';
import type { Dialect, Markup } from './markup.ts';
import { partMarkup } from './pack-markup.ts';
import { partsOf, type PackPart } from './pack-parts.ts';
import { PACK_STYLE, SCREEN_STYLE } from './pack-styles.ts';
import { pageRules } from './page-rules.ts';

const ONE_PAGE: Dialect = { href: (_, anchor) => `#${anchor}`, noteref: '' };

/** Writes a pack as one self-contained HTML file, to read in a window and to print: no script, no request. */
export const writeHtml: WritePack = async function* (content, { words }, onItem) {
  const parts = partsOf(content, words);
  const markup: Markup = { content, parts, words, dialect: ONE_PAGE, onItem };
  const title = content.cover.title.trim() || words('pack_untitled');
  yield htmlOpening(title, PACK_STYLE + SCREEN_STYLE + pageRules(parts, title, content.paper));
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

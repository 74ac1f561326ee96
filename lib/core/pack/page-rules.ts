import type { Paper } from './pack.ts';
import type { PackPart } from './pack-parts.ts';
import { runningHead } from './running-head.ts';

interface PageLook {
  width: number;
  height: number;
  margins: readonly [top: number, right: number, bottom: number, left: number];
  font: string;
  /** Letters of a table. */
  tableFont: string;
  /** How many letters of a running head half a line holds. */
  headLetters: number;
}

/**
 * Millimetres. Of A4 the margins of Decree 30/2020/NĐ-CP, appendix I; A5 has what is left of them at its size.
 */
const PAGES: Record<Paper, PageLook> = {
  A4: {
    width: 210,
    height: 297,
    margins: [22, 15, 20, 30],
    font: '13pt',
    tableFont: '12pt',
    headLetters: 46,
  },
  A5: {
    width: 148,
    height: 210,
    margins: [17, 12, 16, 18],
    font: '11pt',
    tableFont: '9pt',
    headLetters: 32,
  },
};

/**
 * How a pack lies on paper: its size and margins, a running head with the pack's title and the part's, the page's number
 * and how many there are; the cover has none of them. A browser without margin boxes prints the same pages without heads.
 * `--text-width` and `--text-height` are for whoever counts the pages (see `numberContents`).
 */
export function pageRules(parts: readonly PackPart[], title: string, paper: Paper): string {
  const { width, height, margins, font, tableFont, headLetters } = PAGES[paper];
  const [top, right, bottom, left] = margins;
  const [textWidth, textHeight] = [width - left - right, height - top - bottom];
  const size = margins.map((each) => `${each}mm`).join(' ');
  const heads = parts
    .filter(({ name }) => name !== 'cover')
    .map((part) => partRule(part, headLetters));
  return `
@page { size: ${paper}; margin: ${size};
  @top-left { content: ${cssString(runningHead(title, headLetters))}; ${HEAD} width: 50%; text-align: left; }
  @top-right { content: ''; ${HEAD} width: 50%; text-align: right; }
  @bottom-center { content: counter(page) ' / ' counter(pages); ${FONT} }
}
@page cover { ${NO_BOXES} }
@page :first { ${NO_BOXES} }
${heads.join('\n')}
@media print {
  :root { color-scheme: light; --text-width: ${textWidth}mm; --text-height: ${textHeight}mm; }
  /* Firefox rounds the paper up, and a word more on a line is a line less than was counted. */
  body { margin: 0; max-width: var(--text-width); font-size: ${font}; color: #000; background: #fff; print-color-adjust: exact; }
  .part + .part { break-before: page; }
  /* Firefox drops a margin at the top of a page, but keeps it at the top of a column, where pages are counted. */
  .part > h2:first-child, .part > .cover:first-child > :first-child { margin-top: 0; }
  /* A page's height less a hair, or its border would begin another. */
  .cover.page { page: cover; min-height: ${textHeight - 1}mm; }
  .excerpt p, .text p, .lead, article p, .remark { text-align: justify; }
  a { text-decoration: none; }
  /* Paper has no scroll bar, and what is wider than it has all pages drawn smaller: a word too long for its cell is broken. */
  table { table-layout: fixed; font-size: ${tableFont}; }
  col { width: calc(var(--share) * 1em); }
  th, td { overflow-wrap: anywhere; padding: .25em .3em; }
  td.short { white-space: normal; }
  .passage { display: none; }
}
`;
}

/** Whatever lies on paper, in a window too: what is measured must be set as it will be printed. */
const FONT = "font: 10pt 'Times New Roman', 'Liberation Serif', serif;";
const HEAD = `${FONT} vertical-align: bottom; padding-bottom: 2mm; border-bottom: .5pt solid; margin-bottom: 4mm; white-space: nowrap; overflow: hidden;`;
const NO_BOXES =
  '@top-left { content: none; border: none; } @top-right { content: none; border: none; } @bottom-center { content: none; }';

function partRule({ id, title }: PackPart, letters: number): string {
  return `@page ${id} { @top-right { content: ${cssString(runningHead(title, letters))}; } }
#${id} { page: ${id}; }`;
}

/** Text as a string of CSS that ends neither the string nor the style element. `Đề "án"` → `"Đề \22 án\22 "`. */
export function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0xfffd;
    const isLegal = code > 0 && (code < 0xd800 || code > 0xdfff);
    return `\\${(isLegal ? code : 0xfffd).toString(16)} `;
  });
  return `"${escaped}"`;
}

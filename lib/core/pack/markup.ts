import { escapeXml, isolatedXml } from '../export/xml-text.ts';
import type { Words } from '../words.ts';
import type { PackContent, Paragraphs } from './pack-content.ts';
import { sourceAnchor, type PackPart } from './pack-parts.ts';

/** What differs between one page of HTML and a book of several. */
export interface Dialect {
  /** Address of an anchor of a part, from any part. */
  href: (part: PackPart, anchor: string) => string;
  /** Attributes of a link to a source. */
  noteref: string;
}

/** Writes a pack's parts as well-formed markup that is HTML and XHTML alike. */
export interface Markup {
  content: PackContent;
  parts: readonly PackPart[];
  words: Words;
  dialect: Dialect;
  /** Told of each item once it is written. */
  onItem?: (() => void) | undefined;
}

/** Paragraphs, each text isolated. */
export function paragraphs(texts: Paragraphs, name = ''): string {
  const opening = name ? `<p class="${name}">` : '<p>';
  return texts.map((text) => `${opening}${isolatedXml(text)}</p>\n`).join('');
}

/** A number that leads to its source; nothing where the pack has no list of them. */
export function sourceLink({ parts, dialect }: Markup, source: number): string {
  const list = parts.find(({ name }) => name === 'sources');
  if (!list) return '';
  const href = escapeXml(dialect.href(list, sourceAnchor(source)));
  return `<a class="source" href="${href}"${dialect.noteref}>[${source}]</a>`;
}

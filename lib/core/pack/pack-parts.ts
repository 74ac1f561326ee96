import type { Words } from '../words.ts';
import type { ItemContent, PackContent, SectionContent } from './pack-content.ts';

/** A heading below a part's own, as the contents list it. */
export interface PartHeading {
  /** Anchor of the item it heads. */
  id: string;
  title: string;
}

/** A part of a pack that begins on a page of its own. */
export type PackPart = {
  /** Anchor, unique in the pack; a letter first. */
  id: string;
  title: string;
  headings: readonly PartHeading[];
} & (
  | { name: 'cover' | 'contents' | 'introduction' | 'glossary' | 'sources' | 'answers' }
  | { name: 'section'; section: SectionContent }
);

/**
 * Lists what a pack consists of in the order it is read: every format follows it. What is not wanted or has nothing in it
 * is left out, but for the cover, which holds the title whether or not it has a page of its own. Answers come last, so
 * that they can be kept back when the rest is handed out.
 */
export function partsOf(content: PackContent, words: Words): PackPart[] {
  const { cover, parts, introduction, sections, glossary, sources, answers } = content;
  const derived = (name: 'glossary' | 'sources' | 'answers', count: number): PackPart[] =>
    parts[name] && count > 0
      ? [{ name, id: name, title: words(`pack_part_${name}`), headings: [] }]
      : [];
  const body: PackPart[] = [
    ...(introduction.length > 0 ? [named('introduction', words('pack_introduction'))] : []),
    ...sections.map((section, at) => sectionPart(section, at, words)),
    ...derived('glossary', glossary.length),
    ...derived('sources', sources.length),
    ...derived('answers', answers.length),
  ];
  const hasContents = parts.contents && body.length > 1;
  return [
    named('cover', cover.title || words('pack_untitled')),
    ...(hasContents ? [named('contents', words('pack_part_contents'))] : []),
    ...body,
  ];
}

/** The parts that the contents list; of an empty pack its cover, as a list must have something in it. */
export function listedParts(parts: readonly PackPart[]): PackPart[] {
  const listed = parts.filter(({ name }) => name !== 'cover' && name !== 'contents');
  return listed.length > 0 ? listed : parts.slice(0, 1);
}

/** Anchor of an item. */
export function itemAnchor({ id }: Pick<ItemContent, 'id'>): string {
  return `item-${id}`;
}

/** Anchor of a source of the list. */
export function sourceAnchor(source: number): string {
  return `source-${source}`;
}

function named(name: 'cover' | 'contents' | 'introduction', title: string): PackPart {
  return { name, id: name, title, headings: [] };
}

function sectionPart(section: SectionContent, at: number, words: Words): PackPart {
  const title = section.title.trim() || words('pack_section_untitled', [String(at + 1)]);
  const headings = section.items.flatMap((item) => {
    const heading = headingOf(item, words);
    return heading === undefined ? [] : [{ id: itemAnchor(item), title: heading }];
  });
  return { name: 'section', id: `section-${at + 1}`, title, headings, section };
}

/** What an item is headed by; excerpts, words and questions have none. */
function headingOf(item: ItemContent, words: Words): string | undefined {
  if (item.type === 'article') return item.title.trim() || words('export_no_title');
  return item.type === 'figures' ? item.title.trim() || undefined : undefined;
}

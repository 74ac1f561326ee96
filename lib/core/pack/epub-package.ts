import { escapeXml, legalText } from '../export/xml-text.ts';

/** A page of a book. */
export interface BookFile {
  id: string;
  href: string;
  hasDrawings: boolean;
}

/** What a library knows a book by. */
export interface BookFacts {
  title: string;
  /** A UUID, kept from one edition to the next. */
  id: string;
  modified: Date;
  /** Nobody where it is empty. */
  creator: string;
}

/** What readers with a disability are told they will find; the words are those of Schema.org. */
const ACCESSIBILITY = [
  ['accessMode', 'textual'],
  ['accessMode', 'visual'],
  ['accessModeSufficient', 'textual'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityFeature', 'alternativeText'],
  ['accessibilityHazard', 'none'],
] as const;

/**
 * Writes the package document: what the book is, its files, and the order they are read in.
 * @param hasContents whether the contents are among the pages, after the first
 */
export function packageDocument(
  { title, id, modified, creator }: BookFacts,
  files: readonly BookFile[],
  hasContents: boolean,
): string {
  const pages = files.map((file) => file.id);
  if (hasContents) pages.splice(1, 0, 'nav');
  const spine = pages.map((page) => `<itemref idref="${page}"/>`);
  const items = files.map(
    (file) =>
      `<item id="${file.id}" href="${file.href}" media-type="application/xhtml+xml"${file.hasDrawings ? ' properties="svg"' : ''}/>`,
  );
  const access = ACCESSIBILITY.map(
    ([name, value]) => `<meta property="schema:${name}">${value}</meta>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="vi">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="identifier">urn:uuid:${escapeXml(id)}</dc:identifier>
<dc:title>${oneLine(title)}</dc:title>
<dc:language>vi</dc:language>
${creator.trim() ? `<dc:creator>${oneLine(creator)}</dc:creator>\n` : ''}<meta property="dcterms:modified">${modified.toISOString().slice(0, 19)}Z</meta>
${access.join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
${spine.join('\n')}
</spine>
</package>
`;
}

function oneLine(text: string): string {
  return escapeXml(legalText(text).replace(/\s+/g, ' ').trim());
}

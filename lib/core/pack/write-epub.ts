import { isolatedXml, escapeXml } from '../export/xml-text.ts';
import { zipStream, type ZipEntry } from '../export/zip-stream.ts';
import { packageDocument, type BookFile } from './epub-package.ts';
import type { WritePack } from './pack-content.ts';
import type { Dialect, Markup } from './markup.ts';
import { contentsList, partMarkup } from './pack-markup.ts';
import { partsOf, type PackPart } from './pack-parts.ts';
import { PACK_STYLE } from './pack-styles.ts';

const FOLDER = 'EPUB';
const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** What a reading program needs to know of a part, in the vocabulary of EPUB. */
const SEMANTICS: Readonly<Record<PackPart['name'], string>> = {
  cover: 'titlepage',
  contents: 'toc',
  introduction: 'introduction',
  section: 'chapter',
  glossary: 'glossary',
  sources: 'endnotes',
  answers: 'appendix',
};

const BOOK: Dialect = {
  href: (part, anchor) => (anchor === part.id ? fileOf(part) : `${fileOf(part)}#${anchor}`),
  noteref: ' epub:type="noteref" role="doc-noteref"',
};

/** Writes a pack as an EPUB 3.3 book: a file a part, the sources as its endnotes. */
export const writeEpub: WritePack = async function* (content, { now, words }, onItem) {
  const parts = partsOf(content, words);
  const markup: Markup = { content, parts, words, dialect: BOOK, onItem };
  const title = content.cover.title.trim() || words('pack_untitled');
  // The navigation document is the contents.
  const pages = parts.filter(({ name }) => name !== 'contents');
  const files = pages.map((part): BookFile & { text: string } => {
    const text = page(part.title, partSection(markup, part));
    return { id: part.id, href: fileOf(part), hasDrawings: text.includes('<svg'), text };
  });
  const { author, organisation } = content.cover;
  const about = { title, id: content.id, modified: now, creator: author || organisation };
  const entries: ZipEntry[] = [
    { path: 'mimetype', text: ['application/epub+zip'], isStored: true },
    { path: 'META-INF/container.xml', text: [CONTAINER] },
    {
      path: `${FOLDER}/package.opf`,
      text: [packageDocument(about, files, content.parts.contents)],
    },
    { path: `${FOLDER}/nav.xhtml`, text: [navigation(markup, words('pack_part_contents'))] },
    { path: `${FOLDER}/style.css`, text: [PACK_STYLE] },
    ...files.map(({ href, text }) => ({ path: `${FOLDER}/${href}`, text: [text] })),
  ];
  yield* zipStream(entries);
};

function fileOf({ id }: PackPart): string {
  return `${id}.xhtml`;
}

function partSection(markup: Markup, part: PackPart): string {
  const name = part.name === 'cover' ? 'part cover page' : `part ${part.name}`;
  return `<section class="${name}" id="${part.id}" epub:type="${SEMANTICS[part.name]}">
${partMarkup(markup, part)}</section>`;
}

function navigation(markup: Markup, title: string): string {
  const landmarks = markup.parts
    .filter(({ name }, at, all) => all.findIndex((part) => part.name === name) === at)
    .filter(({ name }) => name !== 'contents')
    .map((part) => {
      const kind = part.name === 'section' ? 'bodymatter' : SEMANTICS[part.name];
      return `<li><a epub:type="${kind}" href="${fileOf(part)}">${isolatedXml(part.title)}</a></li>`;
    });
  return page(
    title,
    `<nav class="contents" epub:type="toc" role="doc-toc" id="toc">
<h2>${escapeXml(title)}</h2>
${contentsList(markup)}
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden">
<ol>${landmarks.join('\n')}</ol>
</nav>`,
  );
}

function page(title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi" xml:lang="vi">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

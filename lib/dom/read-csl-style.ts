import { CitationStyleError, LARGEST_STYLE, type OwnStyle } from '../core/cite/citation-style.ts';
import type { CslNode } from '../core/cite/csl-node.ts';

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/** No style nests a tenth as deep. */
const DEEPEST = 200;

const LONGEST_TITLE = 200;

/**
 * Reads a style from the text of a `.csl` file. Numbers that it gives to what it lists are left out, since the lists that
 * citations stand in have their own. Throws `CitationStyleError`, which says why a file is not taken.
 */
export function readCslStyle(text: string): OwnStyle {
  if (text.length > LARGEST_STYLE) throw new CitationStyleError('too_large');
  const style = parseStyle(text);
  const info = childNamed(style, 'info');
  const parent = [...(info?.children ?? [])].find(
    (link) => link.localName === 'link' && link.getAttribute('rel') === 'independent-parent',
  );
  if (parent) throw new CitationStyleError('dependent', parent.getAttribute('href') ?? '');
  const [address, title] = [textOf(info, 'id'), textOf(info, 'title')];
  if (!address || !title) throw new CitationStyleError('foreign');
  if (!childNamed(style, 'bibliography')) throw new CitationStyleError('no_bibliography');
  return {
    id: `own:${address.slice(0, LONGEST_TITLE)}`,
    title: title.slice(0, LONGEST_TITLE).toWellFormed(),
    csl: JSON.stringify(nodeOf(style)),
  };
}

function parseStyle(text: string): Element {
  // What a document type declares could make a small file endless; no style has one.
  if (/<!DOCTYPE/i.test(text)) throw new CitationStyleError('doctype');
  const { documentElement: root } = new DOMParser().parseFromString(
    text.replace(/^\u{FEFF}/u, '').trimStart(),
    'application/xml',
  );
  if (root.getElementsByTagName('parsererror').length > 0 || root.localName === 'parsererror') {
    throw new CitationStyleError('not_xml');
  }
  if (root.localName !== 'style' || root.namespaceURI !== NAMESPACE) {
    throw new CitationStyleError('foreign');
  }
  return root;
}

function childNamed(element: Element | undefined, name: string): Element | undefined {
  return [...(element?.children ?? [])].find(({ localName }) => localName === name);
}

function textOf(element: Element | undefined, name: string): string {
  return (childNamed(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function nodeOf(element: Element, depth = 0): CslNode {
  if (depth > DEEPEST) throw new CitationStyleError('foreign');
  const { localName: name, attributes, children, textContent } = element;
  const own = [...attributes].filter((attribute) => !attribute.name.startsWith('xmlns'));
  const below = [...children].filter((child) => child.namespaceURI === NAMESPACE);
  // In-text citations, which nobody asks for, may be a number alone.
  const kept = name === 'citation' ? below : below.filter((child) => !isNumber(child));
  return {
    name,
    attrs: Object.fromEntries(own.map((attribute) => [attribute.name, attribute.value])),
    children:
      below.length > 0
        ? kept.map((child) => nodeOf(child, depth + 1))
        : [textContent ?? ''].filter(Boolean),
  };
}

/** Whether an element says which number of the list it stands at. */
function isNumber(element: Element): boolean {
  return element.localName !== 'key' && element.getAttribute('variable') === 'citation-number';
}

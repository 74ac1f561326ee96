import { foldText } from '../core/text.ts';

/** What a page says of itself to machines. */
export interface PageMetadata {
  /** schema.org types named in JSON-LD: `NewsArticle`, `CollectionPage`. */
  types: string[];
  jsonLd: Partial<Record<'title' | 'byline' | 'publishedTime' | 'siteName', string>>;
  meta: Partial<
    Record<
      'title' | 'byline' | 'publishedTime' | 'siteName' | 'source' | 'excerpt' | 'type',
      string
    >
  >;
  /** The content of `<title>`. */
  documentTitle: string;
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;

/** Reads JSON-LD, meta elements and `<title>`. Broken JSON-LD is as good as none. */
export function readMetadata(document: Document): PageMetadata {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => thingsIn(parseJson(script.textContent ?? '')))
    .slice(0, MAX_THINGS);
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE_TYPE.test(type)));
  return {
    types: things.flatMap(typesOf),
    jsonLd: article ? articleFields(article) : {},
    meta: metaFields(document),
    documentTitle: tidy(document.querySelector('title')?.textContent) ?? '',
  };
}

/** Where the page declares itself an article, if it does; many sites set `og:type` so on every page. */
export function saysArticle({ types, meta }: PageMetadata): 'json-ld' | 'meta' | undefined {
  if (types.some((type) => ARTICLE_TYPE.test(type))) return 'json-ld';
  return /^article\b/i.test(meta.type ?? '') ? 'meta' : undefined;
}

/** As much as the page says of the article with this title; the rest may be of one shown before. */
export function metadataOf(told: PageMetadata, title: string): PageMetadata {
  const folded = foldText(title);
  const isOfOther = ({ title: named = title }: { title?: string }) => {
    const other = foldText(named);
    return !other.includes(folded) && !folded.includes(other);
  };
  const { jsonLd, meta, types } = told;
  if (!isOfOther(jsonLd) && !isOfOther(meta)) return told;
  return {
    ...told,
    types: isOfOther(jsonLd) ? [] : types,
    jsonLd: isOfOther(jsonLd) ? defined({ siteName: jsonLd.siteName }) : jsonLd,
    meta: isOfOther(meta) ? defined({ siteName: meta.siteName }) : meta,
  };
}

type Thing = Record<string, unknown>;

/** A page needs a handful; a graph of thousands is an attack or a mistake. */
const MAX_THINGS = 200;

function parseJson(text: string): unknown {
  try {
    // Old CMSs leave raw line breaks inside strings.
    return JSON.parse(text.replace(/[\r\n\t]+/g, ' '));
  } catch {
    return undefined;
  }
}

function thingsIn(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.slice(0, MAX_THINGS).flatMap(thingsIn);
  if (!isThing(value)) return [];
  return [value, ...('@graph' in value ? thingsIn(value['@graph']) : [])];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function articleFields(thing: Thing): PageMetadata['jsonLd'] {
  return defined({
    title: nameOf(thing['headline']) ?? nameOf(thing['name']),
    byline: nameOf(thing['author']),
    publishedTime: nameOf(thing['datePublished']),
    siteName: nameOf(thing['publisher']),
  });
}

/** A name given as a string, as `{name}` or as a list of either. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return tidy(value);
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== undefined);
    return names.length > 0 ? names.join(', ') : undefined;
  }
  return isThing(value) && typeof value['name'] === 'string' ? tidy(value['name']) : undefined;
}

const META_NAMES = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  byline: ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'byl'],
  publishedTime: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'pubdate',
    'publishdate',
    'publish-date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'date',
  ],
  siteName: ['og:site_name', 'application-name'],
  source: ['source', 'dc.source', 'news:source'],
  excerpt: ['og:description', 'description', 'twitter:description', 'dc.description'],
  type: ['og:type'],
} as const;

function metaFields(document: Document): PageMetadata['meta'] {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop']
      .map((key) => meta.getAttribute(key))
      .find(Boolean);
    const content = tidy(meta.getAttribute('content'));
    const key = name?.toLowerCase();
    if (key && content && !values.has(key)) values.set(key, content);
  }
  const fields = Object.entries(META_NAMES).map(([field, names]) => [
    field,
    names.map((name) => values.get(name)).find(Boolean),
  ]);
  return defined(Object.fromEntries(fields) as PageMetadata['meta']);
}

function tidy(text: string | null | undefined): string | undefined {
  return text?.normalize('NFC').replace(/\s+/g, ' ').trim() || undefined;
}

function defined<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}

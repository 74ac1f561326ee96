import type { Article, Origin } from '../core/annotation.ts';
import { isPersonName, properName, type Signature } from '../core/signature.ts';
import { foldText } from '../core/text.ts';
import type { ReadPage } from './article-page.ts';
import { siteNameIn } from './article-title.ts';
import type { PageMetadata } from './page-metadata.ts';
import { selectInOrder } from './select-all.ts';

/** A field's value and where it was read. */
export type Found = [value: string | undefined, origin: Origin];
export type Fields = Map<keyof Article['origins'], Found>;

/** Finds whatever an article bears besides its text and time, each field with where it was read. */
export function findProvenance(page: ReadPage, signature: Signature, text: string): Fields {
  const { metadata, title, siteName } = page;
  const { jsonLd, meta, documentTitle } = metadata;
  const [site] = siteName;
  return new Map<keyof Article['origins'], Found>([
    ['title', [title?.text ?? documentTitle, title?.origin ?? 'meta']],
    ['siteName', siteName],
    [
      'byline',
      firstOf([
        [authorName(jsonLd.byline, site), 'json-ld'],
        [authorName(meta.byline, site), 'meta'],
        [signature.byline, 'page'],
      ]),
    ],
    [
      'source',
      firstOf([
        [signature.source, 'page'],
        [meta.source, 'meta'],
      ]),
    ],
    ['excerpt', [meta.excerpt, 'meta']],
    ['lang', languageOf(page.document, text)],
  ]);
}

function firstOf(values: readonly Found[]): Found {
  return values.find(([value]) => value) ?? [undefined, 'page'];
}

/** An author in metadata who is a person; many sites put their own name or an account there. */
function authorName(name: string | undefined, siteName: string | undefined): string | undefined {
  if (!name || !isPersonName(name)) return undefined;
  if (siteName && foldText(siteName).includes(foldText(name))) return undefined;
  return properName(name);
}

const BANNER = [
  '[class*=banner i] img',
  '[id*=banner i] img',
  '[class*=logo i]',
  '[id*=logo i]',
  'a[href="/"]',
  'a[href="/"] img',
  'header img',
];
const SITE_NAME = /^(?:báo|cổng|trang (?:thông tin|tin)|tạp chí|đài)\s/i;
const LONGEST_SITE_NAME = 80;

/** Finds the name of a page's site: in metadata, behind the title, on the banner, else its host. */
export function siteNameOf(
  document: Document,
  { meta, jsonLd, documentTitle }: PageMetadata,
  title: string,
  url: string,
): Found {
  if (meta.siteName) return [meta.siteName, 'meta'];
  if (jsonLd.siteName) return [jsonLd.siteName, 'json-ld'];
  const behindTitle = siteNameIn(documentTitle, title);
  if (behindTitle) return [behindTitle, 'meta'];
  for (const element of selectInOrder(document, BANNER)) {
    const label = element.getAttribute('alt') ?? element.getAttribute('title');
    const name = (label ?? element.textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    if (name.length <= LONGEST_SITE_NAME && SITE_NAME.test(name)) return [name, 'page'];
  }
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return [host || undefined, 'address'];
}

const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;
const SAMPLE = 2000;
/** English, French and Portuguese have none of these letters or few; Vietnamese has one in five. */
const VIETNAMESE_SHARE = 0.05;

/** Portals often say `en`; a text of Vietnamese letters is Vietnamese. */
function languageOf(document: Document, text: string): Found {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(VIETNAMESE)?.length ?? 0;
  if (letters > sample.length * VIETNAMESE_SHARE) return ['vi', 'page'];
  return [document.documentElement.getAttribute('lang') ?? undefined, 'meta'];
}

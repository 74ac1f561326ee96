import { plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Cited } from '../citation.ts';
import type { BundledStyle, CitationStyle } from './citation-style.ts';
import { citedItem } from './cited-item.ts';
import { plainLine } from './plain-field.ts';
import { VIETNAMESE_LOCALE, vietnameseLocale } from './vietnamese-locale.ts';

const { styles, locales } = plugins.config.get('@csl');
locales.add(VIETNAMESE_LOCALE, JSON.stringify(vietnameseLocale()));

/** What a style that comes with the library is called there, and what of it is said otherwise here. */
interface Bundled {
  template: string;
  /** Part of the style, and what stands in its place. */
  change?: readonly [from: string, to: string];
}

const BUNDLED: Record<BundledStyle, Bundled> = {
  // Vietnamese says the day before the month.
  apa: {
    template: 'apa',
    change: [
      '<date-part name="month"/><date-part name="day" prefix=" "/>',
      '<date-part name="day" suffix=" "/><date-part name="month"/>',
    ],
  },
  harvard: { template: 'harvard1' },
  // The lists that citations stand in have numbers of their own.
  vancouver: {
    template: 'vancouver',
    change: ['<layout><text suffix="." variable="citation-number"/>', '<layout>'],
  },
};

for (const { template, change } of Object.values(BUNDLED)) {
  if (change) styles.add(template, styles.get(template).replace(...change));
}

/** What the processor says of an article of which a style tells nothing. */
const NOTHING = /^(?:1\. )?\[CSL STYLE ERROR: [^\]]*\]$/;

/**
 * Cites articles in a style, each by itself: a line is the same whatever else is cited, and has no number of its own.
 * Empty where the style tells nothing of an article. Throws what the processor throws where the style is wrong.
 * APA → `Nguyễn Văn Mẫu. (2026, 20 tháng 11). Chi bộ hai thôn. Báo Ví Dụ. https://…`
 */
export function renderCitations(articles: readonly Cited[], style: CitationStyle): string[] {
  const template = templateOf(style);
  return articles.map((article) => {
    const items = [citedItem(article) as CSL];
    const options = { style: template, lang: VIETNAMESE_LOCALE, format: 'text' };
    const line = plainLine(plugins.output.format('bibliography', items, options));
    return NOTHING.test(line) ? '' : line;
  });
}

/** The name of a style in the library's register, which an own one enters under all that it says: it may be opened anew, changed. */
function templateOf(style: CitationStyle): string {
  if (typeof style === 'string') return BUNDLED[style].template;
  if (!styles.has(style.csl)) styles.add(style.csl, style.csl);
  return style.csl;
}

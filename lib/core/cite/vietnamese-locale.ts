import type { CslNode } from './csl-node.ts';
import locale from './vietnamese-locale.json' with { type: 'json' };

/** The language that citations are worded in. */
export const VIETNAMESE_LOCALE = 'vi-VN';

type Part = Readonly<Record<string, string>>;

/** The words, dates and quotation marks of Vietnamese citations as a CSL locale; what it lacks is said in English. */
export function vietnameseLocale(): CslNode {
  const { quotes, dates, long, short, verb } = locale;
  const marks = {
    'open-quote': quotes.open,
    'close-quote': quotes.close,
    'open-inner-quote': quotes.innerOpen,
    'close-inner-quote': quotes.innerClose,
  };
  const terms = [
    ...termsOf({ ...long, ...marks }),
    ...termsOf(short, 'short'),
    ...termsOf(verb, 'verb'),
  ];
  return node('locale', { version: '1.0', 'xml:lang': VIETNAMESE_LOCALE }, [
    node('style-options', { 'punctuation-in-quote': 'false' }),
    ...Object.entries(dates).map(([form, parts]) => node('date', { form }, datePartsOf(parts))),
    node('terms', {}, terms),
  ]);
}

function datePartsOf(parts: readonly Part[]): CslNode[] {
  return parts.map((part) => node('date-part', part));
}

/** Vietnamese words have one form for one and for many. */
function termsOf(words: Part, form?: string): CslNode[] {
  return Object.entries(words).map(([name, word]) =>
    node('term', { name, ...(form && { form }) }, [word]),
  );
}

function node(name: string, attrs: Part, children: CslNode['children'] = []): CslNode {
  return { name, attrs, children };
}

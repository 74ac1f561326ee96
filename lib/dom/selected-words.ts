import type { Article } from '../core/annotation.ts';

/** The words a reader selected: composed, with runs of white space as one space. `"  51  chi bộ\n"` → `"51 chi bộ"`. */
export function selectedWords(selection: Selection): string {
  return plain(selection.toString());
}

/** An article of nothing but words selected outside any article: the page is its only source. */
export function articleOfWords(document: Document, words: string): Article {
  return {
    title: plain(document.title) || document.location.hostname,
    url: document.URL,
    siteName: document.location.hostname,
    lang: document.documentElement.lang || undefined,
    text: words,
    origins: { title: 'page', siteName: 'address' },
  };
}

/** Tells whether a page shows these words anywhere. */
export function isShown(document: Document, words: string): boolean {
  return plain(document.body.textContent ?? '').includes(words);
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

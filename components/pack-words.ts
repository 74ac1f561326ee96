import type { Annotation } from '../lib/core/annotation.ts';
import type { PackItem } from '../lib/core/pack/pack.ts';
import type { Translate } from './i18n.tsx';
import type { PackLookup } from './use-pack-material.ts';

/** Enough of a text to know it by. */
const SHORT = 60;

/** What an item is called in lists, labels and announcements: `Trích đoạn: 27 – Chi bộ thôn Hạ có 27…`. */
export function itemName(t: Translate, item: PackItem, lookup: PackLookup | undefined): string {
  return `${t(`pack_item_${item.type}`)}: ${shortened(wordsOf(item, lookup)) || '…'}`;
}

/** What an item is called where there is little room: an excerpt or question by its words alone. */
export function itemLabel(t: Translate, item: PackItem, lookup: PackLookup | undefined): string {
  const isPlain = item.type === 'excerpt' || item.type === 'question';
  return (isPlain && shortened(wordsOf(item, lookup))) || itemName(t, item, lookup);
}

function wordsOf(item: PackItem, lookup: PackLookup | undefined): string {
  if (item.type === 'excerpt') return quoteOf(lookup?.annotations.get(item.annotationId));
  if (item.type === 'article') return lookup?.articles.get(item.articleId)?.title ?? '';
  if (item.type === 'text') return item.text;
  return item.type === 'figures' ? item.title : item.question;
}

/** What was clipped before its sentence, which other items may share. */
function quoteOf(annotation: Annotation | undefined): string {
  const sentence = annotation?.target.selector[0].exact ?? '';
  const exact = annotation?.mention?.exact;
  return exact === undefined ? sentence : `${exact} – ${sentence}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length > SHORT ? `${letters.slice(0, SHORT).join('')}…` : line;
}

/** What a section is called: its title, or its number where it has none. */
export function sectionName(t: Translate, title: string, at: number): string {
  return title.trim() || t('pack_section_untitled', [String(at + 1)]);
}

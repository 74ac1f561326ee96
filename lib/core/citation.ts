import type { StoredArticle } from './annotation.ts';
import { closedDirections } from './export/closed-directions.ts';
import { formatDay, knownDate } from './export/times.ts';

/** What a citation needs of an article; its text stays out. */
export type Cited = Pick<
  StoredArticle,
  'title' | 'byline' | 'siteName' | 'source' | 'publishedTime' | 'url' | 'captured'
>;

/**
 * Cites an article the way Vietnamese theses and reports do: author (year), “title”, paper, day, address, day of access.
 * What is not known is left out.
 * → `Nguyễn Văn Mẫu (2026), “Chi bộ hai thôn”, Báo Ví Dụ, ngày 20/11/2026, https://…, truy cập ngày 22/11/2026.`
 */
export function citationLine(article: Cited): string {
  const { title, siteName, source, publishedTime = '', url, captured } = article;
  const authors = authorsOf(article);
  const published = knownDate(publishedTime);
  const [year] = published;
  const paper = closedDirections(siteName || source || '');
  const who = authors.length > 0 ? authors.map(closedDirections).join(', ') : paper;
  const head = [who, year && `(${year})`].filter(Boolean).join(' ');
  const parts = [
    head,
    title && `“${closedDirections(oneLine(title))}”`,
    authors.length > 0 ? paper : undefined,
    // A year alone stands after the author.
    published.length > 1 &&
      `${published.length > 2 ? 'ngày' : 'tháng'} ${formatDay(publishedTime)}`,
    oneLine(url),
    `truy cập ngày ${formatDay(captured)}`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** The people a byline names: `"Hà Anh - Minh Đức"` → two. */
export function authorsOf({ byline }: Pick<Cited, 'byline'>): string[] {
  const names = oneLine(byline ?? '').split(/\s*[,;]\s*|\s+[-–—]\s+/);
  return names.filter(Boolean);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

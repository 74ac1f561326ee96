import type { StoredArticle } from '../annotation.ts';

/** What of an article a person can put right; its text and address are as they were read. */
export const ARTICLE_FIELDS = ['title', 'siteName', 'publishedTime', 'byline', 'source'] as const;
export type ArticleField = (typeof ARTICLE_FIELDS)[number];
export type ArticleEdit = Partial<Record<ArticleField, string>>;

/**
 * Puts fields of an article right and says of each that a person did; an empty text takes a field away, the title stays.
 * Gives the argument itself where nothing changes.
 */
export function editArticle(before: StoredArticle, edit: ArticleEdit, now: Date): StoredArticle {
  const changed = ARTICLE_FIELDS.filter((field) => {
    const text = tidy(edit[field]);
    return text !== undefined && text !== (before[field] ?? '') && (text || field !== 'title');
  });
  if (changed.length === 0) return before;
  const fields = Object.fromEntries(
    changed.map((field) => [field, tidy(edit[field]) || undefined]),
  );
  const origins = Object.fromEntries(changed.map((field) => [field, 'edited' as const]));
  return withoutEmpty({
    ...before,
    ...fields,
    origins: { ...before.origins, ...origins },
    modified: now.toISOString(),
  });
}

function tidy(text: string | undefined): string | undefined {
  return text?.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function withoutEmpty<Value extends object>(value: Value): Value {
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(given) as Value;
}

/**
 * Reads a day as a clerk types it, as ISO 8601: `15/7/2020` → `2020-07-15`, `7/2020` → `2020-07`, `2020` → `2020`;
 * what is ISO already stays, an empty text too; `undefined` for anything else.
 */
export function parseDay(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /^\d{4}-\d{2}(-\d{2}(T\S{1,30})?)?$/.test(text)) return text;
  const [, day, month, year] = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(text) ?? [];
  if (!year || Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return undefined;
  return [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
}

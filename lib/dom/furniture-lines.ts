import lines from './furniture-lines.json' with { type: 'json' };

const LABELS = new Set(lines.labels);
const EXACT = new Set(lines.exact);
const PATTERNS = new RegExp(lines.patterns.map((pattern) => `(?:${pattern})`).join('|'), 'u');

/** Longer lines are prose, whatever they begin with. */
const MAX_LINE = 320;

/**
 * Is a line of text part of the page and not of the article, by its words alone?
 * `"Lượt xem: 1807"`, `"0:00 / 0:00"`, `"A- A+"` → true; `"Đến nay có 1.807 lượt hộ vay vốn."` → false.
 */
export function isFurnitureLine(text: string): boolean {
  if (text.length > MAX_LINE) return false;
  const line = plain(text);
  return !/[\p{L}\p{N}]/u.test(line) || EXACT.has(trimPunctuation(line)) || PATTERNS.test(line);
}

/**
 * Does a line open a box of other things: related stories, comments, tags?
 * `"TIN LIÊN QUAN:"` → true; `"Tin liên quan đến vụ việc được xác minh."` → false.
 */
export function isBoxLabel(text: string): boolean {
  return text.length <= 60 && LABELS.has(trimPunctuation(plain(text).replace(/\s*\(\d+\)$/, '')));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

function trimPunctuation(line: string): string {
  return line.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+:-]+$/gu, '').replace(/\s*:$/, '');
}

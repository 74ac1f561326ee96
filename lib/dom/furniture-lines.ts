import lines from './furniture-lines.json' with { type: 'json' };

const LABELS = new Set(lines.labels);
const EXACT = new Set(lines.exact);
const PATTERNS = new RegExp(`^(?:${lines.patterns.join('|')})$`, 'u');
const WITHIN = new RegExp(lines.within.join('|'));
/** `Ông Tư bên vườn mẫu ảnh 2`: an image's number in its alternative text. */
const NUMBERED_IMAGE = /\sảnh\s\d{1,2}$/;

const LONGEST_EXACT = 60;
/** A line longer than a footer's notice may well speak of notices. */
const MAX_NOTICE = 200;
/** Longer lines are prose, whatever they begin with. */
const MAX_LINE = 320;

/**
 * Is a line of text part of the page and not of the article, by its words alone?
 * `"Lượt xem: 1807"`, `"0:00 / 0:00"`, `"A- A+"` → true; `"Đến nay có 1.807 lượt hộ vay vốn."` → false.
 */
export function isFurnitureLine(text: string): boolean {
  if (text.length > MAX_LINE) return false;
  const line = plain(text);
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  if (line.length <= LONGEST_EXACT && EXACT.has(trimPunctuation(line))) return true;
  if (PATTERNS.test(line) || NUMBERED_IMAGE.test(line)) return true;
  return line.length <= MAX_NOTICE && WITHIN.test(line);
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

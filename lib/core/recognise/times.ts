import { wordAt, skipSpaces } from './boundary.ts';
import { isNounAt } from './nouns.ts';

const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?(?:\s?\/\s?\d{1,2}:\d{2})?(?!\d)/y;
const HOURS =
  /(\d{1,2})(?:\s?(?:giờ|h|g)\s?(\d{1,2})(?!\d)(?!\s?[%/])(?:\s?phút(?![\p{L}\p{M}]))?|\s?(?:giờ|h)(?![\p{L}\p{M}]))/uy;
const PART_OF_DAY = new Set([
  'sáng',
  'chiều',
  'tối',
  'trưa',
  'đêm',
  'ngày',
  'hôm',
  'khuya',
  'bắt',
  'kém',
]);
const TIME_CUES = new Set([
  'lúc',
  'hồi',
  'vào',
  'đúng',
  'từ',
  'đến',
  'tới',
  'trước',
  'khoảng',
  'ghi',
]);
const AROUND_THE_CLOCK = /24\s?\/\s?(?:24|7)(?:\s?(?:giờ|h)(?![\p{L}\p{M}]))?(?![\d/])/uy;

/** Verbs of a watch, which whoever stands it may follow. */
const WATCHES = new Set(['trực', 'gác', 'canh', 'vụ', 'động', 'cửa', 'ứng', 'chiến']);

/** `24/24 chi bộ` counts them all; `trực 24/24 cán bộ …` tells the hours. */
function isAllOf(lower: string, end: number, cue: string): boolean {
  return !WATCHES.has(cue) && isNounAt(lower, skipSpaces(lower, end));
}

/** Reads a time of day, `ahead` what its first digits go on with: `05:37`, `7h30`, `8 giờ ngày 5/6`, `lúc 19 giờ`; `8 giờ làm việc` is a length of time. */
export function readTime(
  lower: string,
  at: number,
  [cue, before]: readonly [string, string],
  ahead: string,
): { end: number } | undefined {
  if (ahead === '/' || ahead === ':') {
    const clock = ahead === '/' ? AROUND_THE_CLOCK : CLOCK;
    clock.lastIndex = at;
    if (!clock.test(lower)) return undefined;
    const { lastIndex: end } = clock;
    return ahead === '/' && isAllOf(lower, end, cue) ? undefined : { end };
  }
  HOURS.lastIndex = at;
  const hours = HOURS.exec(lower);
  if (!hours || Number(hours[1]) > 24 || Number(hours[2] ?? 0) > 59) return undefined;
  const end = at + hours[0].length;
  if (hours[2] !== undefined) return LENGTH_CUES.has(cue) ? undefined : { end };
  const cued = TIME_CUES.has(cue) && !(cue === 'từ' && before === 'kể');
  const next = lower.charAt(end) === '/' ? '/' : wordAt(lower, skipSpaces(lower, end));
  if (PART_OF_DAY.has(next)) return { end };
  return cued && next !== '/' && !LENGTH_WORDS.has(next) && cue !== 'khoảng' ? { end } : undefined;
}

const LENGTH_CUES = new Set([
  'còn',
  'trong',
  'dài',
  'mất',
  'gần',
  'hơn',
  'được',
  'xuống',
  'lên',
  'hết',
  'chỉ',
  'thêm',
  'suốt',
]);
const LENGTH_WORDS = new Set([
  'làm',
  'liên',
  'học',
  'đồng',
  'chiếu',
  'bay',
  'nghỉ',
  'trở',
  'mỗi',
  'một',
  'xuống',
  'còn',
  'lên',
]);

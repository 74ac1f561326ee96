import type { Change, FigureKind } from '../annotation.ts';
import { textBefore } from './boundary.ts';

/** Words that lead to a new value. */
const TO_WORDS = new Set(['lên', 'xuống', 'còn', 'thành', 'tới', 'đến', 'mức']);
/** What may stand between such a word and the value. */
const LOOSENED = '(?: (?:thành|tới|đến|còn|mức|con số|hơn|gần|trên|dưới|khoảng)){0,3} $';
const RAISED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(tăng|giảm|nâng|hạ|rút|đưa) (?:đáng kể |mạnh |nhanh |dần )?(?:từ|theo) |(nâng|đưa|hạ|phát triển|tăng|giảm) (?:tổng|số|tỷ lệ|tỉ lệ|tỷ trọng|mức|thu nhập|giá trị|giá|chi phí|kinh phí|quy mô|thời gian|công suất|diện tích|sản lượng|độ che phủ) )(?:[^.;\\n]|\\.(?=\\d)){1,90} (lên|xuống|còn)${LOOSENED}`,
  'u',
);
/** `từ 24 triệu đồng (năm 2020) lên`: the old value, which is no day. */
const FROM_TO = new RegExp(
  `(?<![\\p{L}\\p{M}])từ (?:hơn |gần |trên |khoảng )?(?!\\d{1,2}[/-]\\d)\\d((?:[^.;\\n]|\\.(?=\\d)){0,60}) (?:nâng |tăng |rút |hạ )?(lên|xuống|còn)${LOOSENED}`,
  'u',
);
const BOUND_OR_RANGE = /trở (?:lên|xuống)|đến \d/;
/** `nay đã lên tới`, where `phạt lên tới` tells how much at most. */
const GROWN = new RegExp(`(?<![\\p{L}\\p{M}])(?:nay|hiện)(?: đã)? lên${LOOSENED}`, 'u');
/** What tells that a value has fallen to what `còn` names. */
const FALLEN = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:hộ (?:cận )?nghèo(?: [\\p{L}\\p{M}]{1,7}){0,6}|(nay|hiện nay|hiện|giờ|chỉ|giữa năm|cuối năm|năm \\d{4})) (?:chỉ )?còn${LOOSENED}`,
  'u',
);
const FORMERLY =
  /(?<![\p{L}\p{M}])(?:trước (?:khi|đây|đó|sắp xếp|sáp nhập)|giảm|ban đầu|lúc đầu|đầu năm|đầu nhiệm kỳ|còn \d+)(?![\p{L}\p{M}])/u;
/** What is dealt with leaves a rest, which has not fallen. */
const DEALT_WITH = /giải quyết|xử lý|xử lí|hoàn thành|bố trí|chi trả|thu hồi/;
/** The words of which one stands before a new value, and how many others may stand between. */
const WAYS = new Set(['lên', 'xuống', 'còn']);
const FARTHEST = 4;
const LOWERING = new Set(['giảm', 'hạ', 'rút']);
const REACH = 140;

/**
 * The change that a value reached tells, whose verb or old value stands far before it; `words` are those before, nearest first.
 * `"nâng tổng số đảng viên toàn xã lên "` 310, `"từ 75% năm 2021 lên "` 80% → increase-to; `"nay chỉ còn "` 0,3% → decrease-to.
 */
export function levelChange(
  lower: string,
  { start, kind }: { start: number; kind: FigureKind },
  words: readonly string[],
): { change: Change; ambiguous?: boolean } | undefined {
  const [first = '', second = '', third = ''] = words;
  const word = first === 'số' && second === 'con' ? third : first;
  if (word === '' || !TO_WORDS.has(word)) return undefined;
  const before = textBefore(lower, start, REACH);
  const raised = lastRaised(before);
  if (raised) {
    const lowered = LOWERING.has(raised[1] ?? raised[2] ?? '') || raised[3] === 'xuống';
    return { change: lowered ? 'decrease-to' : 'increase-to' };
  }
  if (!words.slice(0, FARTHEST).some((near) => WAYS.has(near))) return undefined;
  const [, between, way] = (before.includes('từ ') ? FROM_TO.exec(before) : null) ?? [];
  if (between !== undefined && !BOUND_OR_RANGE.test(between))
    return { change: way === 'lên' ? 'increase-to' : 'decrease-to' };
  if (GROWN.test(before)) return { change: 'increase-to' };
  return hasFallen(before, kind) ? { change: 'decrease-to' } : undefined;
}

const MAY_COMPARE = /hơn |tăng |giảm /;
const COMPARED = /(?<![\p{L}\p{M}])(cao|nhiều|lớn|thấp|ít) hơn (?!\d)[^,;.:\n\d()]{2,40} $/u;
/** What ends the words that name the level compared with: `cao hơn mức 7,5%`. */
const LEVEL =
  /(?<![\p{L}\p{M}])(?:mức|chỉ tiêu|quy định|kế hoạch|là|đạt|có|còn|được|trên|dưới|lên|xuống|tới|đến|thành|từ) $/u;
/** `giảm quy mô 10%`: what changes stands between the verb and by how much. */
const OF_OBJECT =
  /(?<![\p{L}\p{M}])(tăng|giảm) (?:quy mô|chi phí|kinh phí|diện tích|tỷ lệ|tỉ lệ|giá|sản lượng|lãi suất|thời gian|phát thải|số)(?: \p{Ll}{1,7}){0,4} $/u;
const HIGHER = new Set(['cao', 'nhiều', 'lớn', 'tăng']);

/**
 * By how much a share differs from what is named before it, or what has changed by it:
 * `thấp hơn bình quân chung của tỉnh 3,4%` → decrease-by.
 */
export function comparison(
  lower: string,
  start: number,
  kind: FigureKind,
): { change: Change; ambiguous?: boolean } | undefined {
  if (kind !== 'percentage') return undefined;
  const before = textBefore(lower, start, 56);
  if (!MAY_COMPARE.test(before) || LEVEL.test(before)) return undefined;
  const word = (COMPARED.exec(before) ?? OF_OBJECT.exec(before))?.[1];
  if (word === undefined) return undefined;
  return { change: HIGHER.has(word) ? 'increase-by' : 'decrease-by' };
}

/** The verb nearest to the value: `tăng tỷ lệ … lên 47%, giảm chi phí … còn `. */
function lastRaised(before: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  let rest = before;
  for (let found = RAISED.exec(rest); found; found = RAISED.exec(rest)) {
    last = found;
    rest = rest.slice(found.index + 1);
  }
  return last;
}

function hasFallen(before: string, kind: FigureKind): boolean {
  const fallen = FALLEN.exec(before);
  if (!fallen) return false;
  if (fallen[1] === undefined || kind === 'percentage') return true;
  const former = FORMERLY.exec(before.slice(0, fallen.index));
  return former !== null && !DEALT_WITH.test(before.slice(former.index));
}

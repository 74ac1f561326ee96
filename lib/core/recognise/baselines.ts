const MONTH = /(?<!\d)(0?[1-9]|1[0-2])(?:[-/]| năm )((?:19|20)\d{2})(?!\d)/;
const BASELINE =
  /(?: về (?:số |giá |kinh )?\p{L}{1,7})?\s{0,2}(?:\(|,)?\s{0,2}(?:so với|so)\s{1,2}([^,;.()\n]{1,60})/uy;
/** What goes on behind a baseline. */
const GOES_ON = / (?:và|nhưng|nhờ|do|tăng|giảm)(?![\p{L}\p{M}]).*/u;
const YEAR = /(?:19|20)\d{2}(?!\d)/;
const DATE = /(\d{1,2})[-/](\d{1,2})[-/]((?:19|20)\d{2})/;

/** What a change is measured against: `" so với cuối năm 2019 khi …"` → `"2019"`, `" so với cùng kỳ"` → the words. */
export function baselineAfter(lower: string, text: string, end: number): string | undefined {
  BASELINE.lastIndex = end;
  const found = BASELINE.exec(lower);
  const said = found?.[1];
  if (!found || said === undefined) return undefined;
  const start = end + found[0].length - said.length;
  return readBaseline(text.slice(start, start + said.replace(GOES_ON, '').length));
}

/** A year, a month or a day as ISO 8601, else the words: `"cuối năm 2019"` → `"2019"`. */
function readBaseline(said: string): string {
  const words = said.toLowerCase();
  const date = DATE.exec(words);
  if (date) {
    return [date[3], date[2]?.padStart(2, '0'), date[1]?.padStart(2, '0')].join('-');
  }
  const month = MONTH.exec(words);
  if (month) return `${month[2]}-${month[1]?.padStart(2, '0')}`;
  const year = YEAR.exec(words)?.[0];
  if (year !== undefined) return year;
  return said.trim().split(/\s+/, 6).join(' ');
}

/** `So với năm 2019, số hộ khá tăng 214 hộ`: what opens the sentence, or a part of it behind a semicolon. */
const OPENING =
  /(?:^|;) {0,2}(?:nếu )?so(?: với)? ([^,;.()\n]{1,60}?)(?:,| (?=(?:đã )?(?:tăng|giảm)(?![\p{L}\p{M}])))[^;\n]{0,160}$/u;
const LONGEST_OPENING = 240;

/** What the changes of a clause are measured against, named before them. */
export function baselineBefore(
  lower: string,
  text: string,
  { sentence, start }: { sentence: number; start: number },
): string | undefined {
  if (start - sentence > LONGEST_OPENING) return undefined;
  const clause = lower.slice(sentence, start);
  const found = clause.includes('so ') ? OPENING.exec(clause) : null;
  const said = found?.[1];
  if (!found || said === undefined) return undefined;
  const from = sentence + found.index + found[0].indexOf(said);
  return readBaseline(text.slice(from, from + said.length));
}

const OTHER_TIME =
  /^ {1,2}(?:của )?(năm (?:(?:19|20)\d{2}(?!\d)|trước|ngoái)|cùng kỳ(?: năm (?:(?:19|20)\d{2}(?!\d)|trước|ngoái))?|nhiệm kỳ trước|đầu nhiệm kỳ)(?![\p{L}\p{M}])/u;

/** `gấp 1,8 lần năm 2020`: a multiple names what it is of right behind. */
export function baselineOfMultiple(text: string, end: number): string | undefined {
  const said = OTHER_TIME.exec(text.slice(end, end + 32))?.[1];
  return said === undefined ? undefined : readBaseline(said);
}

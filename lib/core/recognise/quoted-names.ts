import { textBefore } from './boundary.ts';
import type { TypeMark } from './document-types.ts';
import { establishedName } from './gazetteer.ts';
import { PARTICLES, WORD_END } from './particles.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { nameKey } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';
import { readQuoted } from './titles.ts';

const TO_QUOTE = sticky(
  '(?: (?:xây dựng|thực hiện|(?:tình nguyện|truyền thông|ra quân|thi đua)(?: hè| quốc gia)?|mang tên|có tên|với tên gọi|tên là|toàn khóa|năm (?:19|20)\\d{2}|về|về việc))? ?[:-]? ?(?=[“”"‘’\'«″])',
  'iu',
);
/** A drive's quoted name may stand behind what it is for: `phong trào tiết kiệm “…”`. */
const PURPOSE = sticky(
  `(?: (?!(?:${PARTICLES}|các|những|này|khác|số|năm|theo|nói|gọi|kêu|viết|hỏi|trả|thành|trở|lên|mang)${WORD_END})\\p{Ll}[\\p{L}\\p{M}]{0,6}){1,3} ?(?=[“"‘«″])`,
);
const NEXT_QUOTE = sticky(' ?(?:[,;]|và|, và|; và|hay|hoặc|&) ?(?=[“"‘\'«″])');
/** Verbs as often as nouns, or words for any text at all: a quote after them names nothing. */
const NEVER_NAMED = new Set([
  'quyết định',
  'quy định',
  'kết luận',
  'hướng dẫn',
  'báo cáo',
  'thông báo',
  'văn bản',
  'văn kiện',
]);
/** One small word in quotes is meant in irony: `dự án “treo”`. */
const SCARE_QUOTE = /^\p{Ll}[\p{L}\p{M}]*$/u;
/** A talk is given or heard: `trình bày chuyên đề “…”` names no programme. */
const TALK =
  /(?<![\p{L}\p{M}])(?:trình bày|thông tin|nghe|truyền đạt|giới thiệu)(?: \p{Ll}{1,7})? {1,2}$/iu;
const MOST_IN_LIST = 12;
const SMALLEST = 4;

/**
 * Reads the quoted names behind a type word; the first from the word, the others between their quotes.
 * `"phong trào “Dân vận khéo”"` → `phong trào “Dân vận khéo`, kind movement.
 */
export function readQuotedNames(words: string, lower: string, mark: TypeMark): ProgrammeDraft[] {
  const { type } = mark;
  if (type.kind === 'law' || type.short || NEVER_NAMED.has(type.words)) return [];
  if (type.words === 'chuyên đề' && TALK.test(textBefore(words, mark.start, 24))) return [];
  const to =
    readAt(TO_QUOTE, words, mark.end) ??
    (type.kind === 'movement' ? readAt(PURPOSE, words, mark.end) : null);
  if (!to) return [];
  const drafts: ProgrammeDraft[] = [];
  let quoted = readQuoted(words, mark.end + to[0].length);
  while (quoted && quoted.end - quoted.start >= SMALLEST && drafts.length < MOST_IN_LIST) {
    const name = words.slice(quoted.start, quoted.end);
    if (SCARE_QUOTE.test(name)) break;
    drafts.push({
      start: drafts.length === 0 ? mark.start : quoted.start,
      end: quoted.end,
      kind: type.kind,
      rule: 'quoted-name',
      title: name,
      name: establishedName(lower, quoted.start, mark) ?? nameKey(name),
    });
    const next = readAt(NEXT_QUOTE, words, quoted.close);
    quoted = next && type.drive ? readQuoted(words, quoted.close + next[0].length) : null;
  }
  return drafts;
}

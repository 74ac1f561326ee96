import { breakBefore, textBefore, UnitSet } from './boundary.ts';
import { withoutPerson } from './person-names.ts';

const PLACE = 'huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu';
const PLACE_ANY_CASE = PLACE.replace(
  /(^|\|)(\p{L})/gu,
  (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
);
/** Second halves, in small letters, of words inside names: `Trường Quân sự`, `Trung tâm Y tế`. */
const HALVES = [
  ['Công', 'an(?!,)'],
  ['Quân', 'sự|khu|đoàn|chủng'],
  ['Trung', 'tâm|ương|đoàn(?: \\d{1,3}(?!\\d))?'],
  ['Lữ', 'đoàn(?: \\d{1,3}(?!\\d))?'],
  ['Sư', 'đoàn(?: \\d{1,3}(?!\\d))?'],
  ['Bệnh', 'viện'],
  ['Cơ', 'quan'],
  ['Doanh', 'nghiệp'],
  ['Kỹ', 'thuật'],
  ['Mầm', 'non'],
  ['Y', 'tế'],
  ['Chính', 'trị'],
  ['Đại', 'học'],
  ['Cao', 'đẳng'],
  ['Tiểu', 'học|đoàn(?: \\d{1,3}(?!\\d))?'],
]
  .map(([first, second]) => `(?<=${first} )(?:${second})`)
  .join('|');
/** What a capital behind a place's word begins that is no name: `xã Báo cáo …`, `huyện Hội có …`. */
const NOT_NAMES =
  '(?:Hội(?! \\p{Lu})|(?:Báo cáo|Nghị quyết|Kế hoạch|Chương trình|Đề án|Hội nghị|Đại hội|Mặt trận)(?![\\p{L}\\p{M}]))';
const SYLLABLE = `\\p{Lu}[\\p{L}\\p{M}'’-]{0,12}(?: (?:${HALVES})(?![\\p{L}\\p{M}])|(?<=Phường|Quận) \\d{1,2}(?!\\d))?`;
/** Long enough for a place's name with that of a person behind it. */
const NAME = ` (?!${NOT_NAMES})${SYLLABLE}(?: ${SYLLABLE}){0,5}`;
const ORGANISATION = '[Đđ]ảng bộ|Đảng ủy|[Cc]hi bộ';
const BRANCH =
  'Khối(?: (?:các )?(?:cơ quan|doanh nghiệp))(?: và doanh nghiệp)?|Quân sự|Công an(?!,)|UBND|Bộ đội Biên phòng|(?:các )?cơ quan Đảng';
/** What a scope begins with: asked first, for to ask for the letter before costs more. */
const INITIALS = '(?=[ĐđCcHhTtQqXxPp])';
const SCOPE = new RegExp(
  `${INITIALS}(?<![\\p{L}\\p{M}])(?:(?:${ORGANISATION}) (?:${BRANCH})(?: (?:${PLACE})(?![\\p{L}\\p{M}]))?(?:${NAME})?` +
    `|(?:${ORGANISATION}|Huyện ủy|Tỉnh ủy|Thành ủy|Thị ủy|Quận ủy|${PLACE_ANY_CASE})(?: (?:${PLACE_ANY_CASE}|Công an|Quân sự))?${NAME}` +
    `|(?:Toàn|(?<=[,;] )toàn) (?:${PLACE})(?![\\p{L}\\p{M}])(?! \\p{Lu}))`,
  'gu',
);
/** What was merged or parted is no longer there. */
const FORMER =
  /(?:sáp nhập|sát nhập|hợp nhất|nhập|chia tách|trên cơ sở)(?![\p{L}\p{M}])[^.;\n]{0,90}$/iu;
/** `hợp tác xã` is one word. */
const COOPERATIVE = /tác {1,2}$/;
const IN_BRACKETS = /\([^()\n]{0,80}$/;

/** Places one by one, which the sentence behind is not about: `gồm: xã An Phú`, `các xã A, B`, `tại 2 huyện A và B`. */
const LISTED = /(?:(?<![\p{L}\p{M}])(?:gồm|gồm:|các|những)|\d) {1,2}$/u;
/** What stands before the body of a document: `Nghị quyết Đại hội XV Đảng bộ tỉnh …`. */
const OF_BODY = /(?:của|Đại hội(?: đại biểu| lần thứ [IVXL]{1,6}| [IVXL]{1,6})?) $/u;
const DOCUMENT =
  /(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|kế hoạch|chương trình|đề án|hướng dẫn)(?![\p{L}\p{M}])/iu;
const CLAUSE_BREAKS = new UnitSet('.,;\n');
const WHOLE = /^[Tt]oàn /;
const SENTENCE_END = /[.!?…]["”’)]?\s+(?=[\p{Lu}“"\d-])|\n/u;
const LONGEST_SENTENCE = 600;
/** How many names back the whole of a place is looked for. */
const MOST_LOOKED_AT = 24;

/** A body or place that what follows is about, until another is named; an empty name where none is known any more. */
export interface Scope {
  index: number;
  name: string;
}

/**
 * Finds the bodies and places of a text in its order. What is named in passing holds no longer than its sentence:
 * the places of a list; an address (a place alone in brackets) and an example (`Ở xã An Phú, …` where the text is about
 * the district) for their paragraph. A numbered item is of what was named before its list.
 * `"Đảng bộ huyện Quốc Oai có …"` → `Đảng bộ huyện Quốc Oai`.
 */
export function findScopes(text: string): Scope[] {
  const scopes: Scope[] = [];
  let named: Scope | undefined;
  let aboveItems: Scope | undefined;
  let listEnd = 0;
  const items = itemsOf(text);
  let item = 0;
  const openItem = (opened: Item | undefined) => {
    if (!opened) return;
    if (opened.isFirst) aboveItems = named;
    else if (named !== aboveItems)
      scopes.push({ index: opened.index, name: aboveItems?.name ?? '' });
    named = aboveItems;
  };
  for (const { index, 0: found } of text.matchAll(SCOPE)) {
    for (; (items[item]?.index ?? Infinity) < index; item++) openItem(items[item]);
    const before = textBefore(text, index, 100);
    const address = before.endsWith('(') && text.charAt(index + found.length) === ')';
    if (found.startsWith('xã') && COOPERATIVE.test(before.slice(-5))) continue;
    if (FORMER.test(before) || (!address && IN_BRACKETS.test(before))) continue;
    if (named && OF_BODY.test(before.slice(-24)) && DOCUMENT.test(clauseOf(before))) continue;
    const isWhole = WHOLE.test(found);
    const name = isWhole ? namedAt(scopes, found) : withoutPerson(found, before);
    if (!isWhole && name !== found && isUnnamed(name)) continue;
    const last = scopes.at(-1);
    if (last && last.index > index) scopes.pop();
    scopes.push({ index, name });
    if (LISTED.test(before.slice(-8))) listEnd = sentenceEnd(text, index);
    const isAside = named && (address || isExample(before, name, named.name));
    const until = index < listEnd ? listEnd : isAside ? paragraphEnd(text, index) : 0;
    if (until > 0) scopes.push({ index: until, name: named?.name ?? '' });
    else named = { index, name };
  }
  for (; item < items.length; item++) openItem(items[item]);
  return scopes;
}

/** A line that begins with its number: `1. Về kinh tế`, `II. Nhiệm vụ`. */
interface Item {
  index: number;
  isFirst: boolean;
}

const ITEM_INITIALS = new UnitSet('0123456789IVX');
const ITEM = /(?:\d{1,2}|[IVX]{1,4})[.)] (?=\p{Lu})/uy;

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (!ITEM_INITIALS.isAt(text, at + 1)) continue;
    ITEM.lastIndex = at + 1;
    const number = ITEM.exec(text)?.[0];
    if (number !== undefined) items.push({ index: at + 1, isFirst: /^[1I][.)]/.test(number) });
  }
  return items;
}

const AT = /(?<![\p{L}\p{M}])(?:[Ởở]|[Tt]ại) $/u;
/** The levels of administration, the highest first, as names of bodies and places tell them. */
const LEVELS = [/tỉnh/i, /thành phố|thành ủy/i, /huyện|quận|thị xã|thị ủy/i, /xã|phường|thị trấn/i];

/** Whether a place is named as one within what the text is about. */
function isExample(before: string, name: string, about: string): boolean {
  return AT.test(before.slice(-6)) && levelOf(name) > levelOf(about);
}

function levelOf(name: string): number {
  const level = LEVELS.findIndex((words) => words.test(name));
  return level === -1 ? LEVELS.length : level;
}

function clauseOf(before: string): string {
  return before.slice(breakBefore(before, before.length, 0, CLAUSE_BREAKS));
}

/** Whether only a kind of body is left: `"Thành ủy"`. */
function isUnnamed(name: string): boolean {
  return !/ \p{Lu}/u.test(name);
}

const LEVEL_WORDS: Readonly<Record<string, RegExp>> = {
  tỉnh: /tỉnh/i,
  'thành phố': /thành phố|thành ủy|(?<!\p{L})TP/iu,
  huyện: /huyện/i,
  quận: /quận/i,
  'thị xã': /thị xã|thị ủy/i,
  xã: /(?<!thị )xã/i,
};

/** The body or place last named of the level that `Toàn huyện` means, or an empty name. */
function namedAt(scopes: readonly Scope[], whole: string): string {
  const level = whole.slice('toàn '.length);
  const pattern = LEVEL_WORDS[level];
  const near = scopes.slice(-MOST_LOOKED_AT);
  return (
    near.findLast(({ name }) => pattern?.test(name) ?? name.toLowerCase().includes(level))?.name ??
    ''
  );
}

function sentenceEnd(text: string, at: number): number {
  const end = text.slice(at, at + LONGEST_SENTENCE).search(SENTENCE_END);
  return end === -1 ? Math.min(text.length, at + LONGEST_SENTENCE) : at + end;
}

function paragraphEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

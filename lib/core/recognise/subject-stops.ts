import { isDigitAt, skipSpaces, textBefore, wordAt } from './boundary.ts';
import lexicon from './lexicon/cues.json' with { type: 'json' };
import { PhraseIndex } from './phrase-index.ts';

const STOPS = new Set(lexicon.subjectStops);
const STOP_PHRASES = new Set([...lexicon.subjectStops, ...lexicon.subjectStopPhrases]);
/** First words of the stop phrases that have more than one. */
const STOP_OPENERS = new Set(
  [...STOP_PHRASES]
    .filter((phrase) => phrase.includes(' '))
    .map((phrase) => phrase.slice(0, phrase.indexOf(' '))),
);
const VERBS_AFTER_NEW = new Set(lexicon.verbsAfterNew);

const ORGANISATIONS = new Set([
  'đảng',
  'cơ',
  'đoàn',
  'hội',
  'chính',
  'xã',
  'kinh',
  'quần',
  'công',
  'tôn',
]);

/** `xã tổ chức xong đại hội`: a verb, where `tổ chức đảng` and one without an object are nouns; `at` is that of `chức`. */
export function organises(lower: string, at: number): boolean {
  const object = wordAt(lower, skipSpaces(lower, at + 'chức'.length));
  return object !== '' && !ORGANISATIONS.has(object);
}

/** The words that `isStop` knows: most words of a phrase are none of them. */
const MAY_STOP = new PhraseIndex([...STOPS, ...STOP_OPENERS, 'thành', 'tổ', 'mới', 'và', 'hoặc']);

/** Whether a counted phrase ends before the word at `at`. `named`: the word before is an event's classifier, whose verb names it (`buổi sinh hoạt`). */
export function isStop(
  lower: string,
  at: number,
  { to, noun, named }: { to: number; noun: string | undefined; named: boolean },
): boolean {
  if (isDigitAt(lower, at)) return true;
  if (MAY_STOP.match(lower, at) === undefined) return false;
  const word = lower.slice(at, to);
  const next = skipSpaces(lower, to, 3);
  const following = next > to ? wordAt(lower, next) : '';
  if (word === 'chấp' && lower.endsWith('ban ', at)) return false;
  if (STOP_OPENERS.has(word) && STOP_PHRASES.has(`${word} ${following}`)) return !named;
  if (word === 'thành' && isDigitAt(following, 0)) return true;
  if (word === 'tổ' && following === 'chức') return organises(lower, next);
  if (isPartOfWord(lower, at, { word, following })) return false;
  if (word === 'mới' && VERBS_AFTER_NEW.has(following)) return true;
  if (word === 'và' || word === 'hoặc') return true;
  return noun === undefined && STOPS.has(word) && !(named && NAMING_VERBS.has(word));
}

/** Verbs that name an event: `cuộc họp`, `cuộc thi`. */
const NAMING_VERBS = new Set(['họp', 'thi']);
/** `đảng viên dự bị`, `đại biểu dự khuyết`. */
const PROSPECTIVE = new Set(['bị', 'khuyết', 'thính']);

/** Nouns that `thu`, `vay` belong to: `khoản vay`, `vụ thu đông`. */
const DEALINGS =
  /(?<![\p{L}\p{M}])(?:khoản|nguồn|món|vốn|nợ|gói|số|mức|điểm|trạm|vụ|mùa|hè|doanh|tổ|nhóm|đội|xe|máy) $/u;

/** Stop words that end a longer word: `nông thôn mới`, `dương tính`, `đảng viên dự bị`. */
function isPartOfWord(
  lower: string,
  at: number,
  { word, following }: { word: string; following: string },
): boolean {
  if (word === 'dự') return PROSPECTIVE.has(following);
  if (word === 'bị') return lower.endsWith('dự ', at);
  if (word === 'dưới') return lower.endsWith('cấp ', at);
  if (word === 'ký') return lower.endsWith('chữ ', at);
  if (word === 'mới') return lower.endsWith('nông thôn ', at);
  if (word === 'thu' && following === 'nhập') return true;
  if (word === 'thu' || word === 'vay') return DEALINGS.test(textBefore(lower, at, 10));
  return word === 'tính' && /(?:dương|âm) $/.test(textBefore(lower, at, 6));
}

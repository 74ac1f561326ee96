import { textBefore } from './boundary.ts';
import lexicon from './lexicon/person-names.json' with { type: 'json' };

const SURNAMES = new Set(lexicon.surnames);
const MIDDLES = new Set(lexicon.middles);
/** Places named for a person, whose name is theirs. */
const NAMESAKES = lexicon.namesakes;
const CAPITAL = /^\p{Lu}/u;
const FEWEST_SYLLABLES = 3;
/** An office that someone holds in the body behind it. */
const OFFICE =
  /(?<![\p{L}\p{M}])(?:chủ tịch|bí thư|giám đốc|chủ nhiệm|trưởng|chánh|phó|thường trực|ủy viên)(?![\p{L}\p{M}])[^.,;:()\n\d]{0,40}$/iu;

/**
 * The name of a body or place without that of the person behind it; `before` is what stands before, where an office may be told.
 * `"xã An Phú Trần Văn Hòa"` → `"xã An Phú"`, `"huyện Trần Văn Thời"` → itself.
 */
export function withoutPerson(name: string, before: string): string {
  const words = name.split(' ');
  for (let at = words.length - 2; at > 0; at--) {
    if (!SURNAMES.has(words[at] ?? '')) continue;
    const isBehindName = at > 1 && CAPITAL.test(words[at - 1] ?? '');
    if (!isPerson(words.slice(at), before, isBehindName)) continue;
    // `xã Lê Hoàng Nghĩa`: what would be left is the surname, not a place of one syllable.
    const isWhole =
      at === 2 && SURNAMES.has(words[1] ?? '') && isPerson(words.slice(1), before, false);
    return words.slice(0, isWhole ? 1 : at).join(' ');
  }
  return name;
}

/** `Trần Văn Hòa` anywhere, `Trần Minh Hòa` where an office is held, `An Phú Trần Hòa` there too. */
function isPerson(words: readonly string[], before: string, isBehindName: boolean): boolean {
  if (isNamesake(words) || !words.every((word) => CAPITAL.test(word))) return false;
  const isFull = words.length >= FEWEST_SYLLABLES;
  if (isFull && MIDDLES.has(words[1] ?? '')) return true;
  return (isFull || isBehindName) && OFFICE.test(textBefore(before, before.length, 60));
}

function isNamesake(words: readonly string[]): boolean {
  const name = words.join(' ');
  return NAMESAKES.some((place) => name.startsWith(place));
}

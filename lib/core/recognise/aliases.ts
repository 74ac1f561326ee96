import { isTypeWord } from './document-types.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { nameKey } from './programme-draft.ts';
import { isWordAt, readAt, sticky } from './sticky.ts';
import { readQuoted } from './titles.ts';

const MARKER = /gọi (?:tắt |chung )?là|viết tắt(?: là|:)/gi;
const TO_ALIAS = sticky(' ?:? ?');
/** An alias in capitals, or one that begins with a capital, up to the bracket or the clause's end. */
const ALIAS = sticky('\\p{Lu}[^()\\n,;.“”"]{1,60}');
const ABBREVIATION = sticky(
  ' ?\\((?:“|")?(?<alias>\\p{Lu}[\\p{L}\\d&\\-]{2,20}(?: [\\p{L}\\d&\\-]{1,12}){0,4})(?:”|")?\\)',
);
/** How far before the words `gọi tắt là` what they name may end. */
const REACH = 400;
const MOST_ALIASES = 40;
const SHORTEST_ALIAS = 3;

/**
 * Gives documents the short names the article coins for them, and finds those names where they are used.
 * `"Đề án … (gọi tắt là Đề án 2403)"` → alias `Đề án 2403` on the scheme.
 */
export function findAliases(words: string, drafts: readonly ProgrammeDraft[]): ProgrammeDraft[] {
  const coined = new Map<string, ProgrammeDraft>();
  for (const { alias, of } of [...spelledOut(words, drafts), ...abbreviated(words, drafts)]) {
    if (coined.size >= MOST_ALIASES) break;
    of.alias ??= alias;
    coined.set(alias, of);
  }
  return [...coined].flatMap(([alias, of]) => usesOf(words, alias, of));
}

interface Coined {
  alias: string;
  of: ProgrammeDraft;
}

function spelledOut(words: string, drafts: readonly ProgrammeDraft[]): Coined[] {
  const coined: Coined[] = [];
  const named = drafts.filter(({ bare }) => !bare);
  for (const { index, 0: marker } of words.matchAll(MARKER)) {
    const at = index + marker.length;
    const from = at + (readAt(TO_ALIAS, words, at)?.[0].length ?? 0);
    const quoted = readQuoted(words, from);
    const alias = quoted
      ? words.slice(quoted.start, quoted.end)
      : readAt(ALIAS, words, from)?.[0].trimEnd();
    const of = named.findLast(({ end }) => end <= index);
    if (alias && of && index - of.end < REACH && !words.slice(of.end, index).includes('\n')) {
      coined.push({ alias, of });
    }
  }
  return coined;
}

function abbreviated(words: string, drafts: readonly ProgrammeDraft[]): Coined[] {
  return drafts.flatMap((draft) => {
    if (draft.bare || draft.number) return [];
    const alias = readAt(ABBREVIATION, words, draft.end)?.groups?.['alias'];
    return alias && !/^[Kk]hóa|^[Ss]ửa đổi/.test(alias) ? [{ alias, of: draft }] : [];
  });
}

/** Mentions by the alias; a bare type word as alias stays one, to be tied by its place. */
function usesOf(words: string, alias: string, of: ProgrammeDraft): ProgrammeDraft[] {
  if (alias.length < SHORTEST_ALIAS) return [];
  const uses: ProgrammeDraft[] = [];
  for (let at = words.indexOf(alias); at >= 0; at = words.indexOf(alias, at + alias.length)) {
    const end = at + alias.length;
    if (at < of.end || isWordAt(words, at - 1) || isWordAt(words, end)) continue;
    if (uses.length > 0 && isTypeWord(alias)) break;
    uses.push({ start: at, end, kind: of.kind, rule: 'alias', name: `alias ${nameKey(alias)}` });
  }
  return uses;
}

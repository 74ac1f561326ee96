import { isWordAt } from './boundary.ts';
import { isTypeWord, typeWordOf } from './document-types.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { nameKey } from './programme-draft.ts';
import { readAt, sticky } from './sticky.ts';
import { readQuoted } from './titles.ts';

const MARKER = /gọi (?:tắt |chung )?là|viết tắt(?: là|:)/gi;
const TO_ALIAS = sticky(' ?:? ?');
/** An alias in capitals, or one that begins with a capital, up to the bracket or the clause's end. */
const ALIAS = sticky('\\p{Lu}[^()\\n,;.“”"]{1,60}');
/** … and the letters it is shortened to: `Pháp lệnh ưu đãi người có công - ƯĐNCC`. */
const ABBREVIATED = / [-–] ?\p{Lu}{2,10} ?$/u;
const ABBREVIATION = sticky(
  '[”"’»]? ?\\((?:“|")?(?<alias>\\p{Lu}[\\p{L}\\d&\\-]{1,20}(?: [\\p{L}\\d&\\-]{1,12}){0,4})(?:”|")?\\)',
);
/** … the same inside a name that its years end. */
const INSIDE = / \((?<alias>\p{Lu}[\p{Lu}\d&-]{1,9})\),? (?:giai đoạn|đến)/u;
/** How far before the words `gọi tắt là` what they name may end. */
const REACH = 400;
/** … and where the short name does not repeat the type word. */
const CLOSE = 40;
const MOST_NEAR = 8;
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
  const named: ProgrammeDraft[] = [];
  let next = 0;
  for (const { index, 0: marker } of words.matchAll(MARKER)) {
    for (let draft = drafts[next]; draft && draft.end <= index; draft = drafts[(next += 1)]) {
      if (!draft.bare) named.push(draft);
    }
    const alias = readAlias(words, index + marker.length);
    const of = alias && antecedent(words, named, index, alias);
    if (of) coined.push({ alias, of });
  }
  return coined;
}

function readAlias(words: string, at: number): string | undefined {
  const from = at + (readAt(TO_ALIAS, words, at)?.[0].length ?? 0);
  const quoted = readQuoted(words, from);
  if (quoted) return words.slice(quoted.start, quoted.end);
  return readAt(ALIAS, words, from)?.[0].replace(ABBREVIATED, '').trimEnd();
}

/** What a short name stands for: the last of its type in the sentence, or what stands right before. */
function antecedent(
  words: string,
  named: readonly ProgrammeDraft[],
  at: number,
  alias: string,
): ProgrammeDraft | undefined {
  const type = typeWordOf(alias);
  const of = named
    .slice(-MOST_NEAR)
    .findLast(({ typeWords = '' }) => !type || typeWords.startsWith(type));
  if (!of || at - of.end > (type ? REACH : CLOSE)) return undefined;
  return /[.!?] |\n/.test(words.slice(of.end, at)) ? undefined : of;
}

function abbreviated(words: string, drafts: readonly ProgrammeDraft[]): Coined[] {
  return drafts.flatMap((draft, at) => {
    if (draft.bare || draft.number) return [];
    const found =
      readAt(ABBREVIATION, words, draft.end) ?? INSIDE.exec(words.slice(draft.start, draft.end));
    const alias = found?.groups?.['alias'];
    if (!alias || /^[Kk]hóa|^[Ss]ửa đổi/.test(alias)) return [];
    const type = typeWordOf(alias);
    if (!type || draft.typeWords?.startsWith(type)) return [{ alias, of: draft }];
    const named = drafts.slice(Math.max(0, at - MOST_NEAR), at).filter(({ bare }) => !bare);
    const of = antecedent(words, named, draft.end, alias);
    return of ? [{ alias, of }] : [];
  });
}

/** Mentions by the alias. A bare type word or an abbreviation (`OCOP`) means too much elsewhere: only where coined. */
function usesOf(words: string, alias: string, of: ProgrammeDraft): ProgrammeDraft[] {
  if (alias.length < SHORTEST_ALIAS) return [];
  const uses: ProgrammeDraft[] = [];
  for (let at = words.indexOf(alias); at >= 0; at = words.indexOf(alias, at + alias.length)) {
    const end = at + alias.length;
    if (at < of.end || isWordAt(words, at - 1) || isWordAt(words, end)) continue;
    if (uses.length > 0 && (isTypeWord(alias) || !typeWordOf(alias))) break;
    uses.push({ start: at, end, kind: of.kind, rule: 'alias', name: `alias ${nameKey(alias)}` });
  }
  return uses;
}

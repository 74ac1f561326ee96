import { isUpperAt, isWordAt } from './boundary.ts';

/**
 * Compiles a pattern that is tried at one offset only. In it a space stands for one to three spaces
 * of the text, and ` ?` for none to three: bounded, for pages hold runs of thousands.
 */
export function sticky(pattern: string, flags = 'u'): RegExp {
  return new RegExp(spaced(pattern), `${flags}y`);
}

/** Writes the spaces of a pattern as bounded runs, none needed after a comma; those of a character class stay. */
export function spaced(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]|, | \?| /g, (part) => {
    if (part === ' ') return ' {1,3}';
    if (part === ', ') return ', {0,3}';
    return part === ' ?' ? ' {0,3}' : part;
  });
}

/** Many words as one pattern that tries each letter once: twice as fast as an alternation of them. */
export function prefixTree(some: readonly string[]): string {
  const byFirst = Map.groupBy(
    some.filter((word) => word !== ''),
    (word) => word.charAt(0),
  );
  if (byFirst.size === 0) return '';
  const branches = [...byFirst].map(
    ([first, words]) => spaced(first) + prefixTree(words.map((word) => word.slice(1))),
  );
  const any = branches.length === 1 ? branches.join('') : `(?:${branches.join('|')})`;
  return some.includes('') ? `(?:${any})?` : any;
}

/** What a sticky pattern reads at an offset, or null. */
export function readAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What the first of some sticky patterns that reads anything reads at an offset, or null. */
export function readAny(
  patterns: readonly RegExp[],
  text: string,
  at: number,
): RegExpExecArray | null {
  for (const pattern of patterns) {
    const found = readAt(pattern, text, at);
    if (found) return found;
  }
  return null;
}

const LOWER = /\p{Ll}/u;

/** True where a word may begin: no letter before, or a small one glued to a capital (`dânNghị quyết`). */
export function startsWord(text: string, at: number): boolean {
  if (!isWordAt(text, at - 1)) return true;
  return isUpperAt(text, at) && LOWER.test(text.charAt(at - 1));
}

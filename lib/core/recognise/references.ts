import { pointingOf } from './back-references.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { nameKey } from './programme-draft.ts';
import { isCompatible, keysOf, learn } from './same-programme.ts';

/** A mention with the programme it is of: `p1`, `p2` … in the order of their first mentions. */
export interface ResolvedMention {
  draft: ProgrammeDraft;
  entity: string;
}

/** What the mentions of one programme say together. */
interface Entity {
  id: string;
  /** Facts known so far, each from the first mention that has it. */
  facts: ProgrammeDraft;
  /** Paragraph of its last mention. */
  paragraph: number;
}

/** How many paragraphs back a bare type word may point. */
const NEAR_PARAGRAPHS = 3;
/** How many programmes that share a key a mention is compared with, the latest ones. */
const MOST_CANDIDATES = 24;

/**
 * Ties mentions of one programme together; a bare type word that points back to none is dropped.
 * `"Chỉ thị 05-CT/TW … Chỉ thị 05"` → both `p1`.
 */
export function resolveReferences(
  words: string,
  drafts: readonly ProgrammeDraft[],
): ResolvedMention[] {
  const entities = new EntityIndex();
  const paragraphOf = paragraphCounter(words);
  const resolved: { draft: ProgrammeDraft; entity: Entity }[] = [];
  for (const draft of drafts) {
    const paragraph = paragraphOf(draft.start);
    const entity = draft.bare
      ? entities.behind(words, draft, paragraph)
      : entities.join(words, draft);
    if (!entity) continue;
    entities.touch(entity, draft, paragraph);
    resolved.push({ draft, entity });
  }
  return resolved.map(({ draft, entity: { id, facts } }) => {
    if (draft.decoded && !facts.decoded && !tellsLess(facts, draft)) draft.issuer = facts.issuer;
    return { draft, entity: id };
  });
}

/** `Trung ương` as written tells less than the `Trung ương Đảng` that the code stands for. */
function tellsLess(facts: ProgrammeDraft, { issuer = '' }: ProgrammeDraft): boolean {
  return facts.issuer === undefined || issuer.startsWith(facts.issuer);
}

/** Counts the paragraphs before an offset; offsets must not go back. */
function paragraphCounter(words: string): (offset: number) => number {
  let count = 0;
  let next = words.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      const after = words.indexOf('\n', next + 1);
      if (after !== next + 1) count += 1;
      next = after;
    }
    return count;
  };
}

/** Its first two syllables: `"chương trình mục tiêu quốc gia"` → `"chương trình"`. */
function baseType(typeWords: string): string {
  const end = typeWords.indexOf(' ', typeWords.indexOf(' ') + 1);
  return end === -1 ? typeWords : typeWords.slice(0, end);
}

/** The programmes of an article, found again by any key a mention of them bears. */
class EntityIndex {
  private readonly byKey = new Map<string, Entity[]>();
  /** The two named last by type word, the latest first: enough to know whether one is the only one near. */
  private readonly latest = new Map<string, Entity[]>();
  /** Programmes the article says it will call by a name: `(gọi tắt là Đề án)`. */
  private readonly declared = new Map<string, Entity>();
  private count = 0;

  /** The programme a mention is of, new where it contradicts or shares no key with those known. */
  join(words: string, draft: ProgrammeDraft): Entity {
    const keys = keysOf(draft);
    const alias = this.aliasKey(words, draft);
    const entity = this.known(alias ? [...keys, alias] : keys, draft) ?? this.add(draft);
    learn(entity.facts, draft);
    for (const key of keys) this.note(key, entity);
    if (draft.alias) {
      this.note(`alias ${nameKey(draft.alias)}`, entity);
      this.declared.set(draft.alias.toLowerCase(), entity);
    }
    return entity;
  }

  /** The last programme that bears one of the keys, the last key first, and contradicts nothing of a mention. */
  private known(keys: readonly string[], draft: ProgrammeDraft): Entity | undefined {
    for (let last = keys.length - 1; last >= 0; last--) {
      const candidates = this.byKey.get(keys[last] ?? '') ?? [];
      const oldest = Math.max(0, candidates.length - MOST_CANDIDATES);
      for (let at = candidates.length - 1; at >= oldest; at--) {
        const entity = candidates[at];
        if (entity && isCompatible(entity.facts, draft)) return entity;
      }
    }
    return undefined;
  }

  /** The programme a bare type word points back to. */
  behind(words: string, draft: ProgrammeDraft, paragraph: number): Entity | undefined {
    const { typeWords = '' } = draft;
    const [latest, second] = (this.latest.get(baseType(typeWords)) ?? []).filter(
      (entity) => paragraph - entity.paragraph <= NEAR_PARAGRAPHS,
    );
    const declared = this.declared.get(typeWords);
    const pointing = latest || declared ? pointingOf(words, draft) : null;
    if (pointing && declared) return declared;
    return pointing === 'nearest' || (pointing === 'only' && !second) ? latest : undefined;
  }

  /** Notes where a programme was named last. */
  touch(entity: Entity, { typeWords }: ProgrammeDraft, paragraph: number): void {
    entity.paragraph = paragraph;
    if (!typeWords) return;
    const type = baseType(typeWords);
    const known = this.latest.get(type);
    if (known?.[0] === entity) return;
    this.latest.set(type, known?.[0] ? [entity, known[0]] : [entity]);
  }

  /** The words of a mention may be an alias coined before. */
  private aliasKey(words: string, { start, end }: ProgrammeDraft): string | undefined {
    return this.declared.size > 0 ? `alias ${nameKey(words.slice(start, end))}` : undefined;
  }

  private add(draft: ProgrammeDraft): Entity {
    this.count += 1;
    return { id: `p${this.count}`, facts: { ...draft }, paragraph: 0 };
  }

  private note(key: string, entity: Entity): void {
    const known = this.byKey.get(key);
    if (!known) this.byKey.set(key, [entity]);
    else if (!known.includes(entity, -MOST_CANDIDATES)) known.push(entity);
  }
}

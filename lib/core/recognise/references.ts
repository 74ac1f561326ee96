import { foldText } from '../text.ts';
import { pointingOf } from './back-references.ts';
import { compatibleIssuers, decodeIssuer } from './issuers.ts';
import { termOfDate } from './party-terms.ts';
import type { ProgrammeDraft } from './programme-draft.ts';

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
/** Fewest syllables of a title by which two documents are one. */
const TELLING_SYLLABLES = 6;
/** Resolutions that are the only one of their plenum: term and plenum → digits of the number. */
const PLENUM_NUMBERS: Readonly<Record<string, string>> = {
  'resolution XI 4': '12',
  'resolution XII 4': '4',
  'resolution XII 8': '36',
  'conclusion XIII 4': '21',
};

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
  const resolved: ResolvedMention[] = [];
  for (const draft of drafts) {
    const paragraph = paragraphOf(draft.start);
    const entity = draft.bare
      ? entities.behind(words, draft, paragraph)
      : entities.join(draft, foldText(words.slice(draft.start, draft.end)));
    if (!entity) continue;
    entities.touch(entity, draft, paragraph);
    resolved.push({ draft, entity: entity.id });
  }
  return resolved;
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

/** The programmes of an article, found again by any key a mention of them bears. */
class EntityIndex {
  private readonly byKey = new Map<string, Entity[]>();
  /** The two named last by type word, the latest first: enough to know whether one is the only one near. */
  private readonly latest = new Map<string, Entity[]>();
  private count = 0;

  /** The programme a mention is of, new where it contradicts or shares no key with those known. */
  join(draft: ProgrammeDraft, surface: string): Entity {
    const keys = keysOf(draft);
    const known = [...keys, `alias ${surface}`]
      .flatMap((key) => this.byKey.get(key) ?? [])
      .findLast(({ facts }) => compatible(facts, draft));
    const entity = known ?? this.add(draft);
    learn(entity.facts, draft);
    for (const key of keys) this.note(key, entity);
    if (draft.alias) this.note(`alias ${foldText(draft.alias)}`, entity);
    return entity;
  }

  /** The programme a bare type word points back to. */
  behind(words: string, draft: ProgrammeDraft, paragraph: number): Entity | undefined {
    const near = (this.latest.get(draft.typeWords ?? '') ?? []).filter(
      (entity) => paragraph - entity.paragraph <= NEAR_PARAGRAPHS,
    );
    const [latest, second] = near;
    if (!latest) return undefined;
    const pointing = pointingOf(words, draft);
    return pointing === 'nearest' || (pointing === 'only' && !second) ? latest : undefined;
  }

  /** Notes where a programme was named last. */
  touch(entity: Entity, { typeWords }: ProgrammeDraft, paragraph: number): void {
    entity.paragraph = paragraph;
    if (!typeWords) return;
    const others = (this.latest.get(typeWords) ?? []).filter((other) => other !== entity);
    this.latest.set(typeWords, [entity, ...others.slice(0, 1)]);
  }

  private add(draft: ProgrammeDraft): Entity {
    this.count += 1;
    return { id: `p${this.count}`, facts: { ...draft }, paragraph: 0 };
  }

  private note(key: string, entity: Entity): void {
    const known = this.byKey.get(key);
    if (!known) this.byKey.set(key, [entity]);
    else if (known.at(-1) !== entity && !known.includes(entity)) known.push(entity);
  }
}

/** Everything a mention may be found again by. */
function keysOf(draft: ProgrammeDraft): string[] {
  const { kind, digits, plenum, name, title, term } = draft;
  const keys: string[] = [];
  if (digits) keys.push(`${kind} number ${digits}`);
  if (plenum) {
    keys.push(`${kind} plenum ${plenum}`);
    const alone = PLENUM_NUMBERS[`${kind} ${term} ${plenum}`];
    if (alone) keys.push(`${kind} central ${alone}`);
  }
  if (digits && draft.issuerCode === 'TW') keys.push(`${kind} central ${digits}`);
  if (name)
    keys.push(
      name.startsWith('alias ') ? `alias ${foldText(name.slice(6))}` : `${kind} name ${name}`,
    );
  const syllables = title ? foldText(title).split(' ') : [];
  if (syllables.length >= TELLING_SYLLABLES && (digits !== undefined) === false) {
    keys.push(`${kind} title ${syllables.slice(0, TELLING_SYLLABLES).join(' ')}`);
  }
  return keys;
}

const FACTS = [
  'digits',
  'year',
  'code',
  'issuerCode',
  'issuer',
  'date',
  'term',
  'title',
  'plenum',
  'name',
] as const;

function learn(facts: ProgrammeDraft, draft: ProgrammeDraft): void {
  Object.assign(facts, Object.fromEntries(FACTS.map((fact) => [fact, facts[fact] ?? draft[fact]])));
}

/** True where nothing known of two mentions contradicts. */
function compatible(one: ProgrammeDraft, other: ProgrammeDraft): boolean {
  for (const fact of ['digits', 'year', 'code', 'issuerCode', 'date', 'plenum'] as const) {
    const [a, b] = [one[fact], other[fact]];
    if (a !== undefined && b !== undefined && a !== b) return false;
  }
  if (!compatibleTerms(one, other) || !compatibleTerms(other, one)) return false;
  if (one.issuerCode && one.issuerCode === other.issuerCode) return true;
  return compatibleIssuers(issuerOf(one), issuerOf(other));
}

function issuerOf({ issuerCode, issuer }: ProgrammeDraft): string | undefined {
  return (issuerCode ? decodeIssuer(issuerCode) : undefined) ?? issuer;
}

/** Numbers restart each term, so a term named, or told by a date, keeps two documents apart. */
function compatibleTerms(one: ProgrammeDraft, other: ProgrammeDraft): boolean {
  const terms = one.term?.split(', ');
  if (!terms) return true;
  const theirs = other.term?.split(', ');
  if (theirs) return theirs.some((term) => terms.includes(term));
  const central = one.plenum !== undefined || other.issuerCode === 'TW';
  const told = central && other.date ? termOfDate(other.date) : undefined;
  return !told || terms.includes(told);
}

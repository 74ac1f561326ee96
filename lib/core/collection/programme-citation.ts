import type { Annotation, Programme } from '../annotation.ts';
import { BY_READER } from '../correct-mention.ts';
import type { Source } from './excerpt.ts';
import { assumedOf, citationKey, programmeFacts, type ProgrammeFacts } from './programme-facts.ts';
import { contradict } from './same-document.ts';
import { searchWords } from './search-words.ts';

/** An excerpt that names a document or programme. */
export interface CitingExcerpt {
  /** Id of the annotation. */
  id: string;
  articleId: string;
  programme: Programme;
  /** Where the mention stands in its article's text. */
  place: number;
  /** When the article came out, ISO 8601. */
  published?: string | undefined;
  /** The article's `sourceKey`, or its id. */
  home: string;
}

/** What the register takes of an excerpt; nothing of one in the trash, or that names no document or programme. */
export function citingExcerpt(
  { id, articleId, mention, target, deleted }: Annotation,
  source: Source | undefined,
): CitingExcerpt | undefined {
  if (deleted !== undefined || mention?.type !== 'programme') return undefined;
  return {
    id,
    articleId,
    programme: mention,
    place: target.selector[1].start + mention.start,
    published: source?.publishedTime,
    home: source?.sourceKey ?? articleId,
  };
}

/** All that one article's excerpts say of one document. */
export interface Citation {
  key: string;
  facts: ProgrammeFacts;
  assumed: string | undefined;
  excerpts: readonly CitingExcerpt[];
  /** The keys its excerpts have each alone: what a person said before the others were clipped still finds it. */
  aliases: readonly string[];
}

interface Gathering {
  programme: Programme;
  facts: ProgrammeFacts;
  excerpts: CitingExcerpt[];
  /** What each excerpt says alone. */
  alone: ProgrammeFacts[];
}

/**
 * Puts together what the excerpts of one article say of each document: the recogniser's `entity` ties a short reference
 * to the full one, unless the two contradict (records brought in from elsewhere may name entities as they like).
 */
export function citationsOf(excerpts: readonly CitingExcerpt[]): Citation[] {
  const byEntity = Map.groupBy(excerpts, ({ programme }) => entityOf(programme));
  return [...byEntity.values()].flatMap((some) => gather(some).map(toCitation));
}

/** A reader names a thing without tying it to another mention. */
function entityOf({ entity, kind, exact }: Programme): string {
  return entity === BY_READER ? `${entity} ${kind} ${searchWords(exact)}` : entity;
}

function gather(excerpts: readonly CitingExcerpt[]): Gathering[] {
  const gatherings: Gathering[] = [];
  for (const excerpt of fullestFirst(excerpts)) {
    const facts = programmeFacts(excerpt.programme);
    const fitting = gatherings.find((each) => isCompatible(each.facts, facts));
    if (!fitting) {
      gatherings.push({ programme: excerpt.programme, facts, excerpts: [excerpt], alone: [facts] });
      continue;
    }
    fitting.excerpts.push(excerpt);
    fitting.alone.push(facts);
    fitting.programme = fill(fitting.programme, excerpt.programme);
    fitting.facts = programmeFacts(fitting.programme);
  }
  return gatherings;
}

/** A number the article gave the document as a nickname (`Đề án 2403`) may stand beside another kind's. */
function isCompatible(facts: ProgrammeFacts, other: ProgrammeFacts): boolean {
  return !contradict({ facts }, { facts: other });
}

/** Whole numbers before short ones, those before none; then by place. */
function fullestFirst(excerpts: readonly CitingExcerpt[]): CitingExcerpt[] {
  const weight = ({ programme }: CitingExcerpt) => programme.number?.length ?? 0;
  return [...excerpts].sort(
    (a, b) => weight(b) - weight(a) || a.place - b.place || (a.id < b.id ? -1 : 1),
  );
}

const FILLED = ['number', 'issuer', 'date', 'term', 'title', 'alias'] as const;

function fill(programme: Programme, more: Programme): Programme {
  const filled: Programme = { ...programme };
  for (const field of FILLED) {
    const value = filled[field] ?? more[field];
    if (value !== undefined) filled[field] = value;
  }
  return filled;
}

function toCitation({ facts, excerpts, alone }: Gathering): Citation {
  const [{ published, home }] = excerpts as [CitingExcerpt];
  const assumed = assumedOf(facts, published);
  const key = citationKey(facts, { published, home });
  const aliases = new Set(alone.map((own) => citationKey(own, { published, home })));
  aliases.delete(key);
  return { key, facts, assumed, excerpts, aliases: [...aliases] };
}

import type { Annotation, StoredArticle } from '../annotation.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ImportedCollection, Refusal } from '../import-json.ts';
import { partByType, type Companion } from './companion.ts';
import { compareCompanions, type CompanionTallies } from './compare-companions.ts';
import { joinArticles } from './join-articles.ts';
import { isSameContent, joinStates, revisionOf } from './revision.ts';

/** What is stored of the excerpts and articles a file names. */
export interface Stored {
  /** All states of an excerpt, the one shown first. */
  states: ReadonlyMap<string, readonly Annotation[]>;
  articles: ReadonlyMap<string, StoredArticle>;
  companions: readonly Companion[];
  /** Keys of the records set aside as damaged. */
  damaged: ReadonlySet<string>;
}

/** What an import would do, for the reader to see before anything is written. */
export interface ImportPreview {
  /** The file, without what was refused. */
  file: ImportedCollection;
  /** Excerpts that are not here. */
  fresh: Annotation[];
  /** Excerpts of which the file has a later state than ours: ours becomes their past. */
  updated: { stored: Annotation; incoming: Annotation }[];
  /** Excerpts changed here and there apart: both versions will be kept, for a choice. */
  differing: { stored: Annotation; incoming: Annotation }[];
  /** How many excerpts are here already, in the file's state or a later one. */
  same: number;
  /** What people made of the collection, by type. */
  companions: CompanionTallies;
  /** How many articles and damaged records would be added or take another's place. */
  articles: number;
  damaged: number;
  refused: Refusal[];
}

/** Enough to see what is wrong with a file, or different in it; the counts say how many more there are. */
const SHOWN = 100;

/** A preview as it is shown: counts, and some of what they count. */
export interface ImportSummary {
  /** How many excerpts the file has. */
  excerpts: number;
  fresh: number;
  updated: number;
  differing: number;
  /** The first of those that differ. */
  pairs: ImportPreview['differing'];
  same: number;
  companions: CompanionTallies;
  articles: number;
  damaged: number;
  refused: number;
  /** The first of those refused. */
  refusals: readonly Refusal[];
}

/** What of a preview is shown: little enough to be handed to the page however large the file is. */
export function summarise(preview: ImportPreview): ImportSummary {
  const { file, fresh, updated, differing, refused, same, companions, articles, damaged } = preview;
  return {
    excerpts: file.annotations.length,
    fresh: fresh.length,
    updated: updated.length,
    differing: differing.length,
    pairs: differing.slice(0, SHOWN),
    same,
    companions,
    articles,
    damaged,
    refused: refused.length,
    refusals: refused.slice(0, SHOWN),
  };
}

/** Compares a file with what is stored. */
export function compareImport(file: ImportedCollection, stored: Stored): ImportPreview {
  const { kept, refused } = refuseForged(file, stored);
  const preview: ImportPreview = {
    file: kept,
    fresh: [],
    updated: [],
    differing: [],
    same: 0,
    companions: compareCompanions(stored.companions, kept.companions),
    articles: kept.articles.filter((article) => {
      const own = stored.articles.get(article.id);
      return !own || canonicalJson(joinArticles(own, article)) !== canonicalJson(own);
    }).length,
    damaged: kept.damaged.filter(({ key }) => !stored.damaged.has(key)).length,
    refused: [...file.refused, ...refused],
  };
  for (const [id, incoming] of statesById(kept)) judge(preview, stored.states.get(id), incoming);
  return preview;
}

function judge(
  preview: ImportPreview,
  own: readonly Annotation[] | undefined,
  incoming: readonly Annotation[],
): void {
  const { shown, others } = joinStates(own ?? [], incoming);
  const [stored] = own ?? [];
  if (!own || !stored) {
    preview.fresh.push(shown);
    return;
  }
  const known = new Set(own.map(revisionOf));
  const isNews = (state: Annotation) => !known.has(revisionOf(state));
  const rivals = others.filter(({ isHead, state }) => isHead && !isSameContent(state, shown));
  const newRival = rivals.find(({ state }) => isNews(state))?.state;
  if (newRival) preview.differing.push({ stored, incoming: newRival });
  else if (!isNews(shown)) preview.same++;
  else if (rivals.length > 0) preview.differing.push({ stored, incoming: shown });
  else preview.updated.push({ stored, incoming: shown });
}

/** All states a file has of each excerpt. */
export function statesById({
  annotations,
  revisions = [],
}: {
  annotations: readonly Annotation[];
  revisions?: readonly { annotation: Annotation }[];
}): Map<string, Annotation[]> {
  const states = new Map<string, Annotation[]>();
  for (const state of [...annotations, ...revisions.map(({ annotation }) => annotation)]) {
    const known = states.get(state.id);
    if (known) known.push(state);
    else states.set(state.id, [state]);
  }
  return states;
}

/**
 * A state's id stands for what it says: one that claims the id of a state here and says something else is no such state.
 * Nor is a record one of ours that claims its id and is of another type.
 */
function refuseForged(
  file: ImportedCollection,
  stored: Pick<Stored, 'states' | 'companions'>,
): { kept: ImportedCollection; refused: Refusal[] } {
  const refused: Refusal[] = [];
  const honest = (list: Refusal['list']) => (state: Annotation, at: number) => {
    const own = stored.states.get(state.id)?.find((each) => revisionOf(each) === revisionOf(state));
    if (!own || isSameContent(own, state)) return true;
    refused.push({ list, row: at + 1, reason: 'revision' });
    return false;
  };
  const isHonest = honest('revisions');
  const annotations = file.annotations.filter(honest('items'));
  const revisions = file.revisions.filter(({ annotation }, at) => isHonest(annotation, at));
  const { fitting: companions, alien } = partByType(stored.companions, file.companions);
  const rowOf = (each: Companion) => file.companions.indexOf(each) + 1;
  refused.push(
    ...alien.map((each) => ({ list: 'companions' as const, row: rowOf(each), reason: 'id' })),
  );
  return { kept: { ...file, annotations, revisions, companions }, refused };
}

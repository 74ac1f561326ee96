/** What the library's views ask for and have done, and what they are told; storage stands behind it, in a worker. */
import type { Annotation, Colour, StoredArticle } from '../annotation.ts';
import type { RowOrder } from '../export/order-rows.ts';
import type { ArticleEdit } from './article-edit.ts';
import type { ArticleGroup } from './article-groups.ts';
import type { CsvPreview } from './csv-preview.ts';
import type { Completion, Decision, Edit } from './edit.ts';
import type { Excerpt, Source } from './excerpt.ts';
import type { LibraryChoices } from './library-choices.ts';
import type { AskProgrammes } from './programme-desk.ts';
import type { VersionChoice } from './version-choice.ts';
import { isNarrowed, type Facets, type NarrowName, type SearchRequest } from './search-index.ts';
import type { AskSeries } from './series/series-desk.ts';

/** How the collection stands, told after every change of it. */
export interface LibraryStatus {
  /** False while it is still being read: what is found may not be all there is. */
  isComplete: boolean;
  /** How many excerpts lie in the trash, as far as it has been read. */
  trashed: number;
  /** How many records are set aside as damaged. */
  damaged: number;
  /** How many excerpts have more than one version to choose from. */
  conflicts: number;
  /** The tags in use, most used first. */
  tags: string[];
  /** Rises with every change: what was found before it may be out of date. */
  version: number;
}

/** Which stretch of what is found is wanted. */
export interface PageRequest {
  from: number;
  count: number;
  /** Facets wanted whole. */
  whole: readonly NarrowName[];
}

/** A stretch of what a search finds. */
export interface FoundPage {
  excerpts: Excerpt[];
  /** How many are found, and out of how many. */
  total: number;
  of: number;
  facets: Facets;
  isComplete: boolean;
}

/** What became of a deed: how many excerpts are different now, the first of them, and what `undo` takes. */
export interface Done {
  count: number;
  first: string | undefined;
  undo: number;
}

/** What many excerpts get or lose at once. */
export interface BulkEdit {
  addTags?: readonly string[];
  removeTags?: readonly string[];
  /** `null` takes the colour away. */
  colour?: Colour | null;
}

/** One state of an excerpt, as its history lists it. */
export interface HistoryEntry {
  revision: string;
  parents: readonly string[];
  /** ISO 8601. */
  at: string;
  /** Absent where whoever made it had given no name. */
  by: string | undefined;
  annotation: Annotation;
  /** The one shown, or one that competes with it. */
  isHead: boolean;
}

/** An excerpt that two people changed apart. */
export interface OpenConflict {
  /** As it is shown. */
  excerpt: Excerpt;
  /** The version shown, then those that compete with it and say something else, the latest first. */
  versions: readonly { revision: string; annotation: Annotation }[];
}

/** A stretch of the excerpts that wait for a choice. */
export interface ConflictPage {
  conflicts: OpenConflict[];
  total: number;
}

/** An article in the list, with how many excerpts all its records have. */
export interface ShelvedArticle extends ArticleGroup {
  excerpts: number;
}

/** A stretch of the articles found. */
export interface ArticlePage {
  articles: ShelvedArticle[];
  total: number;
  of: number;
}

/** Two articles that may be one, for a person to say. */
export interface ProposedReprint {
  one: Source;
  other: Source;
  /** How much their texts share, 0 to 1. */
  likeness: number;
}

/** An article's stored text with all that belongs to it. */
export interface OpenArticle {
  article: StoredArticle;
  /** The excerpts clipped from it, in the order they stand in its text; those in the trash aside. */
  annotations: Annotation[];
  /** The other records of it: versions of its page and confirmed reprints. */
  others: Source[];
}

/** Excerpts to do something to: those named, or all that a search finds but some. */
export type Selection = readonly string[] | { found: SearchRequest; but: readonly string[] };

/** What is to go out: all that a search finds or what is picked of it, whatever its state or only what is approved. */
export interface Outgoing {
  found: SearchRequest;
  /** Nothing where all that is found goes out. */
  picked?: Selection | undefined;
  isApproved: boolean;
}

/** Whether all that the library shows goes out, narrowed by nothing. */
export function isWhole({ found, picked, isApproved }: Outgoing): boolean {
  return !picked && !isApproved && !found.isTrash && !isNarrowed(found);
}

/** How many excerpts could go out, and how many of them are approved. */
export interface OutgoingCount {
  total: number;
  approved: number;
}

type Ids = readonly string[];

/** Each answer rejects with an error that has a `messageKey`; nothing is then changed. */
export interface LibraryDesk {
  find: (request: SearchRequest, page: PageRequest) => Promise<FoundPage>;
  /** All ids that a search finds, in its order. */
  ids: (request: SearchRequest) => Promise<string[]>;
  /** Excerpts by id, in their order; those that are gone are left out. */
  excerpts: (ids: Ids) => Promise<Excerpt[]>;
  countOutgoing: (of: Omit<Outgoing, 'isApproved'>) => Promise<OutgoingCount>;
  /** The first that go out, in the order they will have. */
  firstOutgoing: (outgoing: Outgoing, order: RowOrder, count: number) => Promise<string[]>;
  /** Sends all that go out, in the library's order, to who makes the file: the page never holds them. */
  sendOutgoing: (outgoing: Outgoing, to: MessagePort) => Promise<void>;
  history: (id: string) => Promise<HistoryEntry[]>;
  edit: (id: string, edit: Pick<Edit, 'tags' | 'note' | 'colour'>) => Promise<Done>;
  complete: (id: string, completion: Completion) => Promise<Done>;
  editMany: (selection: Selection, edit: BulkEdit) => Promise<Done>;
  review: (selection: Selection, decision: Decision) => Promise<Done>;
  trash: (selection: Selection) => Promise<Done>;
  restore: (selection: Selection) => Promise<Done>;
  /** Takes back what a deed changed; nothing where it was too long ago. */
  undo: (deed: number) => Promise<Done>;
  conflicts: (from: number, count: number) => Promise<ConflictPage>;
  resolve: (id: string, choice: VersionChoice) => Promise<Done>;
  /** What a CSV file of excerpts that people wrote in would change. */
  previewCsv: (file: Blob) => Promise<CsvPreview>;
  takeCsv: (file: Blob) => Promise<Done>;
  choices: () => Promise<LibraryChoices>;
  /** Keeps what is chosen anew; the rest stays as it was. */
  choose: (change: Partial<LibraryChoices>) => Promise<void>;
  listArticles: (text: string, from: number, count: number) => Promise<ArticlePage>;
  openArticle: (id: string) => Promise<OpenArticle | undefined>;
  correctArticle: (id: string, edit: ArticleEdit) => Promise<StoredArticle>;
  reprints: () => Promise<ProposedReprint[]>;
  joinReprint: (id: string, of: string) => Promise<StoredArticle>;
  partReprint: (id: string, from: string) => Promise<StoredArticle>;
  /** Asks the register of documents and programmes. */
  programmes: AskProgrammes;
  /** Asks the series that figures make over time. */
  series: AskSeries;
}

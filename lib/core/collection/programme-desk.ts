import type { Source } from './excerpt.ts';
import type { ProgrammeEdit } from './programme-deeds.ts';
import type { ImportedRow } from './programme-import.ts';
import type { ListedProgramme, ProgrammePage, ProgrammeSearch } from './programme-list.ts';
import type { MergeReason } from './same-document.ts';
import type { Chosen } from './search-index.ts';

/** What became of a deed on the register: whether anything is different now, and what `undo` takes. */
export interface ProgrammeDone {
  isChanged: boolean;
  undo: number;
}

/** An article that cites an entry, with its excerpts that do, by their place in it. */
export interface CitingArticle {
  articleId: string;
  /** None where the article's record is damaged. */
  article: Source | undefined;
  excerpts: string[];
}

/** An entry that another may be one with. */
export interface LikeProgramme {
  entry: ListedProgramme;
  reason: MergeReason;
}

/** An entry with all that belongs to it. */
export interface OpenProgramme {
  entry: ListedProgramme;
  articles: CitingArticle[];
  /** Those it may be one with. */
  like: LikeProgramme[];
  /** What narrows the library to its excerpts. */
  narrow: Chosen;
}

/** The words a file is written in and read by, by message key. */
export type RegisterWords = Readonly<Record<string, string>>;

/** What the register is asked and told; each answer rejects with an error that has a `messageKey`, nothing then changed. */
export interface ProgrammeDesk {
  list: (search: ProgrammeSearch, from: number, count: number) => Promise<ProgrammePage>;
  /** By an entry's id, or any key of it; nothing where it is gone. */
  open: (id: string) => Promise<OpenProgramme | undefined>;
  merge: (ids: readonly string[]) => Promise<ProgrammeDone>;
  /** Takes excerpts out, as an entry of their own. */
  split: (id: string, excerpts: readonly string[]) => Promise<ProgrammeDone>;
  /** Says that two are not one. */
  part: (one: string, other: string) => Promise<ProgrammeDone>;
  edit: (id: string, edit: ProgrammeEdit) => Promise<ProgrammeDone>;
  /** Takes back all that people said of an entry. */
  forget: (id: string) => Promise<ProgrammeDone>;
  undo: (deed: number) => Promise<ProgrammeDone>;
  /** The entries that a search finds, as a CSV file. */
  writeCsv: (search: ProgrammeSearch, words: RegisterWords) => Promise<string>;
  /** What a CSV file would do, row by row; nothing where it is no register's. */
  previewCsv: (
    file: Uint8Array<ArrayBuffer>,
    words: RegisterWords,
  ) => Promise<ImportedRow[] | undefined>;
  importCsv: (file: Uint8Array<ArrayBuffer>, words: RegisterWords) => Promise<ProgrammeDone>;
}

/** Asks the register by the name of the question: `ask('merge', ids)`. */
export type AskProgrammes = <Name extends keyof ProgrammeDesk>(
  name: Name,
  ...args: Parameters<ProgrammeDesk[Name]>
) => ReturnType<ProgrammeDesk[Name]>;

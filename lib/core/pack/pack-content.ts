/**
 * A reading pack as it is written: all that it names looked up, numbered and put into words. Plain data, so that it can
 * be sent to a worker; every format is made from it.
 */
import type { Figure, Mention, ProgrammeKind } from '../annotation.ts';
import type { Verdict } from '../collection/verify-excerpt.ts';
import type { ExportWorld } from '../export/export-source.ts';
import type { ReportEntry, ReportFact } from '../export/report-entry.ts';
import type { ReportSource } from '../export/source-list.ts';
import type { Pack, PackParts, Paper } from './pack.ts';

/** Paragraphs, none of them empty. */
export type Paragraphs = readonly string[];

/** A stretch of an article's paragraph. */
export interface ArticlePart {
  text: string;
  /** Whether it belongs to an excerpt of the collection. */
  isExcerpt: boolean;
  /** The type of mention it is, where it is one. */
  mention?: Mention['type'];
}

export interface ExcerptContent {
  type: 'excerpt';
  id: string;
  annotationId: string;
  quote: ReportEntry['quote'];
  /** What the figure or programme says, label and words. */
  facts: readonly ReportFact[];
  /** What arithmetic says, with its working. */
  checks: readonly string[];
  /** What whoever clipped it wrote beside it. */
  note: Paragraphs;
  /** What the trainer says of it in this pack. */
  remark: Paragraphs;
  /** Number in the list of sources. */
  source: number;
  /** Link to the passage. */
  link?: string;
  state: 'draft' | 'checked' | 'approved' | 'returned';
  /** Whether it still says what its stored article says. */
  verdict: Verdict;
}

export interface ArticleContent {
  type: 'article';
  id: string;
  articleId: string;
  title: string;
  byline?: string;
  outlet?: string;
  /** `20/11/2026`. */
  published?: string;
  paragraphs: readonly (readonly ArticlePart[])[];
  remark: Paragraphs;
  source: number;
}

export interface TextContent {
  type: 'text';
  id: string;
  paragraphs: Paragraphs;
}

/** A figure in a table. */
export interface FigureRow {
  annotationId: string;
  /** As the article has it: `gần 1,8 nghìn`. */
  exact: string;
  /** One number, lower and upper end, or part and whole, as exact decimals. */
  values: readonly string[];
  kind: Figure['kind'];
  /** The value with its unit and all that qualifies it, the Vietnamese way: `giảm còn dưới 5 %`, `66 % (164/248)`. */
  written: string;
  /** The unit in words, with what parts a change from a level and an aim from a result; empty where it has none. */
  unit: string;
  subject: string;
  /** What is measured: `tỷ lệ hộ nghèo`. */
  property: string;
  organisation: string;
  period: string;
  source: number;
}

/** Figures that can be drawn beside each other: one unit, one kind, one subject where things are counted. */
export interface FigureChart {
  /** In words; of a count what is counted, of a percentage `%`. */
  unit: string;
  points: readonly {
    /** What tells it from the others: subject, property, organisation, period; else the row's number, from 1. */
    label: string;
    /** Exact decimal. */
    value: string;
    /** `1.800 hộ`. */
    written: string;
    /** Index of its row in the table. */
    row: number;
  }[];
}

export interface FiguresContent {
  type: 'figures';
  id: string;
  title: string;
  rows: readonly FigureRow[];
  /** None where the trainer wants none or nothing can be compared. */
  charts: readonly FigureChart[];
}

export interface QuestionContent {
  type: 'question';
  id: string;
  /** From 1 through the whole pack. */
  number: number;
  question: Paragraphs;
  /** Whether the answer sheet has something for it. */
  hasAnswer: boolean;
}

export type ItemContent =
  ExcerptContent | ArticleContent | TextContent | FiguresContent | QuestionContent;

export interface SectionContent {
  id: string;
  title: string;
  introduction: Paragraphs;
  items: readonly ItemContent[];
}

/** A document or programme the pack cites. */
export interface GlossaryEntry {
  /** The longest name it is cited by: `Chỉ thị số 05-CT/TW về học tập …`. */
  name: string;
  kind: ProgrammeKind;
  number?: string;
  issuer?: string;
  /** `15/05/2016`. */
  date?: string;
  term?: string;
  /** What it is about, where its name does not say so. */
  title?: string;
  /** What else it is called in the excerpts. */
  aliases: readonly string[];
  /** Numbers of the sources that cite it, ascending. */
  sources: readonly number[];
}

export interface Answer {
  /** Of the question. */
  number: number;
  answer: Paragraphs;
  /** Where the figure asked for was read. */
  source?: number;
}

/** Something the trainer chose that is not written, and why. */
export interface LeftOut {
  /** The item; of a table of figures one of its rows is meant. */
  itemId: string;
  reason: 'gone' | 'not-approved';
}

export interface PackContent {
  /** Of the pack. */
  id: string;
  cover: Pick<Pack, 'title' | 'subtitle' | 'author' | 'organisation' | 'dated'>;
  introduction: Paragraphs;
  /** Which parts are wanted; a part wanted may still be empty. */
  parts: PackParts;
  paper: Paper;
  sections: readonly SectionContent[];
  /** In the order of their names. */
  glossary: readonly GlossaryEntry[];
  answers: readonly Answer[];
  sources: readonly ReportSource[];
  leftOut: readonly LeftOut[];
}

/** How many items a pack has. */
export function countItems({ sections }: Pick<PackContent, 'sections'>): number {
  return sections.reduce((count, { items }) => count + items.length, 0);
}

/** Writes a pack in pieces, from first to last byte, and tells of each item when it is put into words. */
export type WritePack = (
  content: PackContent,
  world: ExportWorld,
  onItem?: () => void,
) => AsyncGenerator<string | Uint8Array<ArrayBuffer>>;

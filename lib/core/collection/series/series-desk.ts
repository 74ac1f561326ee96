import type { Source } from '../excerpt.ts';
import type { JudgementDraft } from '../series-judgement.ts';
import type { ProposedSeries } from './propose-series.ts';
import type { SeriesFilter } from './series-filter.ts';
import type { Dispute, SeriesSummary } from './series-summary.ts';
import type { Series } from './series.ts';

/** A stretch of the series found. */
export interface SeriesPage {
  series: SeriesSummary[];
  total: number;
  /** How many series each filter would find; of `conflicts` the times at which statements contradict each other. */
  counts: Record<SeriesFilter, number>;
  /** How many figures are in no series: what or whose they are is not said. */
  loose: number;
  /** How far the reading is while this is only what is known so far; none once it is all. */
  progress?: SeriesProgress | undefined;
}

/** Excerpts taken in, of how many. */
export interface SeriesProgress {
  read: number;
  of: number;
}

/** A stretch of the times at which statements contradict each other, with the articles that make them. */
export interface DisputePage {
  disputes: Dispute[];
  articles: Source[];
  total: number;
  /** How many of all are conflicts; the others are in doubt. */
  conflicts: number;
}

/** A series with the articles it is made of and what may belong to it. */
export interface OpenSeries {
  series: Series;
  articles: Source[];
  proposals: ProposedSeries[];
}

/** What takes judgements back: what stood in their places before. */
export interface JudgementUndo {
  id: string;
  /** None where nothing was judged. */
  before: JudgementDraft | undefined;
}

/** What the series are asked and told; each answer rejects with an error that has a `messageKey`, nothing then changed. */
export interface SeriesDesk {
  list: (
    request: { text: string; filter: SeriesFilter },
    from: number,
    count: number,
  ) => Promise<SeriesPage>;
  /** The series an excerpt is in. */
  open: (excerpt: string) => Promise<OpenSeries | undefined>;
  disputes: (text: string, from: number, count: number) => Promise<DisputePage>;
  /** Pairs of series that may be one, as many as asked for, and how many there are. */
  proposals: (count: number) => Promise<{ proposals: ProposedSeries[]; total: number }>;
  /** The series that an excerpt could be put into. */
  homes: (excerpt: string, text: string, count: number) => Promise<SeriesSummary[]>;
  judge: (judgements: readonly JudgementDraft[]) => Promise<JudgementUndo[]>;
  /** Takes an excerpt out of the series it is in. */
  takeOut: (excerpt: string) => Promise<JudgementUndo[]>;
  undo: (undo: readonly JudgementUndo[]) => Promise<void>;
}

/** Asks by the name of the question: `ask('open', excerpt)`. */
export type AskSeries = <Name extends keyof SeriesDesk>(
  name: Name,
  ...args: Parameters<SeriesDesk[Name]>
) => ReturnType<SeriesDesk[Name]>;

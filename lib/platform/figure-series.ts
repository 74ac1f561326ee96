import { Dexie, type ObservabilitySet } from 'dexie';
import type { Annotation } from '../core/annotation.ts';
import { firstRecords } from '../core/collection/article-groups.ts';
import type { Source } from '../core/collection/excerpt.ts';
import type { JudgementDraft } from '../core/collection/series-judgement.ts';
import type { ProposedSeries } from '../core/collection/series/propose-series.ts';
import type {
  AskSeries,
  DisputePage,
  JudgementUndo,
  OpenSeries,
  SeriesDesk,
  SeriesPage,
  SeriesProgress,
} from '../core/collection/series/series-desk.ts';
import type { SeriesFilter } from '../core/collection/series/series-filter.ts';
import { SeriesIndex } from '../core/collection/series/series-index.ts';
import type { Dispute } from '../core/collection/series/series-summary.ts';
import type { SeriesPoint } from '../core/collection/series/series.ts';
import { breath } from './breath.ts';
import type { CollectionIndex } from './collection-index.ts';
import { companionsOf } from './companions.ts';
import type { Database, World } from './database.ts';
import { keepJudgements, undoJudgements } from './series-judgements.ts';
import { guarded } from './storage-error.ts';

/** Excerpts read, and series made, between two questions of the page. */
const BATCH = 500;
/** After so long a list is answered with what is known by then. */
const PATIENCE_MS = 700;

/** The figures of the collection joined into series, read when they are first asked for and followed from then on. */
export class FigureSeries implements SeriesDesk {
  readonly #db: Database;
  readonly #index: CollectionIndex;
  readonly #world: Pick<World, 'now' | 'reader'>;
  readonly #series = new SeriesIndex();
  #refreshed: Promise<void> = Promise.resolve();
  #isWhole = false;
  /** The excerpts that changed while all were read; none before that begins. */
  #told: Set<string> | undefined;
  /** While all are read: how many there are, and how many were read from storage. */
  readonly #reading = { of: 0, stored: 0 };
  #hasNewJudgements = true;
  #hasNewArticles = true;
  /** What was proposed, and of which state of the series. */
  #proposed: { state: number; proposals: ProposedSeries[] } | undefined;
  /** Rises with every change of a claim or judgement. */
  #state = 0;

  constructor(db: Database, index: CollectionIndex, world: Pick<World, 'now' | 'reader'>) {
    this.#db = db;
    this.#index = index;
    this.#world = world;
    index.tell({
      put: (annotation, source) => this.#hear(annotation.id, () => this.#take(annotation, source)),
      remove: (id) => this.#hear(id, () => this.#drop(id)),
    });
    Dexie.on('storagemutated', (parts: ObservabilitySet) => {
      if (parts[`idb://${db.name}/companions/`]) this.#hasNewJudgements = true;
    });
  }

  /** Answers a question by its name. */
  readonly ask: AskSeries = (name, ...args) => {
    const answer = this[name] as (...args: readonly unknown[]) => unknown;
    return answer.apply(this, args) as ReturnType<SeriesDesk[typeof name]>;
  };

  async list(
    { text, filter }: { text: string; filter: SeriesFilter },
    from: number,
    count: number,
  ): Promise<SeriesPage> {
    const progress = await this.#readyOrLate();
    const series = this.#series;
    const [several, all] = [series.find(text, 'several'), series.find(text, 'all')];
    const wanted = { several, all, conflicts: series.find(text, 'conflicts') }[filter];
    return {
      series: wanted.slice(from, from + count),
      total: wanted.length,
      counts: {
        several: several.length,
        conflicts: countConflicts(series.disputes(text)),
        all: all.length,
      },
      loose: series.loose,
      ...(progress && { progress }),
    };
  }

  async open(excerpt: string): Promise<OpenSeries | undefined> {
    const series = (await this.#ready()).seriesOf(excerpt);
    if (!series) return undefined;
    const proposals = await this.#proposals();
    return {
      series,
      articles: this.#sourcesOf(series.points),
      proposals: proposals.filter(({ one, other }) => [one.key, other.key].includes(series.key)),
    };
  }

  async disputes(text: string, from: number, count: number): Promise<DisputePage> {
    const all = (await this.#ready()).disputes(text);
    const disputes = all.slice(from, from + count);
    return {
      disputes,
      articles: this.#sourcesOf(disputes.map(({ point }) => point)),
      total: all.length,
      conflicts: countConflicts(all),
    };
  }

  async proposals(count: number) {
    await this.#ready();
    const all = await this.#proposals();
    return { proposals: all.slice(0, count), total: all.length };
  }

  async homes(excerpt: string, text: string, count: number) {
    return (await this.#ready()).homesFor(excerpt, text).slice(0, count);
  }

  async judge(judgements: readonly JudgementDraft[]): Promise<JudgementUndo[]> {
    const undo = await keepJudgements(this.#db, judgements, this.#world);
    this.#hasNewJudgements = true;
    return undo;
  }

  async takeOut(excerpt: string): Promise<JudgementUndo[]> {
    const home = (await this.#ready()).homeOf(excerpt);
    return home === undefined ? [] : this.judge([{ verdict: 'apart', of: [excerpt, home] }]);
  }

  async undo(undo: readonly JudgementUndo[]): Promise<void> {
    await undoJudgements(this.#db, undo, this.#world);
    this.#hasNewJudgements = true;
  }

  /** The series as the collection is now; questions asked together wait for one another's news. */
  async #ready(): Promise<SeriesIndex> {
    const refreshed = this.#refreshed.then(() => this.#refresh());
    this.#refreshed = refreshed.catch(() => undefined);
    await refreshed;
    return this.#series;
  }

  /** As `#ready`, but where all is not read in time, with how far it is: the series are then those known so far. */
  async #readyOrLate(): Promise<SeriesProgress | undefined> {
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE_MS, 'late'));
    if ((await Promise.race([this.#ready(), late])) !== 'late' || this.#isWhole) {
      await this.#ready();
      return undefined;
    }
    await this.#settle();
    const { of, stored } = this.#reading;
    const read = stored + (this.#told?.size ?? 0);
    return { read: Math.min(read, of), of };
  }

  /** Takes in what is new. */
  async #refresh(): Promise<void> {
    this.#told ??= new Set();
    await this.#readJudgements();
    if (!this.#isWhole) {
      await this.#load(this.#told);
      await this.#readJudgements();
    }
    if (this.#hasNewArticles) {
      this.#hasNewArticles = false;
      this.#series.regroup(firstRecords([...this.#index.sources.values()]));
    }
    await this.#settle();
  }

  /** Makes what series have changed; other questions are let in meanwhile. */
  async #settle(): Promise<void> {
    while (this.#series.settle(BATCH)) await breath();
  }

  async #readJudgements(): Promise<void> {
    if (!this.#hasNewJudgements) return;
    this.#hasNewJudgements = false;
    try {
      this.#series.judge(await companionsOf(this.#db, 'series-judgement'));
    } catch (error) {
      this.#hasNewJudgements = true;
      throw error;
    }
    this.#state++;
  }

  /** Takes in every excerpt once: those the index is still reading as it tells of them, the others from storage. */
  async #load(told: Set<string>): Promise<void> {
    this.#reading.of = await guarded(() => this.#db.annotations.count());
    await this.#index.whole;
    this.#reading.stored = 0;
    const others = [...this.#index.search.ids()].filter((id) => !told.has(id));
    for (let at = 0; at < others.length; at += BATCH) {
      const ids = others.slice(at, at + BATCH);
      const rows = await guarded(() => this.#db.annotations.bulkGet(ids));
      for (const row of rows) {
        // What changed meanwhile has been told of, as it is now.
        if (row && !told.has(row.id)) this.#take(row, this.#index.sources.get(row.articleId));
      }
      this.#reading.stored += rows.length;
      await breath();
    }
    told.clear();
    this.#isWhole = true;
  }

  #hear(id: string, change: () => void): void {
    // Before anybody asks, nothing is kept.
    if (!this.#told) return;
    if (!this.#isWhole) this.#told.add(id);
    change();
  }

  #take(annotation: Annotation, source: Source | undefined): void {
    this.#series.put(annotation, source);
    this.#hasNewArticles = true;
    this.#state++;
  }

  #drop(id: string): void {
    this.#series.remove(id);
    this.#state++;
  }

  async #proposals(): Promise<ProposedSeries[]> {
    const state = this.#state;
    if (this.#proposed?.state === state) return this.#proposed.proposals;
    const looking = this.#series.propose();
    for (;;) {
      const { done, value } = looking.next();
      if (done) {
        this.#proposed = { state, proposals: value };
        return value;
      }
      await breath();
    }
  }

  #sourcesOf(points: readonly SeriesPoint[]): Source[] {
    const ids = points.flatMap(({ values }) =>
      values.flatMap(({ sources }) => sources.map(({ articleId }) => articleId)),
    );
    return [...new Set(ids)].flatMap((id) => this.#index.sources.get(id) ?? []);
  }
}

function countConflicts(disputes: readonly Dispute[]): number {
  return disputes.filter(({ dispute }) => dispute === 'conflict').length;
}

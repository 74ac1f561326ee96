import type { Annotation } from '../../annotation.ts';
import type { Source } from '../excerpt.ts';
import { looseWords } from '../search-words.ts';
import type { SeriesJudgement } from '../series-judgement.ts';
import { ClaimParts } from './claim-parts.ts';
import { claimOf, readKey, type Claim } from './claim.ts';
import { JudgedGroups } from './judged-groups.ts';
import { proposeSeries, type ProposedSeries } from './propose-series.ts';
import type { SeriesFilter } from './series-filter.ts';
import { makeSeries, type Series, type SeriesWorld } from './series.ts';
import {
  disputeOf,
  hasSeveral,
  summarise,
  type Dispute,
  type SeriesSummary,
} from './series-summary.ts';

/** A series as it is kept: made when it is first asked for, and again when one of its claims changes. */
interface Kept {
  claims: Map<string, Claim>;
  made?: { series: Series; summary: SeriesSummary; words: string } | undefined;
}

/**
 * All figures of a collection joined into series: put in one by one, kept up to date, judged by people. What comes out
 * depends on what was put in and judged, not on the order.
 */
export class SeriesIndex {
  readonly #parts = new ClaimParts();
  readonly #claims = new Map<string, { claim: Claim; root: string }>();
  readonly #kept = new Map<string, Kept>();
  /** Roots whose series is to be made anew. */
  readonly #stale = new Set<string>();
  /** Figures that nothing joins: what or whose they are is not said. */
  readonly #loose = new Set<string>();
  #groups = new JudgedGroups([]);
  #articleOf: SeriesWorld['articleOf'] = (id) => id;
  #sorted: readonly Required<Kept>['made'][] | undefined;

  /** How many figures lack the subject or organisation that would join them. */
  get loose(): number {
    return this.#loose.size;
  }

  put(annotation: Annotation, article: Source | undefined): void {
    this.remove(annotation.id);
    const claim = claimOf(annotation, article, this.#parts);
    if (claim) this.#place(claim);
    else if (annotation.mention?.type === 'figure' && !annotation.deleted)
      this.#loose.add(annotation.id);
  }

  remove(id: string): void {
    this.#loose.delete(id);
    const known = this.#claims.get(id);
    if (!known) return;
    this.#claims.delete(id);
    this.#kept.get(known.root)?.claims.delete(id);
    this.#touch(known.root);
  }

  /** Takes what people say in place of what they said before. */
  judge(judgements: readonly SeriesJudgement[]): void {
    this.#groups = new JudgedGroups(judgements);
    const claims = Array.from(this.#claims.values(), ({ claim }) => claim);
    this.#claims.clear();
    this.#kept.clear();
    this.#stale.clear();
    for (const claim of claims) this.#place(claim);
    this.#sorted = undefined;
  }

  /** Takes another grouping of articles with their reprints. */
  regroup(articleOf: SeriesWorld['articleOf']): void {
    this.#articleOf = articleOf;
    for (const root of this.#kept.keys()) this.#touch(root);
  }

  /** Makes some of the series that have changed; gives whether more are to be made. */
  settle(count: number): boolean {
    let left = count;
    for (const root of this.#stale) {
      if (left-- === 0) return true;
      this.#stale.delete(root);
      this.#make(root);
    }
    return false;
  }

  /** The series that fit, those of most points first. */
  find(text: string, filter: SeriesFilter): SeriesSummary[] {
    const words = looseWords(text).split(' ').filter(Boolean);
    const fits = (told: string) => words.every((word) => told.includes(` ${word}`));
    return this.#all()
      .filter((made) => isWanted(made, filter) && fits(made.words))
      .map(({ summary }) => summary);
  }

  /** Every series, as `find` orders them. */
  whole(): Series[] {
    return this.#all().map(({ series }) => series);
  }

  /** The series an excerpt is in. */
  seriesOf(id: string): Series | undefined {
    const root = this.#claims.get(id)?.root;
    if (root === undefined) return undefined;
    this.#settleAll();
    return this.#kept.get(root)?.made?.series;
  }

  /** The key an excerpt is in its series by: its own, or that of the series a person put it into. */
  homeOf(id: string): string | undefined {
    const claim = this.#claims.get(id)?.claim;
    return claim && this.#groups.homeOf(claim);
  }

  /** All times at which statements contradict each other, or may, those in conflict first. */
  disputes(text: string): Dispute[] {
    const disputed = new Set(this.find(text, 'conflicts').map(({ key }) => key));
    const all = this.#all().filter(({ summary }) => disputed.has(summary.key));
    const found = all.flatMap(({ series, summary }) =>
      series.points.flatMap((point) => {
        const dispute = disputeOf(point);
        return dispute ? [{ series: summary, point, dispute }] : [];
      }),
    );
    return [
      ...found.filter(({ dispute }) => dispute === 'conflict'),
      ...found.filter(({ dispute }) => dispute === 'doubt'),
    ];
  }

  /** The series that an excerpt could be put into: of values on the same axis, its own aside. */
  homesFor(id: string, text: string): SeriesSummary[] {
    const known = this.#claims.get(id);
    if (!known) return [];
    const { comparable } = known.claim;
    return this.find(text, 'all').filter(
      ({ key }) => readKey(key).comparable === comparable && key !== known.root,
    );
  }

  /** Pairs of series that may be one and that nobody has judged, in steps: each says how far it is. */
  propose(): Generator<void, ProposedSeries[]> {
    return proposeSeries(
      this.#all().map(({ summary }) => summary),
      (one, other) => this.#groups.isApart(one, other),
    );
  }

  #all(): readonly Required<Kept>['made'][] {
    this.#settleAll();
    this.#sorted ??= [...this.#kept.values()]
      .flatMap(({ made }) => made ?? [])
      .sort(({ summary: a }, { summary: b }) => b.points - a.points || compareNames(a, b));
    return this.#sorted;
  }

  #settleAll(): void {
    this.settle(Infinity);
  }

  #place(claim: Claim): void {
    const root = this.#groups.rootOf(this.#groups.homeOf(claim));
    this.#claims.set(claim.id, { claim, root });
    const kept = this.#kept.get(root) ?? { claims: new Map<string, Claim>() };
    kept.claims.set(claim.id, claim);
    this.#kept.set(root, kept);
    this.#touch(root);
  }

  #touch(root: string): void {
    this.#stale.add(root);
    this.#sorted = undefined;
  }

  #make(root: string): void {
    const kept = this.#kept.get(root);
    if (!kept) return;
    const series = makeSeries(root, [...kept.claims.values()], {
      articleOf: this.#articleOf,
      homeOf: (claim) => this.#groups.homeOf(claim),
    });
    if (!series) {
      this.#kept.delete(root);
      return;
    }
    const [claim] = kept.claims.values();
    const summary = summarise(series, claim?.comparable ?? '');
    const words = ` ${looseWords(`${series.subject} ${series.organisation}`)} `;
    kept.made = { series, summary, words };
  }
}

function isWanted(
  { series, summary: { conflicts, doubts } }: Required<Kept>['made'],
  filter: SeriesFilter,
): boolean {
  if (filter === 'all') return true;
  if (filter === 'conflicts') return conflicts + doubts > 0;
  return hasSeveral(series);
}

function compareNames(one: SeriesSummary, other: SeriesSummary): number {
  return one.name < other.name
    ? -1
    : Number(one.name > other.name) || (one.key < other.key ? -1 : 1);
}

import {
  looseOrganisation,
  looseSubject,
  nearness,
  shorterSubjects,
  type Nearness,
} from './near-series.ts';
import { readKey } from './claim.ts';
import type { SeriesSummary } from './series-summary.ts';

/** Two series that may be one, for a person to say. */
export interface ProposedSeries {
  one: SeriesSummary;
  other: SeriesSummary;
  /** Why their subjects, and why their organisations, may be one; none where they are the same. */
  subject: Nearness | undefined;
  organisation: Nearness | undefined;
}

/** Series looked at between two breaths. */
const STEP = 500;
const FEW = 4;

/**
 * Finds pairs of series that may be one: alike but for word order, fillers, abbreviations, diacritics, a word more in
 * a long name, or the body that speaks for a place. Those of most points first. It pauses now and then.
 */
export function* proposeSeries(
  all: readonly SeriesSummary[],
  isApart: (one: string, other: string) => boolean,
): Generator<void, ProposedSeries[]> {
  // What is in doubt of one excerpt is a matter of that excerpt.
  const whole = all.filter(({ key }) => readKey(key).comparable !== '');
  const proposed = new Map<string, ProposedSeries>();
  const known = new Map<string, SeriesSummary[]>();
  const places = new Map<string, string>();
  const placeOf = (name: string) => {
    const place = places.get(name) ?? looseOrganisation(name);
    places.set(name, place);
    return place;
  };
  const look = (each: SeriesSummary, names: readonly string[]) => {
    for (const subject of names) {
      const key = JSON.stringify([each.comparable, subject, placeOf(each.organisation)]);
      for (const other of known.get(key) ?? []) propose(proposed, other, each, isApart);
    }
  };
  for (const [at, each] of whole.entries()) {
    if (at % STEP === 0) yield;
    const subject = looseSubject(each.subject);
    const key = JSON.stringify([each.comparable, subject, placeOf(each.organisation)]);
    look(each, [subject]);
    const alike = known.get(key) ?? [];
    // A few of those alike are enough: what a person joins to one is next to the others then.
    if (alike.length < FEW) known.set(key, [...alike, each]);
  }
  for (const [at, each] of whole.entries()) {
    if (at % STEP === 0) yield;
    look(each, shorterSubjects(each.subject));
  }
  return [...proposed.values()].sort((a, b) => pointsOf(b) - pointsOf(a) || compareKeys(a, b));
}

function propose(
  proposed: Map<string, ProposedSeries>,
  one: SeriesSummary,
  other: SeriesSummary,
  isApart: (one: string, other: string) => boolean,
): void {
  if (one.key === other.key || isApart(one.key, other.key)) return;
  const [first, second] = one.key < other.key ? [one, other] : [other, one];
  proposed.set(`${first.key}\n${second.key}`, {
    one: first,
    other: second,
    subject: nearness(first.subject, second.subject),
    organisation: nearness(first.organisation, second.organisation),
  });
}

function pointsOf({ one, other }: ProposedSeries): number {
  return one.points + other.points;
}

function compareKeys(a: ProposedSeries, b: ProposedSeries): number {
  return a.one.key < b.one.key
    ? -1
    : Number(a.one.key > b.one.key) || (a.other.key < b.other.key ? -1 : 1);
}

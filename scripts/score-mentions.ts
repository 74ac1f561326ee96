import type { Mention } from '../lib/core/annotation.ts';

/** A gold mark of a corpus file, by the annotation guide. */
export interface Mark {
  type: 'figure' | 'programme';
  start: number;
  end: number;
  exact: string;
  kind?: string;
  value?: string | string[];
  subject?: string;
  number?: string;
  optional?: boolean;
  [field: string]: unknown;
}

/** A recognised mention or another system's mark; only the span is certain. */
export type Predicted = Mark | Mention;

/** One article's marks beside what was recognised in it. */
export interface ScoredArticle {
  name: string;
  text: string;
  gold: readonly Mark[];
  predicted: readonly Predicted[];
}

/** What differs from the gold, for a reader to look at. */
export interface Difference {
  what: 'MISS' | 'EXTRA' | 'VALUE' | 'FIELD';
  name: string;
  mark: Predicted;
  detail: string;
}

export interface Tally {
  right: number;
  extra: number;
  missed: number;
}

/** `right` of `of` marks that bear the field agree in it. */
export interface Agreement {
  right: number;
  of: number;
}

export interface Score {
  articles: number;
  figures: Tally;
  programmes: Tally;
  /** By `figure count`, `programme decision`. */
  kinds: Map<string, Tally>;
  /** By `figure value`, `programme number`. */
  fields: Map<string, Agreement>;
  programmeStrict: Agreement;
  differences: Difference[];
}

/** The fields compared where the gold names them, besides kind, value, subject and number. */
const OTHER_FIELDS = {
  figure: ['unit', 'comparator', 'change', 'baseline', 'of', 'per', 'period', 'scope'],
  programme: ['issuer', 'date', 'term', 'title', 'alias'],
} as const;

/** Scores recognised mentions by the annotation guide, as the shared `score.py` does. */
export function scoreMentions(articles: readonly ScoredArticle[]): Score {
  const score: Score = {
    articles: articles.length,
    figures: emptyTally(),
    programmes: emptyTally(),
    kinds: new Map(),
    fields: new Map(),
    programmeStrict: { right: 0, of: 0 },
    differences: [],
  };
  for (const article of articles) {
    scoreType(score, article, 'figure');
    scoreType(score, article, 'programme');
  }
  return score;
}

function emptyTally(): Tally {
  return { right: 0, extra: 0, missed: 0 };
}

function scoreType(score: Score, article: ScoredArticle, type: Mark['type']): void {
  const optional = article.gold.filter((mark) => mark.optional);
  const gold = article.gold.filter((mark) => mark.type === type && !mark.optional);
  const predicted = article.predicted.filter((mark) => mark.type === type);
  const total = type === 'figure' ? score.figures : score.programmes;
  const used = new Set<Predicted>();
  for (const mark of gold) {
    const found = predicted.find((each) => !used.has(each) && isHit(type, each, mark));
    const byKind = tallyOf(score.kinds, `${type} ${mark.kind ?? '?'}`);
    if (!found) {
      total.missed += 1;
      byKind.missed += 1;
      score.differences.push({ what: 'MISS', name: article.name, mark, detail: '' });
      continue;
    }
    used.add(found);
    total.right += 1;
    byKind.right += 1;
    compareFields(score, article, mark, found);
  }
  for (const mark of predicted) {
    if (used.has(mark) || optional.some((each) => overlap(mark, each) > 0)) continue;
    if (type === 'programme' && gold.some((each) => overlapShare(mark, each) >= 0.5)) continue;
    total.extra += 1;
    tallyOf(score.kinds, `${type} ${mark.kind ?? '?'}`).extra += 1;
    score.differences.push({ what: 'EXTRA', name: article.name, mark, detail: '' });
  }
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? emptyTally();
  tallies.set(key, tally);
  return tally;
}

function isHit(type: Mark['type'], found: Predicted, mark: Mark): boolean {
  if (type === 'programme') return overlapShare(found, mark) >= 0.5;
  return found.start === mark.start && found.end === mark.end;
}

interface Span {
  start: number;
  end: number;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function overlapShare(a: Span, b: Span): number {
  return overlap(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function compareFields(score: Score, { name }: ScoredArticle, mark: Mark, found: Predicted): void {
  const { type } = mark;
  const got = found as Mark;
  const agree = (field: string, isRight: boolean) => {
    const agreement = score.fields.get(`${type} ${field}`) ?? { right: 0, of: 0 };
    agreement.of += 1;
    agreement.right += Number(isRight);
    score.fields.set(`${type} ${field}`, agreement);
    if (isRight) return;
    const what = field === 'value' ? 'VALUE' : 'FIELD';
    const detail = `${field}: want ${show(mark[field])}, got ${show(got[field])}`;
    score.differences.push({ what, name, mark, detail });
  };
  agree('kind', got.kind === mark.kind);
  if (type === 'figure') {
    agree('value', got.kind === mark.kind && sameValue(got.value, mark.value));
    if (mark.subject) agree('subject', sameHead(mark.subject, got.subject));
  } else {
    score.programmeStrict.of += 1;
    score.programmeStrict.right += Number(got.start === mark.start && got.end === mark.end);
    if (mark.number) agree('number', bareNumber(got.number) === bareNumber(mark.number));
  }
  for (const field of OTHER_FIELDS[type]) {
    if (mark[field] !== undefined) agree(field, show(got[field]) === show(mark[field]));
  }
}

function show(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function sameValue(a: Mark['value'], b: Mark['value']): boolean {
  return JSON.stringify(plainValue(a)) === JSON.stringify(plainValue(b));
}

/** `"007.10"` → `"7.1"`, to ten digits; a ratio without spaces; other text as it is. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value === undefined || value === null) return null;
  const text = String(value);
  if (text.includes('/')) return text.replaceAll(' ', '');
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(number) ? text : String(Number(number.toPrecision(10)));
}

/** One subject opens the other: `chi bộ` of `chi bộ trực thuộc`. */
function sameHead(want: string, got: string | undefined): boolean {
  const [a, b] = [plainWords(want), plainWords(got)];
  return b !== '' && (a.startsWith(b) || b.startsWith(a));
}

function plainWords(text: string | undefined): string {
  return (text ?? '').toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}

function bareNumber(number: string | undefined): string {
  return (number ?? '').toLowerCase().replaceAll(' ', '').replace(/^0+/, '');
}

export interface Measures {
  precision: number;
  recall: number;
  f1: number;
}

export function measure({ right, extra, missed }: Tally): Measures {
  const precision = share(right, right + extra);
  const recall = share(right, right + missed);
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

export function share(right: number, of: number): number {
  return of ? right / of : 0;
}

/** The line of numbers `score.py` prints last, under the same names. */
export function summarise(score: Score): Record<string, number> {
  const figures = measure(score.figures);
  const programmes = measure(score.programmes);
  const accuracy = (field: string) => {
    const { right, of } = score.fields.get(field) ?? { right: 0, of: 0 };
    return share(right, of);
  };
  const numbers = {
    articles: score.articles,
    figures: score.figures.right + score.figures.missed,
    figure_P: figures.precision,
    figure_R: figures.recall,
    figure_F1: figures.f1,
    kind_acc: accuracy('figure kind'),
    value_acc: accuracy('figure value'),
    subject_acc: accuracy('figure subject'),
    programmes: score.programmes.right + score.programmes.missed,
    prog_P: programmes.precision,
    prog_R: programmes.recall,
    prog_F1: programmes.f1,
    prog_strict: share(score.programmeStrict.right, score.programmeStrict.of),
    prog_kind: accuracy('programme kind'),
    prog_number: accuracy('programme number'),
  };
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, fourPlaces(value)]),
  );
}

/** To four places, a tie to the even digit as Python does. */
function fourPlaces(value: number): number {
  const scaled = value * 10_000;
  const floor = Math.floor(scaled);
  if (scaled - floor === 0.5) return (floor % 2 === 0 ? floor : floor + 1) / 10_000;
  return Number(value.toFixed(4));
}

/**
 * The records everything else speaks of. Spans are half-open and count UTF-16 code units, everywhere;
 * money is in the unit named, multiplied out; times are ISO 8601.
 */
import * as z from 'zod';

/** An exact decimal number, `"1837"` or `"31.3"`; never a float, so that `10.072 tỷ` survives arithmetic. */
const Decimal = z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/);

const Span = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string(),
});
export type Span = z.infer<typeof Span>;

export const FigureKind = z.enum([
  'count',
  'percentage',
  'ratio',
  'money',
  'measure',
  'duration',
  'multiple',
]);
export type FigureKind = z.infer<typeof FigureKind>;

export const Comparator = z.enum(['gt', 'lt', 'gte', 'lte', 'approx']);
export type Comparator = z.infer<typeof Comparator>;

/** Direction and reading of a change; `…-ambiguous` where the text allows both "by" and "to". */
export const Change = z.enum([
  'increase-by',
  'increase-to',
  'increase-ambiguous',
  'decrease-by',
  'decrease-to',
  'decrease-ambiguous',
]);
export type Change = z.infer<typeof Change>;

/** A quantity the article states. */
export const Figure = Span.extend({
  type: z.literal('figure'),
  kind: FigureKind,
  /** One number, `[lower, upper]`, or `"51/51"` (`"43.2/80"`) for a ratio. */
  value: z.union([
    Decimal,
    z.tuple([Decimal, Decimal]),
    z.string().regex(/^\d{1,20}(\.\d{1,20})?\/\d{1,20}(\.\d{1,20})?$/),
  ]),
  /** UCUM code or word for measures and durations, ISO 4217 for money. */
  unit: z.string().optional(),
  comparator: Comparator.optional(),
  change: Change.optional(),
  /** What a change is measured against, as a year, a date or the words of the text. */
  baseline: z.string().optional(),
  /** What is counted, as written. */
  subject: z.string().optional(),
  /** What is measured: `tổng vốn đầu tư toàn xã hội`. */
  property: z.string().optional(),
  /** The ratio a percentage restates: `"51/51"`. */
  of: z.string().optional(),
  per: z.string().optional(),
  /** When it holds: `"2020"`, `"2019/2022"`, an ISO date, or the words of the text. */
  period: z.string().optional(),
  /** The organisation or place in force. */
  scope: z.string().optional(),
  /** True where the text states an aim, not a result. */
  target: z.boolean().optional(),
  /** Doubts a reader should see: `ambiguous-separator`, `spelled`, `glued`. */
  flags: z.array(z.string()).optional(),
  rule: z.string(),
});
export type Figure = z.infer<typeof Figure>;

export const ProgrammeKind = z.enum([
  'resolution',
  'joint-resolution',
  'directive',
  'conclusion',
  'decision',
  'regulation',
  'plan',
  'guidance',
  'scheme',
  'programme',
  'report',
  'notice',
  'official-letter',
  'law',
  'decree',
  'circular',
  'charter',
  'movement',
  'other',
]);
export type ProgrammeKind = z.infer<typeof ProgrammeKind>;

/** A party or state document, scheme, programme, campaign or movement that the article identifies. */
export const Programme = Span.extend({
  type: z.literal('programme'),
  kind: ProgrammeKind,
  number: z.string().optional(),
  issuer: z.string().optional(),
  /** ISO 8601 date. */
  date: z.string().optional(),
  /** Roman numeral of the committee's term or the congress. */
  term: z.string().optional(),
  title: z.string().optional(),
  alias: z.string().optional(),
  /** Equal for mentions of one programme within the article. */
  entity: z.string(),
  rule: z.string(),
});
export type Programme = z.infer<typeof Programme>;

export const Mention = z.discriminatedUnion('type', [Figure, Programme]);
export type Mention = z.infer<typeof Mention>;

/** What arithmetic says of mentions the text itself ties together; it reports, never corrects. */
export const Check = z.object({
  rule: z.string(),
  /** Indexes into the article's mentions. */
  mentions: z.array(z.int().nonnegative()),
  stated: z.string(),
  computed: z.string(),
  verdict: z.enum(['exact', 'rounded', 'truncated', 'mismatch']),
});
export type Check = z.infer<typeof Check>;

/** What the recogniser gives for one text. */
export interface Recognition {
  mentions: Mention[];
  checks: Check[];
}

/** Where a field of an article was read. */
export const Origin = z.enum(['json-ld', 'meta', 'page', 'readability', 'address', 'edited']);
export type Origin = z.infer<typeof Origin>;

const ArticleFields = {
  title: z.string(),
  byline: z.string().optional(),
  siteName: z.string().optional(),
  /** ISO 8601 in the precision the page gives: `2017-07-11` or `2019-09-09T06:07:00+07:00`. */
  publishedTime: z.string().optional(),
  /** The paper or office the page names as its source (`Nguồn: …`). */
  source: z.string().optional(),
  lang: z.string().optional(),
  excerpt: z.string().optional(),
};

/** An article as read from its page. */
export const Article = z.object({
  ...ArticleFields,
  url: z.string(),
  /** `rel=canonical`: a hint, never proof. */
  canonicalUrl: z.string().optional(),
  /** NFC text, a newline between blocks; the frozen copy excerpts are verified against. */
  text: z.string(),
  origins: z.partialRecord(
    z.enum(Object.keys(ArticleFields) as [keyof typeof ArticleFields]),
    Origin,
  ),
});
export type Article = z.infer<typeof Article>;

/** @see https://www.w3.org/TR/annotation-model/#text-quote-selector */
export const TextQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/** @see https://www.w3.org/TR/annotation-model/#text-position-selector */
export const TextPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

/** The excerpt's place in the article's text: the quote decides, the position is a hint. */
export const Target = z.object({
  source: z.string(),
  selector: z.tuple([TextQuoteSelector, TextPositionSelector]),
});
export type Target = z.infer<typeof Target>;

/** The colours a reader can give an excerpt; each view has its own shade of them, and a word. */
export const Colour = z.enum(['yellow', 'green', 'blue', 'pink', 'violet']);
export type Colour = z.infer<typeof Colour>;

/** What a reader says the recogniser got wrong; `npm run case` turns it into a test. */
export const Correction = z.object({
  problem: z.enum(['not-a-mention', 'wrong-kind', 'wrong-value', 'missed']),
  /** What the recogniser had given; absent where it missed the mention. */
  recognised: Mention.optional(),
  /** What the reader says is right; absent where nothing is to be found. */
  kind: z.union([FigureKind, ProgrammeKind]).optional(),
  value: Figure.shape.value.optional(),
});
export type Correction = z.infer<typeof Correction>;

/** How far an excerpt has come: `returned` goes back to its author with a reason. */
export const ReviewState = z.enum(['draft', 'checked', 'approved', 'returned']);
export type ReviewState = z.infer<typeof ReviewState>;

/** What a reviewer decided of an excerpt, who and when. */
export const Review = z.object({
  state: ReviewState,
  by: z.string().optional(),
  at: z.iso.datetime().optional(),
  reason: z.string().optional(),
});
export type Review = z.infer<typeof Review>;

/**
 * A clipped excerpt, in one of its states: every edit makes another state with an id of its own, whose `parents` are
 * the states it took the place of. States are never changed (see `collection/revision.ts`).
 */
export const Annotation = z.object({
  /** UUID version 7, made where the clip is made, so that a retry cannot store it twice. */
  id: z.uuid(),
  articleId: z.string(),
  target: Target,
  /** The mention clipped; its span counts from the start of the quote. */
  mention: Mention.optional(),
  tags: z.array(z.string()),
  note: z.string(),
  colour: Colour.optional(),
  correction: Correction.optional(),
  /** The excerpt whose number this one records anew. */
  supersedes: z.uuid().optional(),
  /** What arithmetic said of the mention when it was clipped. */
  checks: z.array(Check.omit({ mentions: true })).optional(),
  /** Fields of the mention that a person filled in, not the article. */
  completed: z.array(z.string()).optional(),
  /** Who clipped it; absent where the reader had given no name. */
  author: z.string().optional(),
  /** Who made this state of it, where it is not the first. */
  editor: z.string().optional(),
  /** Absent means draft. */
  review: Review.optional(),
  /** Id of this state: `revisionId` of it when it was made; absent in records older than histories. */
  revision: z.string().optional(),
  /** Ids of the states this one took the place of; absent in the first. */
  parents: z.array(z.string()).optional(),
  created: z.iso.datetime(),
  /** When this state was made. */
  modified: z.iso.datetime(),
  /** Set while the excerpt lies in the trash. */
  deleted: z.iso.datetime().optional(),
});
export type Annotation = z.infer<typeof Annotation>;

/** An article as stored: its id is made from its address and text, so one text of one page is stored once. */
export const StoredArticle = Article.extend({
  id: z.string(),
  /** `sourceKey(url)`: equal for the addresses one article is known by. */
  sourceKey: z.string(),
  captured: z.iso.datetime(),
  /** When a person last edited its fields. */
  modified: z.iso.datetime().optional(),
  /** The article this one is a reprint of, as a person said. */
  reprintOf: z.string().optional(),
  /** Articles alike of which a person said that this is not one of them. */
  distinctFrom: z.array(z.string()).optional(),
});
export type StoredArticle = z.infer<typeof StoredArticle>;

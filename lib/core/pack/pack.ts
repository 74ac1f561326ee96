import * as z from 'zod';
import { CitationStyleId } from '../cite/citation-style.ts';

/** Paper the pages are laid out for. */
export const Paper = z.enum(['A4', 'A5']);
export type Paper = z.infer<typeof Paper>;

/** A thing in a section, in the order the trainer gave; `id` is its own, so that it can be moved and edited. */
export const PackItem = z.discriminatedUnion('type', [
  /** One excerpt with its source, and what the trainer says of it. */
  z.object({
    type: z.literal('excerpt'),
    id: z.uuid(),
    annotationId: z.uuid(),
    remark: z.string(),
  }),
  /** A whole article from the collection, its excerpts marked. */
  z.object({ type: z.literal('article'), id: z.uuid(), articleId: z.string(), remark: z.string() }),
  /** The trainer's own words; a newline parts paragraphs. */
  z.object({ type: z.literal('text'), id: z.uuid(), text: z.string() }),
  /** Figures as a table; of those that can be compared also a chart. */
  z.object({
    type: z.literal('figures'),
    id: z.uuid(),
    title: z.string(),
    annotationIds: z.array(z.uuid()),
    chart: z.boolean(),
  }),
  /** A question; its answer goes to the answer sheet. `annotationId` is the figure that a blank was made from. */
  z.object({
    type: z.literal('question'),
    id: z.uuid(),
    question: z.string(),
    answer: z.string(),
    annotationId: z.uuid().optional(),
  }),
]);
export type PackItem = z.infer<typeof PackItem>;

export const PackSection = z.object({
  id: z.uuid(),
  title: z.string(),
  introduction: z.string(),
  items: z.array(PackItem),
});
export type PackSection = z.infer<typeof PackSection>;

/** Parts that are made from the rest, each on or off. */
export const PackParts = z.object({
  cover: z.boolean(),
  contents: z.boolean(),
  glossary: z.boolean(),
  answers: z.boolean(),
  sources: z.boolean(),
});
export type PackParts = z.infer<typeof PackParts>;

const Look = {
  subtitle: z.string(),
  /** Who made it, as the cover has it. */
  author: z.string(),
  organisation: z.string(),
  /** Place and time as the cover has them, in the trainer's words: `Hà Nội, tháng 11/2026`. */
  dated: z.string(),
  introduction: z.string(),
  parts: PackParts,
  paper: Paper,
  /** Whether excerpts nobody has approved stay out of what is printed. */
  onlyApproved: z.boolean(),
  /** The style its sources are cited in; the Vietnamese one unless it says another. */
  citationStyle: CitationStyleId.optional(),
};

/** A reading pack: excerpts and articles chosen, ordered and introduced by a trainer. */
export const Pack = z.object({
  type: z.literal('pack'),
  id: z.uuid(),
  title: z.string(),
  ...Look,
  sections: z.array(PackSection),
  /** The pack of which this is another version, kept when two people's versions met. */
  versionOf: z.uuid().optional(),
  /** Ids of the versions this one came after (see `pack-versions.ts`); written by the store. */
  past: z.array(z.string()).optional(),
  created: z.iso.datetime(),
  editor: z.string().optional(),
  modified: z.iso.datetime(),
  deleted: z.iso.datetime().optional(),
});
export type Pack = z.infer<typeof Pack>;

/** A pack's frame without what was collected, to start others from and to share as a file. */
export const PackTemplate = z.object({
  type: z.literal('pack-template'),
  id: z.uuid(),
  name: z.string(),
  ...Look,
  sections: z.array(PackSection.omit({ items: true })),
  editor: z.string().optional(),
  modified: z.iso.datetime(),
  deleted: z.iso.datetime().optional(),
});
export type PackTemplate = z.infer<typeof PackTemplate>;

/** What a template says, without what makes it a record of one collection: what its file holds. */
export const PackFrame = PackTemplate.omit({
  type: true,
  id: true,
  editor: true,
  modified: true,
  deleted: true,
}).extend({ sections: z.array(PackSection.omit({ id: true, items: true })) });
export type PackFrame = z.infer<typeof PackFrame>;

import * as z from 'zod';

/** A figure belongs to a series, or does not, because a person says so; it outlives every later proposal. */
export const SeriesJudgement = z.object({
  type: z.literal('series-judgement'),
  id: z.uuid(),
  verdict: z.enum(['same', 'apart']),
  /** What is judged: the derived keys of two series, or an excerpt's id and the key of a series. */
  of: z.tuple([z.string(), z.string()]),
  note: z.string(),
  editor: z.string().optional(),
  modified: z.iso.datetime(),
  deleted: z.iso.datetime().optional(),
});
export type SeriesJudgement = z.infer<typeof SeriesJudgement>;

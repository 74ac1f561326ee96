import * as z from 'zod';
import { hashedId } from '../hashed-id.ts';

/** A figure belongs to a series, or does not, because a person says so; it outlives every later proposal. */
export const SeriesJudgement = z.object({
  type: z.literal('series-judgement'),
  /** Made of what is judged (see `judgementId`): two people's judgements of one pair are one record. */
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

/** What a person says of a pair; when and who is written by the store. */
export type JudgementDraft = Pick<SeriesJudgement, 'verdict' | 'of'>;

/** The id of the one record that a pair's judgement is kept in, whichever of the two comes first. */
export function judgementId(of: SeriesJudgement['of']): string {
  return hashedId(JSON.stringify([...of].sort()));
}

import * as z from 'zod';

/** A record that does not fit its schema: kept as it is, shown and exported, never deleted. */
export const DamagedRecord = z.object({
  /** `annotations/<id>`. */
  key: z.string(),
  table: z.enum(['articles', 'annotations', 'revisions', 'companions']),
  /** As it lay in the database. */
  record: z.unknown(),
  /** What the schema refused: `tags: Invalid input`. */
  reason: z.string(),
  found: z.iso.datetime(),
});
export type DamagedRecord = z.infer<typeof DamagedRecord>;

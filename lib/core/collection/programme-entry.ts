import * as z from 'zod';
import { ProgrammeKind } from '../annotation.ts';

/**
 * What a person says of a document or programme in the register: the entry itself is derived from the excerpts that
 * cite it; this joins what the derivation keeps apart, parts what it joins, and fills in what no article says.
 * Several records may speak of one entry, as when two people worked apart: all hold, of two words for one field the later.
 */
export const ProgrammeEntry = z.object({
  type: z.literal('programme-entry'),
  id: z.uuid(),
  /** The derived keys it gathers; two or more are a merge by hand. With neither keys nor excerpts it is known by its own words. */
  keys: z.array(z.string()),
  /** Excerpts put here by hand, whatever their own key says; a split is an entry of such excerpts. */
  excerpts: z.array(z.uuid()),
  /** Derived keys of which a person said that they are something else. */
  distinctFrom: z.array(z.string()).optional(),
  kind: ProgrammeKind.optional(),
  number: z.string().optional(),
  issuer: z.string().optional(),
  /** ISO 8601 date. */
  date: z.string().optional(),
  term: z.string().optional(),
  title: z.string().optional(),
  aliases: z.array(z.string()),
  note: z.string(),
  editor: z.string().optional(),
  modified: z.iso.datetime(),
  deleted: z.iso.datetime().optional(),
});
export type ProgrammeEntry = z.infer<typeof ProgrammeEntry>;

import * as z from 'zod';
import { TextPositionSelector, TextQuoteSelector } from './annotation.ts';

/** A mention the reader passed over: it stays marked quietly and is not asked about again. */
export const Skip = z.object({
  id: z.uuid(),
  /** `sourceKey` of the page's address. */
  sourceKey: z.string(),
  type: z.enum(['figure', 'programme']),
  /** The mention's own words and place. */
  selector: z.tuple([TextQuoteSelector, TextPositionSelector]),
  created: z.iso.datetime(),
});
export type Skip = z.infer<typeof Skip>;

import type { Recognition } from '../annotation.ts';
import { findProgrammes } from './programmes.ts';

/** What is known of a text besides its words. */
export interface RecogniseContext {
  /** ISO 8601; resolves `năm nay`, `đến nay` and the like. */
  publishedTime?: string | undefined;
}

/** Finds the figures and named programmes of a text, in text order. `"51/51 chi bộ"` → one figure of kind ratio. */
export function recognise(text: string, context: RecogniseContext = {}): Recognition {
  return { mentions: findProgrammes(text, context), checks: [] };
}

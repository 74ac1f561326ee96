import type { Programme } from '../annotation.ts';
import type { RecogniseContext } from './recognise.ts';

/** Finds the named programmes and documents of a text, in text order. `"Chỉ thị số 05-CT/TW"` → one directive. */
export function findProgrammes(_text: string, _context: RecogniseContext): Programme[] {
  return [];
}

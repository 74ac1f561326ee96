import { charAhead, digitsEnd } from './boundary.ts';

/** What tells at a glance which readers a number is worth: how many digits, and what they go on with. */
export interface Shape {
  /** `day` for one or two digits, `year` for four; no part of a date has another number of them. */
  digits: 'day' | 'year' | 'other';
  /** The first character behind the digits that is no space. */
  ahead: string;
}

/** `"2019-2025"` → year, `-`; `"37 chi bộ"` → day, `c`. */
export function shapeAt(lower: string, at: number): Shape {
  const end = digitsEnd(lower, at, 5);
  const count = end - at;
  const digits = count <= 2 ? 'day' : count === 4 ? 'year' : 'other';
  return { digits, ahead: charAhead(lower, end) };
}

import type { ProgrammeKind } from '../annotation.ts';
import { singleSpaced } from './boundary.ts';

/** A mention of a programme before it is tied to the others of its article; offsets in the reading text. */
export interface ProgrammeDraft {
  start: number;
  end: number;
  kind: ProgrammeKind;
  rule: string;
  number?: string | undefined;
  /** Digits of the number without zeros: what `05-CT/TW` and `Chỉ thị 5` share. */
  digits?: string | undefined;
  year?: string | undefined;
  code?: string | undefined;
  issuerCode?: string | undefined;
  issuer?: string | undefined;
  /** True where the issuer is only what the number's code says. */
  decoded?: boolean;
  date?: string | undefined;
  term?: string | undefined;
  title?: string | undefined;
  alias?: string | undefined;
  /** What a mention without a number is known by: a folded name. */
  name?: string | undefined;
  /** Which plenum of the central committee it comes from. */
  plenum?: number | undefined;
  /** True for the papers of a congress, whose name is its body. */
  congress?: boolean | undefined;
  /** The type word it begins with: `đề án`. */
  typeWords?: string | undefined;
  /** True for a bare type word, a mention only where it points back to one. */
  bare?: boolean;
  /** True where a bare type word begins with a capital. */
  capital?: boolean;
}

/** A name as mentions of it are compared: small letters, single spaces. `"Dân vận  khéo"` → `"dân vận khéo"`. */
export function nameKey(name: string): string {
  return singleSpaced(name.toLowerCase()).trim();
}

import type { Annotation, Correction, Figure, Mention, ProgrammeKind, Span } from './annotation.ts';

/** Names the reader as the one who recognised a mention. */
export const BY_READER = 'reader';

/** What a reader says of a mention or of words the recogniser passed by. */
export type Verdict =
  | { problem: 'not-a-mention' }
  | { problem: 'wrong-kind'; kind: Mention['kind'] }
  | { problem: 'wrong-value'; value: Figure['value'] }
  | { problem: 'missed'; type: 'figure'; kind: Figure['kind']; value: Figure['value'] }
  | { problem: 'missed'; type: 'programme'; kind: ProgrammeKind };

/** A corrected mention, absent where nothing is to be found, with the record of what was wrong. */
export interface Corrected {
  mention: Mention | undefined;
  correction: Correction;
}

/** Applies a reader's verdict to the mention recognised; the record keeps what the recogniser had given. */
export function correctMention(recognised: Mention, verdict: Verdict): Corrected {
  const { problem } = verdict;
  if (verdict.problem === 'wrong-kind') {
    const { kind } = verdict;
    const mention = { ...recognised, kind, rule: BY_READER } as Mention;
    return { mention, correction: { problem, recognised, kind } };
  }
  if (verdict.problem === 'wrong-value' && recognised.type === 'figure') {
    const { value } = verdict;
    const { flags: _, ...known } = recognised;
    return {
      mention: { ...known, value, rule: BY_READER },
      correction: { problem, recognised, value },
    };
  }
  return { mention: undefined, correction: { problem, recognised } };
}

/** A mention where it stands in its article, as the reader put it right in the excerpt that keeps it. */
export function asCorrected(mention: Mention, clip: Annotation | undefined): Mention {
  if (!clip?.correction || !clip.mention) return mention;
  const { start, end, exact } = mention;
  return { ...clip.mention, start, end, exact };
}

/** Makes the mention a reader found where the recogniser found none. */
export function missedMention(
  { start, end, exact }: Span,
  verdict: Extract<Verdict, { problem: 'missed' }>,
): Corrected {
  const span = { start, end, exact, rule: BY_READER };
  const { problem, kind } = verdict;
  if (verdict.type === 'programme') {
    const mention = { ...span, type: 'programme' as const, kind: verdict.kind, entity: BY_READER };
    return { mention, correction: { problem, kind } };
  }
  const { value } = verdict;
  return {
    mention: { ...span, type: 'figure' as const, kind: verdict.kind, value },
    correction: { problem, kind, value },
  };
}

import type { FigureKind, ProgrammeKind } from '../lib/core/annotation.ts';

/** The kinds in the order a reader looks for them; the types keep these lists and the schemas' the same. */
export const FIGURE_KINDS = [
  'count',
  'percentage',
  'ratio',
  'money',
  'measure',
  'duration',
  'multiple',
] as const satisfies readonly FigureKind[];

export const PROGRAMME_KINDS = [
  'resolution',
  'directive',
  'conclusion',
  'decision',
  'regulation',
  'plan',
  'guidance',
  'scheme',
  'programme',
  'movement',
  'report',
  'notice',
  'official-letter',
  'joint-resolution',
  'law',
  'decree',
  'circular',
  'charter',
  'other',
] as const satisfies readonly ProgrammeKind[];

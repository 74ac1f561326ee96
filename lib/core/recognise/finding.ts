import type { Check } from '../annotation.ts';
import type { Draft } from './figure-draft.ts';

/** A check before its figures have their places among the mentions. */
export type Finding = Omit<Check, 'mentions'> & { drafts: Draft[] };

import type { MentionActions } from '../../components/MentionDetail.tsx';
import type { Span } from '../../lib/core/annotation.ts';
import type { Verdict } from '../../lib/core/correct-mention.ts';

/** What the layer asks of whoever reads the page; each deed fails with words for the reader. */
export interface LayerActions {
  /** What can be done with the mention at an index. */
  mention(at: number): {
    [K in keyof MentionActions]: (...input: Parameters<MentionActions[K]>) => Promise<unknown>;
  };
  missed(span: Span, verdict: Extract<Verdict, { problem: 'missed' }>): Promise<unknown>;
  move(step: 1 | -1): void;
  /** Closes what is open; tells whether anything was. */
  close(): boolean;
  hold(isHeld: boolean): void;
}

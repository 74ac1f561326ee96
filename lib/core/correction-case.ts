import type { Annotation, Mention } from './annotation.ts';
import { recognise } from './recognise/recognise.ts';

/** A recogniser case, as `tests/specs/*.json` hold them. */
export interface CorrectionCase {
  input: string;
  mentions: Record<string, unknown>[];
  comment: string;
}

/**
 * Turns a reader's correction of an excerpt into the case that the recogniser must pass to be right.
 * An excerpt `Có 5 đồng chí.` whose `5` was said to be no figure → `{ input: "Có 5 đồng chí.", mentions: [], … }`;
 * `undefined` for an excerpt without a correction.
 */
export function correctionCase({
  target,
  mention,
  correction,
}: Annotation): CorrectionCase | undefined {
  if (!correction) return undefined;
  const input = target.selector[0].exact;
  const wrong = correction.recognised ?? mention;
  const others = recognise(input).mentions.filter((found) => !wrong || !overlaps(found, wrong));
  const right = mention ? [...others, mention] : others;
  return {
    input,
    mentions: right.toSorted((a, b) => a.start - b.start).map((each) => wanted(each, mention)),
    comment: `reader: ${correction.problem}`,
  };
}

/** What a reader vouched for is compared; of its neighbours only that they are found. */
function wanted(found: Mention, corrected: Mention | undefined): Record<string, unknown> {
  const { exact, kind } = found;
  if (found !== corrected) return { exact };
  return found.type === 'figure' ? { exact, kind, value: found.value } : { exact, kind };
}

function overlaps(one: Mention, other: Mention): boolean {
  return one.start < other.end && other.start < one.end;
}

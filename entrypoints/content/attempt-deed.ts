import type { PageShown } from '../../components/PageView.tsx';
import { failureCode } from '../../lib/platform/messages.ts';
import type { PageLayer } from './page-layer.ts';

/** Shows how a deed goes: in its card while that is the open one, else over the page. */
export async function attemptDeed(
  { shown, draw, notify }: Pick<PageLayer, 'shown' | 'draw' | 'notify'>,
  work: Promise<unknown>,
): Promise<void> {
  const place = placeOf(shown());
  draw({ isBusy: true, failure: undefined });
  const failure = await work.then(() => undefined, failureCode);
  const isHere = place !== undefined && place === placeOf(shown());
  draw({ isBusy: false, ...(isHere && { failure }) });
  if (failure && !isHere) notify('bad', failure);
}

/** What the open card is about: a mention, by its index, or words that were missed. */
function placeOf({ card, missed }: PageShown) {
  return missed ?? card?.at;
}

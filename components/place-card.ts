/** A box in viewport pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Room kept to the mark and to the window's edges. */
const GAP = 8;

/**
 * Places a card beside a mark so that it never covers it: under it, else above, else at the side with more room,
 * kept inside the window sideways.
 */
export function placeCard(
  mark: Box,
  card: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const left = Math.max(GAP, Math.min(mark.left, view.width - card.width - GAP));
  const below = mark.top + mark.height + GAP;
  if (below + card.height <= view.height) return { left, top: below };
  const above = mark.top - card.height - GAP;
  const roomBelow = view.height - below;
  return { left, top: above >= 0 || mark.top > roomBelow ? above : below };
}

/** A box in viewport pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a card goes, and how tall it may be there. */
export interface Place {
  left: number;
  top: number;
  maxHeight: number;
}

/** Room kept to the mark and to the window's edges. */
const GAP = 8;
/** A card squeezed lower than this shows nothing of use; it rather leaves the window. */
const LEAST_HEIGHT = 160;

/**
 * Places a card beside a mark so that it never covers it: under it, else above, else at the side with more room and
 * no taller than that; kept inside the window sideways.
 * @param card its width, and its height were there room for all of it
 */
export function placeCard(
  mark: Box,
  card: { width: number; height: number },
  view: { width: number; height: number },
): Place {
  const left = Math.max(GAP, Math.min(mark.left, view.width - card.width - GAP));
  const below = mark.top + mark.height + GAP;
  const roomBelow = view.height - below - GAP;
  const roomAbove = mark.top - 2 * GAP;
  if (card.height <= roomBelow) return { left, top: below, maxHeight: roomBelow };
  const room = Math.max(LEAST_HEIGHT, Math.max(roomAbove, roomBelow));
  const height = Math.min(card.height, room);
  const isAbove = card.height <= roomAbove || roomAbove > roomBelow;
  return { left, top: isAbove ? mark.top - GAP - height : below, maxHeight: room };
}

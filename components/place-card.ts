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
 * The box around the lines of a mark, for a card to stay clear of all of them; the first line's alone where they lie
 * further apart than `tallest` pixels, as a selection of paragraphs or a break between columns does.
 */
export function boxAround(lines: readonly Box[], tallest: number): Box | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const left = Math.min(...lines.map((line) => line.left));
  const top = Math.min(...lines.map((line) => line.top));
  const width = Math.max(...lines.map((line) => line.left + line.width)) - left;
  const height = Math.max(...lines.map((line) => line.top + line.height)) - top;
  return height > tallest ? first : { left, top, width, height };
}

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

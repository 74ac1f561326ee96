/** What a watcher of the pointer needs to know of the marks. */
export interface Marks {
  /** Index of the mark whose text holds this place. */
  at(node: Node, offset: number): number | undefined;
  /** Where the mark stands in the window, a box a line. */
  boxesOf(mark: number): readonly DOMRect[];
}

export interface PointedMark {
  /** The pointer came to rest on a mark, or left it. */
  hover(mark: number | undefined): void;
  /** The mark was clicked or tapped. */
  pick(mark: number): void;
}

/** Watches, until the signal aborts, which mark the pointer is on; real events only, for page script can make its own. */
export function watchPointedMark(
  document: Document,
  marks: Marks,
  on: PointedMark,
  signal: AbortSignal,
): void {
  let frame = 0;
  let last: number | undefined;
  const move = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const view = document.defaultView;
    if (!view || frame) return;
    // One look a frame is all a reader can see; a mouse reports far more often.
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      const mark = markAt(document, marks, event);
      if (mark !== last) on.hover((last = mark));
    });
  };
  const click = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0) return;
    const mark = markAt(document, marks, event);
    if (mark !== undefined) on.pick(mark);
  };
  document.addEventListener('pointermove', move, { signal, passive: true, capture: true });
  document.addEventListener('click', click, { signal, passive: true, capture: true });
}

function markAt(
  document: Document,
  marks: Marks,
  { clientX: x, clientY: y }: { clientX: number; clientY: number },
): number | undefined {
  const caret = caretAt(document, x, y);
  if (!caret) return undefined;
  // The caret falls between letters: the mark's last letter has it behind, its first before.
  const mark = marks.at(caret.node, caret.offset) ?? marks.at(caret.node, caret.offset - 1);
  if (mark === undefined) return undefined;
  // A caret is found for points in margins too; only the letters themselves count.
  const isInside = marks
    .boxesOf(mark)
    .some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  return isInside ? mark : undefined;
}

function caretAt(document: Document, x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

import { Paragraph, Table, TableCell, TableRow, WidthType, type ParagraphChild } from 'docx';

/** A cell of a table, in the style of its row. */
export interface WordCell {
  children: ParagraphChild[];
  /** Whether it stands at the right edge. */
  isNumber?: boolean | undefined;
}

/** A table as wide as the text, its columns by their shares, its head repeated on every page. */
export function wordTable(
  width: number,
  shares: readonly number[],
  head: readonly WordCell[] | undefined,
  body: readonly (readonly WordCell[])[],
): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((share / whole) * width));
  const drawn = (style: string) => (cell: WordCell, at: number) =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          style,
          children: cell.children,
          ...(cell.isNumber && { alignment: 'right' }),
        }),
      ],
    });
  const heads = head
    ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map(drawn('CellHead')) })]
    : [];
  const rows = body.map(
    (cells) => new TableRow({ cantSplit: true, children: cells.map(drawn('Cell')) }),
  );
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    rows: [...heads, ...rows],
  });
}

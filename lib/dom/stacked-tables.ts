/** What a table is made of, in pixels. */
interface Heights {
  caption: number;
  head: number;
  rows: number[];
}

/** Whether the browser breaks a table between two columns as it does between two pages; Firefox does not. */
export function breaksTables(page: Document): boolean {
  const columns = page.createElement('div');
  columns.style.cssText = 'width: 40px; height: 40px; columns: 40px; column-fill: auto;';
  const table = page.createElement('table');
  const rows = [table.insertRow(), table.insertRow()];
  for (const row of rows) row.insertCell().style.height = '30px';
  columns.append(table);
  page.body.append(columns);
  const [first, second] = rows.map((row) => row.getBoundingClientRect().left);
  columns.remove();
  return first !== second;
}

/**
 * Puts in the place of each table a stack of boxes as high as its rows, which breaks between columns as the table
 * breaks between pages, its head at the top of each. Gives a function that puts the tables back.
 */
export function stackTables(part: Element): () => void {
  const pairs = [...part.querySelectorAll('table')].map((table) => {
    const heights = heightsOf(table);
    const stack = table.ownerDocument.createElement('div');
    stack.style.margin = getComputedStyle(table).margin;
    table.replaceWith(stack);
    fill(stack, heights);
    return { table, stack };
  });
  return () => {
    for (const { table, stack } of pairs) stack.replaceWith(table);
  };
}

function heightsOf({ caption, tHead, tBodies }: HTMLTableElement): Heights {
  const rows = Array.from(tBodies, (body) => Array.from(body.rows, heightOf)).flat();
  return { caption: heightOf(caption), head: heightOf(tHead), rows };
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

/** The caption and head stay with nothing: where Firefox breaks after them, so does the stack. */
function fill(stack: HTMLElement, { caption, head, rows }: Heights): void {
  addBox(stack, caption);
  let { left } = addBox(stack, head).getBoundingClientRect();
  for (const height of rows) {
    const box = addBox(stack, height);
    const place = box.getBoundingClientRect();
    if (place.left === left) continue;
    ({ left } = place);
    box.before(boxOf(stack.ownerDocument, head));
  }
}

function addBox(stack: HTMLElement, height: number): HTMLElement {
  const box = boxOf(stack.ownerDocument, height);
  stack.append(box);
  return box;
}

function boxOf(page: Document, height: number): HTMLElement {
  const box = page.createElement('div');
  box.style.cssText = `height: ${height}px; break-inside: avoid;`;
  return box;
}

import type { Outgoing, OutgoingCount, Selection } from '../core/collection/library-desk.ts';
import type { SearchIndex } from '../core/collection/search-index.ts';
import type { ExportOrder } from '../core/export/export-messages.ts';
import { orderExcerpts, type RowOrder } from '../core/export/order-rows.ts';
import type { ExcerptFinder } from './excerpt-finder.ts';

/** Sorting all of a large collection for a few rows would take seconds. */
const SORTED = 2000;

/** Tells what would go out in a file, and hands it to whoever makes the file. */
export class OutgoingExcerpts {
  readonly #finder: ExcerptFinder;
  readonly #search: SearchIndex;

  constructor(finder: ExcerptFinder, search: SearchIndex) {
    this.#finder = finder;
    this.#search = search;
  }

  async count(of: Omit<Outgoing, 'isApproved'>): Promise<OutgoingCount> {
    const ids = await this.#ids({ ...of, isApproved: false });
    return { total: ids.length, approved: ids.filter((id) => this.#isApproved(id)).length };
  }

  /** The first in the order they will have; of a large collection, of those that come first in the library. */
  async first(outgoing: Outgoing, order: RowOrder, count: number): Promise<string[]> {
    const ids = await this.#ids(outgoing);
    if (order === 'clipped') return ids.slice(0, count);
    const some = await this.#finder.excerpts(ids.slice(0, SORTED));
    return orderExcerpts(some, order)
      .slice(0, count)
      .map(({ annotation }) => annotation.id);
  }

  async send(outgoing: Outgoing, to: MessagePort): Promise<void> {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
    const send = (order: ExportOrder) => to.postMessage(order);
    try {
      send({ type: 'ids', ids: await this.#ids(outgoing) });
      send({ type: 'end' });
    } finally {
      to.close();
    }
  }

  async #ids({ found, picked, isApproved }: Outgoing): Promise<string[]> {
    const ids = await this.#finder.ids(found);
    const isPicked = picked ? pickedOf(picked) : () => true;
    return ids.filter((id) => isPicked(id) && (!isApproved || this.#isApproved(id)));
  }

  #isApproved(id: string): boolean {
    return this.#search.bears(id, 'state', 'approved');
  }
}

function pickedOf(picked: Selection): (id: string) => boolean {
  if (!('found' in picked)) {
    const ids = new Set(picked);
    return (id) => ids.has(id);
  }
  const but = new Set(picked.but);
  return (id) => !but.has(id);
}

import type { Annotation } from '../core/annotation.ts';
import type { Deed } from '../core/collection/revision.ts';
import type { Done } from '../core/collection/library-desk.ts';
import type { CollectionIndex } from './collection-index.ts';

/** Changes excerpts and gives those that are different now. */
type Work = (deed: Deed) => Promise<Annotation[]>;

/** Takes back what made these states. */
type TakeBack = (made: readonly Annotation[], deed: Deed) => Promise<Annotation[]>;

/** Deeds that can be taken back: more than anybody remembers. */
const REMEMBERED = 20;

/** Has deeds done in somebody's name, tells the index at once, and remembers how each is taken back. */
export class DeedLog {
  readonly #index: CollectionIndex;
  readonly #sign: () => Promise<Deed>;
  readonly #takeBack: TakeBack;
  readonly #undos = new Map<number, Work>();
  #last = 0;

  /** `sign` gives who does what is done now, and when; `takeBack` serves deeds that name no way of their own. */
  constructor(index: CollectionIndex, sign: () => Promise<Deed>, takeBack: TakeBack) {
    this.#index = index;
    this.#sign = sign;
    this.#takeBack = takeBack;
  }

  async do(work: Work, takeBack = this.#takeBack): Promise<Done> {
    const made = await work(await this.#sign());
    await this.#index.knowSources(made.map(({ articleId }) => articleId));
    this.#index.put(made);
    const undo = ++this.#last;
    this.#undos.set(undo, (deed) => takeBack(made, deed));
    this.#undos.delete(undo - REMEMBERED);
    return { count: made.length, first: made[0]?.id, undo };
  }

  /** Takes back what a deed changed; nothing where it was too long ago. */
  undo(deed: number): Promise<Done> {
    return this.do(this.#undos.get(deed) ?? (() => Promise.resolve([])));
  }
}

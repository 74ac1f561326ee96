import type { Annotation } from '../annotation.ts';
import { agreements, figureClip, VERDICTS, type Agreement, type FigureClip } from './agreement.ts';
import type { SearchEntry, ValueName } from './search-entry.ts';
import type { ValueTable } from './value-table.ts';

/** Keeps the agreements of a collection up to date, page by page: a change asks only what was clipped from its page. */
export class AgreementIndex {
  readonly #pages = new Map<string, Map<string, FigureClip>>();
  readonly #pageOf = new Map<string, string>();
  readonly #found = new Map<string, Agreement>();
  /** Pages changed since they were last gone through. */
  readonly #stale = new Set<string>();

  put(annotation: Annotation): void {
    this.remove(annotation.id);
    const clip = figureClip(annotation);
    if (!clip) return;
    const clips = this.#pages.get(clip.page) ?? new Map<string, FigureClip>();
    clips.set(clip.id, clip);
    this.#pages.set(clip.page, clips);
    this.#pageOf.set(clip.id, clip.page);
    this.#stale.add(clip.page);
  }

  remove(id: string): void {
    const page = this.#pageOf.get(id);
    if (page === undefined) return;
    this.#pageOf.delete(id);
    this.#pages.get(page)?.delete(id);
    this.#found.delete(id);
    this.#stale.add(page);
  }

  /** How an excerpt stood when it was last settled; nothing where nobody else clipped its figure. */
  of(id: string): Agreement | undefined {
    return this.#found.get(id);
  }

  /**
   * Goes through the pages changed since the last time: one excerpt more says something of the others, whose verdict is
   * then a value that their `entries` bear.
   */
  settle(entries: ReadonlyMap<string, SearchEntry>, values: ValueTable<ValueName>): void {
    if (this.#stale.size === 0) return;
    const verdicts = new Map(VERDICTS.map((each) => [each, values.idOf('agreement', each)]));
    const ids = new Set(verdicts.values());
    for (const id of this.#review()) {
      const entry = entries.get(id);
      const verdict = this.#found.get(id)?.verdict;
      const own = verdict === undefined ? [] : [verdicts.get(verdict) ?? 0];
      if (entry) entry.values = [...entry.values.filter((value) => !ids.has(value)), ...own];
    }
  }

  /** Gives the excerpts whose verdict may be another now. */
  #review(): string[] {
    const reviewed = [...this.#stale].flatMap((page) => {
      const clips = [...(this.#pages.get(page)?.values() ?? [])];
      for (const { id } of clips) this.#found.delete(id);
      for (const agreement of agreements(clips)) {
        for (const { ids } of agreement.readings)
          for (const id of ids) this.#found.set(id, agreement);
      }
      return clips.map(({ id }) => id);
    });
    this.#stale.clear();
    return reviewed;
  }
}

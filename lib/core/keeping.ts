import type { Annotation, Article, Mention } from './annotation.ts';
import type { Clip, Draft } from './collection/clip.ts';
import type { Remarks, World } from './draft.ts';
import { newId } from './id.ts';
import { placeAnnotations, placeSkips, type Placement } from './page-state.ts';
import { describeQuote } from './selector.ts';
import type { Skip } from './skip.ts';
import { sourceKey } from './source-key.ts';

/** One excerpt as the store answered: kept now, or there already. */
export interface Kept {
  status: 'stored' | 'duplicate';
  annotation: Annotation;
}

/** What is stored of one page. */
export interface Stored {
  annotations: Annotation[];
  skips: Skip[];
}

/** Where what the reader keeps and passes over is stored; each call resolves when it is done durably. */
export interface KeepingPorts {
  load(url: string): Promise<Stored>;
  save(clip: Clip): Promise<Kept[]>;
  /** Changes what the reader added to an excerpt; gives it as stored now. */
  edit(id: string, remarks: Remarks): Promise<Annotation>;
  trash(ids: string[]): Promise<void>;
  restore(ids: string[]): Promise<void>;
  skip(skips: Skip[]): Promise<void>;
  unskip(ids: string[]): Promise<void>;
  world: World;
}

type Deed = { did: 'clip' | 'unclip' | 'skip'; ids: string[] };

/** What of one article is kept and passed over, with the way back from each deed. */
export class Keeping {
  readonly #ports: KeepingPorts;
  readonly #deeds: Deed[] = [];
  #stored: Stored = { annotations: [], skips: [] };
  /** Excerpts unclipped in this visit, so that undoing brings them back without asking the store. */
  readonly #trashed = new Map<string, Annotation>();

  constructor(ports: KeepingPorts) {
    this.#ports = ports;
  }

  async load(url: string): Promise<void> {
    this.#stored = await this.#ports.load(url);
  }

  /** Places what is stored on a text as it is now. */
  place(
    { text }: Article,
    mentions: readonly Mention[],
    isElsewhere: (exact: string) => boolean,
  ): Placement {
    return {
      ...placeAnnotations(text, mentions, this.#stored.annotations, isElsewhere),
      skips: placeSkips(text, mentions, this.#stored.skips),
    };
  }

  async clip(article: Article, annotations: Draft[]): Promise<Kept[]> {
    if (annotations.length === 0) return [];
    const kept = await this.#ports.save({ article, annotations });
    const known = new Set(this.#stored.annotations.map(({ id }) => id));
    const added = kept.map(({ annotation }) => annotation).filter(({ id }) => !known.has(id));
    this.#stored.annotations = [...this.#stored.annotations, ...added];
    this.#remember({ did: 'clip', ids: idsOf(kept.filter(({ status }) => status === 'stored')) });
    return kept;
  }

  async edit(id: string, remarks: Remarks): Promise<void> {
    const edited = await this.#ports.edit(id, remarks);
    this.#stored.annotations = this.#stored.annotations.map((annotation) =>
      annotation.id === id ? edited : annotation,
    );
  }

  async unclip(ids: string[]): Promise<void> {
    await this.#trash(ids);
    this.#remember({ did: 'unclip', ids });
  }

  async skip({ url, text }: Article, mentions: readonly Mention[]): Promise<void> {
    const { world } = this.#ports;
    const skips = mentions.map((mention): Skip => ({
      id: newId(world.now().getTime(), world.random(10)),
      sourceKey: sourceKey(url),
      type: mention.type,
      selector: describeQuote(text, mention),
      created: world.now().toISOString(),
    }));
    if (skips.length === 0) return;
    await this.#ports.skip(skips);
    this.#stored.skips = [...this.#stored.skips, ...skips];
    this.#remember({ did: 'skip', ids: skips.map(({ id }) => id) });
  }

  async unskip(ids: string[]): Promise<void> {
    await this.#ports.unskip(ids);
    this.#stored.skips = this.#stored.skips.filter(({ id }) => !ids.includes(id));
  }

  /** Takes back the last deed of this visit; tells whether there was one. */
  async undo(): Promise<boolean> {
    const deed = this.#deeds.at(-1);
    if (!deed) return false;
    if (deed.did === 'clip') await this.#trash(deed.ids);
    else if (deed.did === 'skip') await this.unskip(deed.ids);
    else await this.#restore(deed.ids);
    this.#deeds.pop();
    return true;
  }

  #remember(deed: Deed): void {
    if (deed.ids.length > 0) this.#deeds.push(deed);
  }

  async #trash(ids: string[]): Promise<void> {
    await this.#ports.trash(ids);
    for (const annotation of this.#stored.annotations) {
      if (ids.includes(annotation.id)) this.#trashed.set(annotation.id, annotation);
    }
    this.#stored.annotations = this.#stored.annotations.filter(({ id }) => !ids.includes(id));
  }

  async #restore(ids: string[]): Promise<void> {
    await this.#ports.restore(ids);
    const back = ids.flatMap((id) => this.#trashed.get(id) ?? []);
    this.#stored.annotations = [...this.#stored.annotations, ...back];
  }
}

function idsOf(kept: readonly Kept[]): string[] {
  return kept.map(({ annotation }) => annotation.id);
}

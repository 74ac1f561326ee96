import { liveQuery } from 'dexie';
import { canonicalJson } from '../core/canonical-json.ts';
import type { CompanionDraft } from '../core/collection/companion.ts';
import { itemsOf } from '../core/pack/pack-edit.ts';
import { BUILT_IN_FRAMES, type PackTemplateDraft } from '../core/pack/pack-template.ts';
import { Pack, PackTemplate, type PackItem } from '../core/pack/pack.ts';
import type { PackMaterial } from '../core/pack/resolve-pack.ts';
import { companionsOf, keepCompanions } from './companions.ts';
import type { Database, World } from './database.ts';
import { sift } from './sift.ts';
import { guarded, type StorageError } from './storage-error.ts';

/** What signs a record and names a new one. */
export type PackWorld = Pick<World, 'now' | 'reader'> & { newId(): string };

/** All packs and templates, those changed last first. */
export interface Shelf {
  packs: Pack[];
  templates: PackTemplate[];
}

/** Tells of the packs and templates now and after every change, from whichever window. Gives a function that stops it. */
export function followShelf(
  db: Database,
  heard: (shelf: Shelf) => void,
  failed: (error: StorageError) => void,
): () => void {
  const read = async () => {
    const [packs, templates] = await Promise.all([
      companionsOf(db, 'pack'),
      companionsOf(db, 'pack-template'),
    ]);
    return { packs, templates };
  };
  const subscription = liveQuery(read).subscribe(heard, failed);
  return () => subscription.unsubscribe();
}

/** Reads a pack; `undefined` where there is none or it was deleted. Throws `StorageError`. */
export async function readPack(db: Database, id: string): Promise<Pack | undefined> {
  const row = await guarded(() => db.companions.get(id));
  const [stored] = sift('companions', row ? [row] : []).valid;
  return stored?.type === 'pack' && !stored.deleted ? stored : undefined;
}

/**
 * Stores a pack that was read, or saved last, at `base` (its `modified` then; `undefined` for a new one) and gives it
 * as stored. Where somebody else has changed or deleted it since, theirs stays and this one becomes a pack of its own,
 * unless both say the same. Throws `StorageError`; nothing is then changed.
 */
export async function savePack(
  db: Database,
  pack: Pack,
  base: string | undefined,
  world: PackWorld,
): Promise<Pack> {
  const stored = await guarded(() => db.companions.get(pack.id));
  if (stored?.type === 'pack' && !stored.deleted && isSame(stored, pack)) return stored;
  const isOurs = stored === undefined || stored.modified === base;
  const { past: _, ...rest } = pack;
  const draft: CompanionDraft = isOurs
    ? pack
    : { ...rest, id: world.newId(), versionOf: pack.id, deleted: undefined };
  const [kept] = await keepCompanions(db, [draft], world);
  return Pack.parse(kept);
}

/** Whether two versions say the same, whoever stored them and when. */
function isSame(one: Pack, other: Pack): boolean {
  return whatItSays(one) === whatItSays(other);
}

function whatItSays(pack: Pack): string {
  return canonicalJson({ ...pack, past: undefined, modified: undefined, editor: undefined });
}

/** Stores a template, numbered where its name is taken: `Điểm báo (2)`. Throws `StorageError`; nothing is then changed. */
export async function keepTemplate(
  db: Database,
  draft: PackTemplateDraft,
  world: PackWorld,
): Promise<PackTemplate> {
  const others = [...BUILT_IN_FRAMES, ...(await companionsOf(db, 'pack-template'))];
  const name = freeName(draft.name, new Set(others.map(({ name }) => name)));
  const [kept] = await keepCompanions(db, [{ ...draft, name }], world);
  return PackTemplate.parse(kept);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  return free;
}

/** Reads what of the collection a pack needs to be written; what is gone or damaged is left out. Throws `StorageError`. */
export function packMaterial(db: Database, pack: Pick<Pack, 'sections'>): Promise<PackMaterial> {
  return guarded(async () => {
    const items = itemsOf(pack);
    const whole = items.flatMap((item) => (item.type === 'article' ? item.articleId : []));
    const [named, marked] = await Promise.all([
      db.annotations.bulkGet([...new Set(items.flatMap(annotationsOf))]),
      db.annotations.where('articleId').anyOf(whole).toArray(),
    ]);
    const rows = [...named.filter((row) => row !== undefined), ...marked];
    const unique = new Map(rows.map((row) => [row.id, row]));
    const annotations = sift('annotations', [...unique.values()]).valid;
    const ids = [...new Set([...whole, ...annotations.map(({ articleId }) => articleId)])];
    const [articles, entries] = await Promise.all([
      db.articles.bulkGet(ids),
      companionsOf(db, 'programme-entry'),
    ]);
    return { annotations, articles: sift('articles', articles.filter(Boolean)).valid, entries };
  });
}

/** The excerpts an item names. */
function annotationsOf(item: PackItem): readonly string[] {
  if (item.type === 'figures') return item.annotationIds;
  const id = item.type === 'excerpt' || item.type === 'question' ? item.annotationId : undefined;
  return id === undefined ? [] : [id];
}

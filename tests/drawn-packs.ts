import type { CitationStyleActions } from '../components/citation-style-actions.ts';
import type { PackActions } from '../components/pack-actions.ts';
import { readTemplateFile, templateFrom } from '../lib/core/pack/pack-template.ts';
import type { PackFrame } from '../lib/core/pack/pack.ts';
import { bringBackCompanion, dropCompanion } from '../lib/platform/companions.ts';
import type { Database } from '../lib/platform/database.ts';
import { followShelf, keepTemplate, packMaterial, savePack } from '../lib/platform/packs.ts';
import { nextId } from './sample-collection.ts';

/** No citation styles of one's own. */
export const noStyles: CitationStyleActions = {
  follow: (heard) => {
    heard([]);
    return () => undefined;
  },
  add: () => Promise.reject(new Error('no file')),
  remove: () => Promise.resolve(),
};

/** The packs' actions on a collection, without files. */
export function drawnPacks(db: () => Database): PackActions {
  const world = { now: () => new Date(), newId: nextId };
  const keep = (frame: PackFrame) => keepTemplate(db(), templateFrom(frame, world), world);
  return {
    ...world,
    follow: (heard, failed) => followShelf(db(), heard, failed),
    save: (pack, base) => savePack(db(), pack, base, world),
    putAside: () => undefined,
    drop: (id) => dropCompanion(db(), id, world),
    bringBack: (id) => bringBackCompanion(db(), id, world),
    keepTemplate: keep,
    importTemplate: async (file) => keep(readTemplateFile(await file.text())),
    shareTemplate: () => undefined,
    material: (pack) => packMaterial(db(), pack),
    styles: noStyles,
    preview: () => Promise.resolve(undefined),
    print: () => Promise.resolve(),
    write: () => Promise.resolve(0),
  };
}

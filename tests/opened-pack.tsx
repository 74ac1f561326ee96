import type { Annotation } from '../lib/core/annotation.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { savePack } from '../lib/platform/packs.ts';
import * as page from './drawn-library.tsx';
import { nextId, NOW } from './sample-collection.ts';

/** What stores packs made by tests. */
export const packWorld = { now: () => NOW, newId: nextId };

/** Opens the library with a pack in it, and goes to that. */
export async function openPack(made: Pack, annotations?: Annotation[]): Promise<void> {
  await page.open(annotations ?? (await page.sample()), 'packs');
  await savePack(page.library().db, made, undefined, packWorld);
  await page.goTo(`packs/${made.id}`);
  await page.until(() => page.all('.pack-editor').length === 1);
}

/** What stands in the fields of the items of the pack open. */
export function fieldTexts(): string[] {
  return page.all('.pack-item textarea').map((field) => (field as HTMLTextAreaElement).value);
}

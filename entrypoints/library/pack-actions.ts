import type { PackActions } from '../../components/pack-actions.ts';
import { newId } from '../../lib/core/id.ts';
import type { PackContent } from '../../lib/core/pack/pack-content.ts';
import { PACK_FORMATS } from '../../lib/core/pack/pack-formats.ts';
import {
  LARGEST_TEMPLATE,
  readTemplateFile,
  TemplateError,
  templateFile,
  templateFileName,
  templateFrom,
} from '../../lib/core/pack/pack-template.ts';
import type { PackFrame } from '../../lib/core/pack/pack.ts';
import { numberContents } from '../../lib/dom/number-contents.ts';
import { bringBackCompanion, dropCompanion } from '../../lib/platform/companions.ts';
import type { Database } from '../../lib/platform/database.ts';
import { downloadFile } from '../../lib/platform/download.ts';
import { fileOf } from '../../lib/platform/file-parts.ts';
import { localised } from '../../lib/platform/localised.ts';
import { rescueStashed, stashPack, unstashPack } from '../../lib/platform/pack-stash.ts';
import { followShelf, keepTemplate, savePack } from '../../lib/platform/packs.ts';
import { printPage } from '../../lib/platform/print-page.ts';
import { runPackExport } from '../../lib/platform/run-export.ts';
import { citationStyles } from './citation-styles.ts';
import { citedMaterial } from './citations.ts';
import { readerName } from '../../lib/platform/settings.ts';

const world = {
  now: () => new Date(),
  newId: () => newId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
  // A name that cannot be read signs nothing; the deed itself must not fail for it.
  reader: () => readerName().catch(() => undefined),
};

async function preview(content: PackContent): Promise<string | undefined> {
  const write = await PACK_FORMATS['html']?.writer();
  if (!write) return undefined;
  const pieces = write(content, { now: world.now(), words: localised });
  return (await fileOf(pieces, 'text/html')).text();
}

/** What the packs' views ask for, answered from the collection. */
export function packActions(db: Database): PackActions {
  const rescued = rescueStashed(localStorage, db, world).catch(() => undefined);
  const keep = (frame: PackFrame) => keepTemplate(db, templateFrom(frame, world), world);
  return {
    newId: world.newId,
    now: world.now,
    follow: (heard, failed) => {
      const stopped = new AbortController();
      const begin = async () => {
        await rescued;
        if (stopped.signal.aborted) return;
        stopped.signal.addEventListener('abort', followShelf(db, heard, failed));
      };
      void begin();
      return () => stopped.abort();
    },
    save: async (pack, base) => {
      const kept = await savePack(db, pack, base, world);
      unstashPack(localStorage, pack.id);
      return kept;
    },
    putAside: (pack, base) => stashPack(localStorage, { pack, base }),
    drop: (id) => dropCompanion(db, id, world),
    bringBack: (id) => bringBackCompanion(db, id, world),
    keepTemplate: keep,
    importTemplate: async (file) => {
      if (file.size > LARGEST_TEMPLATE) throw new TemplateError('too_large');
      return keep(readTemplateFile(await file.text()));
    },
    shareTemplate: (frame) => {
      const file = new Blob([templateFile(frame)], { type: 'application/json' });
      downloadFile(document, templateFileName(frame), file);
    },
    material: (pack) => citedMaterial(db, pack),
    styles: citationStyles,
    preview,
    print: async (content) => {
      const html = await preview(content);
      if (html !== undefined) await printPage(document, html, numberContents);
    },
    write: (task, signal, heard) => runPackExport({ ...task, now: world.now() }, signal, heard),
  };
}

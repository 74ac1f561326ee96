import type { ExportActions } from '../../components/export-actions.ts';
import { isWhole, type LibraryDesk } from '../../lib/core/collection/library-desk.ts';
import { citesArticles, readProfiles } from '../../lib/core/export/profile.ts';
import type { Database } from '../../lib/platform/database.ts';
import { readExportRows } from '../../lib/platform/export-rows.ts';
import { runExport } from '../../lib/platform/run-export.ts';
import { storedList } from '../../lib/platform/stored-list.ts';
import { citationStyles } from './citation-styles.ts';
import { citationsOf, styleNamed } from './citations.ts';

/** What the export dialog asks for, answered from the collection. */
export function exportActions(db: Database, desk: LibraryDesk): ExportActions {
  const profiles = storedList('export-profiles', readProfiles);
  return {
    count: desk.countOutgoing,
    rows: async (outgoing, order, count, styleId) => {
      const rows = await readExportRows(db, await desk.firstOutgoing(outgoing, order, count));
      const articles = rows.flatMap(({ article }) => article ?? []);
      const lines = await citationsOf(articles, styleId);
      for (const row of rows) row.citation = lines?.get(row.annotation.articleId);
      return rows;
    },
    run: async ({ outgoing, ...task }, signal, heard) => {
      const sendIds = (to: MessagePort) => desk.sendOutgoing(outgoing, to);
      const extent = isWhole(outgoing) ? 'shown' : 'some';
      const { choice } = task;
      const style = citesArticles(choice) ? await styleNamed(choice.citationStyle) : undefined;
      return runExport({ ...task, style, extent, sendIds, now: new Date() }, signal, heard);
    },
    loadProfiles: profiles.load,
    saveProfile: (name, choice, id = crypto.randomUUID()) => profiles.keep({ ...choice, name, id }),
    removeProfile: profiles.remove,
    styles: citationStyles,
  };
}

import { browser } from '#imports';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TranslateProvider } from '../../components/i18n.tsx';
import { Library } from '../../components/Library.tsx';
import { placeAt } from '../../components/library-views.ts';
import type { LibraryActions } from '../../components/use-library-actions.ts';
import { importJson, ImportError, LARGEST_FILE } from '../../lib/core/import-json.ts';
import { backUp } from '../../lib/platform/back-up.ts';
import { openDatabase } from '../../lib/platform/database.ts';
import * as profiles from '../../lib/platform/export-profiles.ts';
import { readExportRows } from '../../lib/platform/export-rows.ts';
import { localised } from '../../lib/platform/localised.ts';
import { mergeCollection, previewImport } from '../../lib/platform/merge-collection.ts';
import { runExport } from '../../lib/platform/run-export.ts';
import { BackupReminderView } from './backup-view.tsx';
import { packActions } from './pack-actions.ts';
import { replaceFile } from './replace-file.ts';
import { SettingsView } from './settings-view.tsx';
import { openLibrary, useLibrary } from './use-library.ts';

const db = openDatabase();
const library = openLibrary();
const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

const exports: LibraryActions['exports'] = {
  rows: (ids) => readExportRows(db, ids),
  run: (task, signal, heard) => runExport({ ...task, now: new Date() }, signal, heard),
  loadProfiles: profiles.loadProfiles,
  saveProfile: (name, choice) => profiles.saveProfile({ ...choice, name, id: crypto.randomUUID() }),
  removeProfile: profiles.removeProfile,
};

const actions: LibraryActions = {
  exports,
  packs: packActions(db),
  backUp: () => backUp(db, { window, now: () => new Date() }),
  previewImport: async (file) => {
    if (file.size > LARGEST_FILE) throw new ImportError('too_large');
    return previewImport(db, await importJson(await file.text(), digest));
  },
  importFile: ({ file }) => mergeCollection(db, file, new Date()),
  replaceFile: (preview) => replaceFile(db, preview),
};

function LibraryPage() {
  const { status, failure } = useLibrary(library);
  const [place, setPlace] = useState(() => placeAt(location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeAt(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return (
    <Library
      place={place}
      desk={library.desk}
      status={status}
      failure={failure}
      actions={actions}
      settings={(offerFile) => <SettingsView db={db} onRestore={offerFile} />}
      reminder={<BackupReminderView db={db} />}
    />
  );
}

const root = document.getElementById('root') ?? document.body;
document.documentElement.lang = browser.i18n.getUILanguage();
render(
  <TranslateProvider value={localised}>
    <LibraryPage />
  </TranslateProvider>,
  root,
);

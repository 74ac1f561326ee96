import { browser } from '#imports';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TranslateProvider } from '../../components/i18n.tsx';
import { Library } from '../../components/Library.tsx';
import { placeAt } from '../../components/library-views.ts';
import type { LibraryActions } from '../../components/use-library-actions.ts';
import { backUp } from '../../lib/platform/back-up.ts';
import { ignoreSecondClicks } from '../../lib/dom/second-clicks.ts';
import { openDatabase } from '../../lib/platform/database.ts';
import { localised } from '../../lib/platform/localised.ts';
import { openImport } from '../../lib/platform/run-import.ts';
import { saveRegister } from '../../lib/platform/save-register.ts';
import { BackupReminderView } from './backup-view.tsx';
import { exportActions } from './export-actions.ts';
import { packActions } from './pack-actions.ts';
import { replaceAll } from './replace-all.ts';
import { SettingsView } from './settings-view.tsx';
import { openLibrary, useLibrary } from './use-library.ts';

const db = openDatabase();
const library = openLibrary();

const actions: LibraryActions = {
  exports: exportActions(db, library.desk),
  packs: packActions(db),
  saveCsv: (text) => saveRegister(document, text, new Date()),
  backUp: () => backUp(db, { window, now: () => new Date() }),
  openImport: async (file, signal, heard) => {
    const opened = await openImport(file, signal, heard);
    return { ...opened, replace: () => replaceAll(db, opened) };
  },
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

ignoreSecondClicks(document);
const root = document.getElementById('root') ?? document.body;
document.documentElement.lang = browser.i18n.getUILanguage();
render(
  <TranslateProvider value={localised}>
    <LibraryPage />
  </TranslateProvider>,
  root,
);

import { useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { ImportedRow } from '../lib/core/collection/programme-import.ts';
import type { ProgrammeSearch } from '../lib/core/collection/programme-list.ts';
import { FileButton } from './FileButton.tsx';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { registerWords } from './programme-words.ts';
import { ProgrammeImport } from './ProgrammeImport.tsx';
import type { Deeds } from './use-library-actions.ts';
import { useProgrammeDeeds } from './use-programme-deeds.ts';

/** Larger than any register; reading more would only keep the worker busy. */
const LARGEST_FILE = 20_000_000;

interface ProgrammeFilesProps {
  desk: LibraryDesk;
  deeds: Deeds;
  search: ProgrammeSearch;
  isEmpty: boolean;
  onSaveCsv: (text: string) => void;
}

interface Offered {
  file: Uint8Array<ArrayBuffer>;
  rows: ImportedRow[];
}

/** The register out as a CSV file, and one in, with a look at what it would do. */
export function ProgrammeFiles({ desk, deeds, search, isEmpty, onSaveCsv }: ProgrammeFilesProps) {
  const t = useTranslate();
  const [offered, setOffered] = useState<Offered>();
  const { importCsv } = useProgrammeDeeds(desk.programmes, deeds);
  const words = registerWords(t);
  const save = async () => onSaveCsv(await desk.programmes('writeCsv', search, words));
  const offer = async (file: File) => {
    if (file.size > LARGEST_FILE) throw new RegisterFileError('programme_csv_too_large');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const rows = await desk.programmes('previewCsv', bytes, words);
    if (!rows) throw new RegisterFileError('programme_csv_foreign');
    setOffered({ file: bytes, rows });
  };
  return (
    <div class="actions">
      {!isEmpty && (
        <button
          type="button"
          onClick={() => void deeds.attempt(save(), () => ({ text: t('programmes_csv_saved') }))}
        >
          {t('programmes_export')}
        </button>
      )}
      <FileButton
        label={t('programmes_import')}
        accept=".csv,.txt,text/csv"
        onFile={(file) => void deeds.attempt(offer(file))}
      />
      {offered && (
        <ProgrammeImport
          rows={offered.rows}
          onClose={() => setOffered(undefined)}
          onConfirm={() => {
            setOffered(undefined);
            void importCsv(offered.file, words);
          }}
        />
      )}
    </div>
  );
}

/** A file that cannot be taken, with the words for it. */
class RegisterFileError extends Error {
  override name = 'RegisterFileError';
  readonly messageKey: MessageKey;

  constructor(messageKey: MessageKey) {
    super(messageKey);
    this.messageKey = messageKey;
  }
}

import { useState } from 'preact/hooks';
import type { CsvPreview } from '../lib/core/collection/csv-preview.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { Deeds } from './use-library-actions.ts';

/** A CSV file that people wrote in on its way back: shown first, then taken or left. */
export function useCsvEdits(desk: LibraryDesk, { attempt, takeCsv }: Deeds) {
  const [offered, setOffered] = useState<{ file: File; preview: CsvPreview }>();
  const offer = async (file: File) => setOffered({ file, preview: await desk.previewCsv(file) });
  const end = () => setOffered(undefined);
  return {
    offered,
    offer: (file: File) => void attempt(offer(file)),
    take: () => {
      end();
      if (offered) void takeCsv(offered.file);
    },
    end,
  };
}

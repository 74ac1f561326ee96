import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { idInPlace } from './programme-words.ts';
import { ProgrammeDetail } from './ProgrammeDetail.tsx';
import { ProgrammeShelf } from './ProgrammeShelf.tsx';
import type { Deeds } from './use-library-actions.ts';

interface ProgrammesViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  /** The entry open, as the address names it. */
  id: string | undefined;
  /** Hands the reader the register as a file. */
  onSaveCsv: (text: string) => void;
}

/** The register of documents and programmes that the excerpts cite, each once, and one of them open. */
export function ProgrammesView({ id, ...props }: ProgrammesViewProps) {
  if (id === undefined) return <ProgrammeShelf {...props} />;
  return <ProgrammeDetail key={id} {...props} id={idInPlace(id)} />;
}

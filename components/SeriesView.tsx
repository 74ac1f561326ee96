import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { SeriesDetail } from './SeriesDetail.tsx';
import { SeriesShelf } from './SeriesShelf.tsx';
import type { Deeds } from './use-library-actions.ts';
import { useSeriesDeeds } from './use-series.ts';

interface SeriesViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  /** An excerpt of the series that is open. */
  id: string | undefined;
}

/** Figures of one thing over time, and where they contradict each other; or one such series, open. */
export function SeriesView({ desk, status, deeds, id }: SeriesViewProps) {
  const says = useSeriesDeeds(desk, deeds);
  const shared = { desk, says, version: status.version };
  if (id !== undefined) return <SeriesDetail key={id} {...shared} id={id} />;
  return <SeriesShelf {...shared} isComplete={status.isComplete} />;
}

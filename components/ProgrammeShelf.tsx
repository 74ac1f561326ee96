import { useRef, useState } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import {
  WHOLE_REGISTER,
  type ProgrammePage,
  type ProgrammeSearch,
} from '../lib/core/collection/programme-list.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { Pager } from './Pager.tsx';
import { programmePlace } from './programme-words.ts';
import { ProgrammeFiles } from './ProgrammeFiles.tsx';
import { ProgrammeFilters } from './ProgrammeFilters.tsx';
import { ProgrammeTable } from './ProgrammeTable.tsx';
import { useAnswer } from './use-answer.ts';
import { useListKeys } from './use-list-keys.ts';
import type { Deeds } from './use-library-actions.ts';
import { usePageCount } from './use-page-count.ts';
import { useProgrammeDeeds } from './use-programme-deeds.ts';

const PAGE = 50;

interface ProgrammeShelfProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  onSaveCsv: (text: string) => void;
}

/** The register listed: searched, narrowed, ordered; entries are picked to be merged. */
export function ProgrammeShelf({ desk, status, deeds, onSaveCsv }: ProgrammeShelfProps) {
  const t = useTranslate();
  const [search, setSearch] = useState(WHOLE_REGISTER);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = [desk, search, at, status.version];
  const page = useAnswer(() => desk.programmes('list', search, at * PAGE, PAGE), asked)?.value;
  const pages = usePageCount(page?.total, PAGE, at, setAt);
  const narrow = (part: Partial<ProgrammeSearch>) => {
    setSearch({ ...search, ...part });
    setAt(0);
  };
  if (!page) return <p role="status">{t('library_loading')}</p>;
  const files = { desk, deeds, search, onSaveCsv };
  return (
    <section class="programmes">
      <header class="programmes-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('programmes_title')}
        </h1>
        <ProgrammeFiles {...files} isEmpty={page.of === 0} />
      </header>
      {page.of === 0 ? (
        <p class="none" role="status">
          {t(status.isComplete ? 'programmes_none' : 'library_loading')}
        </p>
      ) : (
        <>
          <ProgrammeFilters page={page} search={search} onNarrow={narrow} />
          <Entries
            page={page}
            search={search}
            desk={desk}
            deeds={deeds}
            isReading={!status.isComplete}
            onNarrow={narrow}
          />
          <Pager page={at} pages={pages} onPage={setAt} heading={heading} />
        </>
      )}
    </section>
  );
}

function Count({ page, isReading }: { page: ProgrammePage; isReading: boolean }) {
  const t = useTranslate();
  const [some, all] = [formatCount(page.total), formatCount(page.of)];
  return (
    <p class="count" role="status">
      {page.total < page.of ? t('programmes_found', [some, all]) : t('programmes_count', [all])}
      {isReading && ` · ${t('library_still_reading')}`}
    </p>
  );
}

interface EntriesProps {
  page: ProgrammePage;
  search: ProgrammeSearch;
  desk: LibraryDesk;
  deeds: Deeds;
  isReading: boolean;
  onNarrow: (part: Partial<ProgrammeSearch>) => void;
}

function Entries({ page, search, desk, deeds, isReading, onNarrow }: EntriesProps) {
  const t = useTranslate();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { merge } = useProgrammeDeeds(desk.programmes, deeds);
  const flip = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]);
  const mergePicked = () => {
    if (picked.length > 1) void merge(picked).then((isDone) => isDone && setPicked([]));
  };
  const list = useListKeys({
    Enter: (id) => {
      const entry = page.entries.find((each) => each.id === id);
      if (entry) location.hash = programmePlace(entry.place);
    },
    x: flip,
    ' ': flip,
    m: mergePicked,
  });
  return (
    <>
      <div class="programmes-deeds">
        <Count page={page} isReading={isReading} />
        <PickedDeeds picked={picked.length} onMerge={mergePicked} onNone={() => setPicked([])} />
        <details class="keys">
          <summary class="link">{t('panel_keys')}</summary>
          <p>{t('programmes_keys')}</p>
        </details>
      </div>
      {page.total === 0 ? (
        <p class="none">{t('programmes_none_found')}</p>
      ) : (
        <ProgrammeTable
          entries={page.entries}
          sort={search.sort}
          onSort={(sort) => onNarrow({ sort })}
          picked={picked}
          onPick={flip}
          list={list}
        />
      )}
    </>
  );
}

interface PickedDeedsProps {
  picked: number;
  onMerge: () => void;
  onNone: () => void;
}

function PickedDeeds({ picked, onMerge, onNone }: PickedDeedsProps) {
  const t = useTranslate();
  if (picked === 0) return null;
  return (
    <div class="actions">
      <button type="button" class="primary" disabled={picked < 2} onClick={onMerge}>
        {t('programmes_merge', [formatCount(picked)])}
      </button>
      <button type="button" onClick={onNone}>
        {t('programmes_pick_none')}
      </button>
    </div>
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryChoices } from '../lib/core/collection/library-choices.ts';
import type {
  FoundPage,
  LibraryDesk,
  LibraryStatus,
  Selection,
} from '../lib/core/collection/library-desk.ts';
import {
  EVERYTHING,
  isNarrowed,
  type NarrowName,
  type SearchRequest,
} from '../lib/core/collection/search-index.ts';
import type { ExportActions } from './export-actions.ts';
import { ExcerptResults } from './ExcerptResults.tsx';
import { Facets } from './Facets.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import type { PackActions } from './pack-actions.ts';
import { PickBar } from './PickBar.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchField } from './SearchField.tsx';
import { useChoices } from './use-choices.ts';
import { useFocusKeeper, useFocusReturned } from './use-focus-keeper.ts';
import { useFound } from './use-found.ts';
import type { Deeds } from './use-library-actions.ts';
import { useNarrowedTo } from './use-narrowed-to.ts';
import { usePicked } from './use-picked.ts';

/** Excerpts drawn at once: the page answers each key press the same with 50 excerpts stored or 100,000. */
const PAGE = 50;

interface ExcerptsViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  isTrash: boolean;
  /** The entry of the register whose excerpts are to be shown, as the address names it. */
  programme?: string | undefined;
  deeds: Deeds;
  /** An excerpt that an undo is bringing back. */
  returned: string | undefined;
  exports: ExportActions;
  packs: PackActions;
  onExported: (written: number, of: number) => void;
}

/** Excerpts, or the trash, with what narrows them, picks them and acts on those picked. */
export function ExcerptsView(props: ExcerptsViewProps) {
  const { desk, status, isTrash, deeds } = props;
  const t = useTranslate();
  const search = useSearch(desk, status.version, isTrash);
  const { request, page, found } = search;
  useNarrowedTo(desk, props.programme, search.narrow);
  const [choices, choose] = useChoices(desk, deeds.attempt);
  if (!page) return found.failure ? null : <p role="status">{t('library_loading')}</p>;
  if (page.of === 0 && !isNarrowed(request)) {
    if (!page.isComplete) return <p role="status">{t('library_loading')}</p>;
    return isTrash ? <EmptyTrash /> : <LibraryEmpty />;
  }
  return (
    <div class="browse">
      <search class="filters" aria-label={t('library_filters')}>
        <SearchField text={request.text} onText={(text) => search.narrow({ text })} />
        <SavedSearches
          request={request}
          choices={choices}
          onChoose={choose}
          onSearch={search.narrow}
        />
        <Facets
          facets={page.facets}
          chosen={request.chosen}
          whole={search.whole}
          onWhole={search.setWhole}
          onChoose={(chosen) => search.narrow({ chosen })}
        />
      </search>
      <Results {...props} search={search} page={page} choices={choices} onChoose={choose} />
    </div>
  );
}

interface ResultsProps extends ExcerptsViewProps {
  search: Search;
  page: FoundPage;
  choices: LibraryChoices;
  onChoose: (change: Partial<LibraryChoices>) => void;
}

function Results({ search, page, ...props }: ResultsProps) {
  const { desk, status, isTrash, deeds, returned, exports, packs, onExported } = props;
  const t = useTranslate();
  const { request } = search;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useMemo(() => page.excerpts.map(({ annotation }) => annotation.id), [page]);
  const picked = usePicked(request, page.total);
  const keeper = useFocusKeeper(shown, heading);
  useFocusReturned(shown, heading, returned);
  const move = (selection: Selection) => {
    // A key pressed twice deletes once, and does not say then that nothing was deleted.
    if (!keeper.leave('found' in selection ? shown : selection)) return;
    if ('found' in selection) picked.pickAll(false);
    else picked.pick(selection, false);
    const moved = isTrash ? deeds.restore(selection) : deeds.trash(selection);
    void moved.then((isDone) => isDone || keeper.stay());
  };
  const shared = { desk, page, picked, deeds, knownTags: status.tags, onMove: move };
  return (
    <section class="results">
      <h1 ref={heading} tabIndex={-1}>
        {t(isTrash ? 'library_trash' : 'library_title')}
      </h1>
      <Count page={page} isNarrowed={isNarrowed(request)} />
      <PickBar
        {...shared}
        request={request}
        total={page.total}
        isTrash={isTrash}
        exports={exports}
        packs={packs}
        onExported={onExported}
      />
      {page.total === 0 ? (
        <NoneFound onAll={() => search.narrow(EVERYTHING)} />
      ) : (
        <ExcerptResults
          {...shared}
          search={search}
          choices={props.choices}
          onChoose={props.onChoose}
          heading={heading}
        />
      )}
    </section>
  );
}

export type Search = ReturnType<typeof useSearch>;

function useSearch(desk: LibraryDesk, version: number, isTrash: boolean) {
  const [request, setRequest] = useState<SearchRequest>({ ...EVERYTHING, isTrash });
  const [at, setAt] = useState(0);
  const [whole, setWhole] = useState<readonly NarrowName[]>([]);
  const asked = { request, page: { from: at * PAGE, count: PAGE, whole } };
  const found = useFound(desk, asked, version);
  const pages = Math.ceil((found.page?.total ?? 0) / PAGE);
  useEffect(() => {
    // Deleting may have taken the last page away.
    if (found.request === request && at > 0 && at >= pages) setAt(Math.max(0, pages - 1));
  }, [found, request, at, pages]);
  return {
    request,
    found,
    page: found.page,
    at,
    pages,
    whole,
    setWhole,
    turn: setAt,
    sort: (sort: SearchRequest['sort']) => {
      setRequest({ ...request, sort });
      setAt(0);
    },
    narrow: (part: Partial<Pick<SearchRequest, 'text' | 'chosen'>>) => {
      const { text = request.text, chosen = request.chosen } = part;
      setRequest({ ...request, text, chosen });
      setAt(0);
    },
  };
}

function Count({ page, isNarrowed }: { page: FoundPage; isNarrowed: boolean }) {
  const t = useTranslate();
  const [some, all] = [formatCount(page.total), formatCount(page.of)];
  return (
    <p class="count" role="status">
      {isNarrowed ? t('library_found', [some, all]) : t('library_total', [all])}
      {!page.isComplete && ` · ${t('library_still_reading')}`}
    </p>
  );
}

function EmptyTrash() {
  const t = useTranslate();
  return (
    <>
      <h1>{t('library_trash')}</h1>
      <p class="none">{t('library_trash_empty')}</p>
    </>
  );
}

function NoneFound({ onAll }: { onAll: () => void }) {
  const t = useTranslate();
  return (
    <p class="none">
      {t('library_none')}{' '}
      <button type="button" onClick={onAll}>
        {t('library_show_all')}
      </button>
    </p>
  );
}

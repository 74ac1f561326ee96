import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type {
  ConflictPage,
  LibraryDesk,
  LibraryStatus,
  OpenConflict,
} from '../lib/core/collection/library-desk.ts';
import { ALL_VERSIONS, type VersionChoice } from '../lib/core/collection/version-choice.ts';
import { ConflictItem, type Picks } from './ConflictItem.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { Pager } from './Pager.tsx';
import { useFocusKeeper, useFocusReturned } from './use-focus-keeper.ts';
import type { Deeds } from './use-library-actions.ts';
import { useListKeys, type ItemKeys } from './use-list-keys.ts';
import { usePageCount } from './use-page-count.ts';

/** Tables drawn at once. */
const PAGE = 10;
/** Versions that have a key of their own. */
const KEYED = 9;

interface ConflictsViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  /** An excerpt that an undo is bringing back. */
  returned: string | undefined;
}

/** The excerpts that people changed apart, for somebody to choose; nothing is lost by choosing. */
export function ConflictsView({ desk, status, deeds, returned }: ConflictsViewProps) {
  const t = useTranslate();
  const [at, setAt] = useState(0);
  const page = usePage(desk, deeds, status.version, at);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useMemo(
    () => page?.conflicts.map(({ excerpt }) => excerpt.annotation.id) ?? [],
    [page],
  );
  const keeper = useFocusKeeper(shown, heading);
  useFocusReturned(shown, heading, returned);
  const choosing = useChoosing((id, choice) => {
    if (!keeper.leave([id])) return;
    void deeds.resolve(id, choice).then((isDone) => isDone || keeper.stay());
  });
  const list = useListKeys(keysOf(page?.conflicts ?? [], choosing));
  const pages = usePageCount(page?.total, PAGE, at, setAt);
  if (!page) return <p role="status">{t('library_loading')}</p>;
  return (
    <section class="conflicts">
      <h1 ref={heading} tabIndex={-1}>
        {t('conflicts_title')}
      </h1>
      <p class="count" role="status">
        {page.total > 0 ? t('conflicts_count', [formatCount(page.total)]) : t('conflicts_none')}
      </p>
      {page.total > 0 ? (
        <p class="quiet">{t('conflicts_hint')}</p>
      ) : (
        <p class="none">
          <a href="#library">{t('library_title')}</a>
        </p>
      )}
      <ol ref={list}>
        {page.conflicts.map((conflict, place) => (
          <ConflictItem
            key={conflict.excerpt.annotation.id}
            conflict={conflict}
            isFirst={place === 0}
            {...choosing.of(conflict)}
          />
        ))}
      </ol>
      <Pager page={at} pages={pages} onPage={setAt} heading={heading} />
    </section>
  );
}

function usePage(
  desk: LibraryDesk,
  { attempt }: Deeds,
  version: number,
  at: number,
): ConflictPage | undefined {
  const [page, setPage] = useState<ConflictPage>();
  useEffect(() => {
    let isGone = false;
    desk.conflicts(at * PAGE, PAGE).then(
      (read) => !isGone && setPage(read),
      (error: unknown) => !isGone && void attempt(Promise.reject(error)),
    );
    return () => void (isGone = true);
  }, [desk, attempt, version, at]);
  return page;
}

type Choosing = ReturnType<typeof useChoosing>;

/** What has been picked so far, excerpt by excerpt, and how a choice is made of it. */
function useChoosing(choose: (id: string, choice: VersionChoice) => void) {
  const [picked, setPicked] = useState<ReadonlyMap<string, Picks>>(new Map());
  return {
    of: ({ excerpt, versions }: OpenConflict) => {
      const { id } = excerpt.annotation;
      const between = versions.map(({ revision }) => revision);
      const isThere = ([, from]: [string, string]) =>
        from === ALL_VERSIONS || between.includes(from);
      const picks: Picks = Object.fromEntries(Object.entries(picked.get(id) ?? {}).filter(isThere));
      return {
        picks,
        onPicks: (next: Picks) => setPicked(new Map(picked).set(id, next)),
        onKeep: (at: number) => {
          const revision = between[at];
          if (revision !== undefined) choose(id, { between, revision });
        },
        onCombine: () => {
          const [revision] = between;
          const isAnyPicked = Object.keys(picks).length > 0;
          if (revision !== undefined && isAnyPicked)
            choose(id, { between, revision, parts: picks });
        },
      };
    },
  };
}

function keysOf(conflicts: readonly OpenConflict[], choosing: Choosing): ItemKeys {
  const of = (id: string) => {
    const conflict = conflicts.find(({ excerpt }) => excerpt.annotation.id === id);
    return conflict && choosing.of(conflict);
  };
  const numbers = Array.from({ length: KEYED }, (_, at) => [
    String(at + 1),
    (id: string) => of(id)?.onKeep(at),
  ]);
  return { ...Object.fromEntries(numbers), g: (id) => of(id)?.onCombine() };
}

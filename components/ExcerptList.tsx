import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import {
  EVERYTHING,
  isNarrowed,
  searchExcerpts,
  type Filter,
} from '../lib/core/collection/search-excerpts.ts';
import type { ExportActions } from './export-actions.ts';
import { ExcerptCard, type ExcerptActions } from './ExcerptCard.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { Pager } from './Pager.tsx';
import { PickBar } from './PickBar.tsx';
import { useFocusKeeper, useFocusReturned } from './use-focus-keeper.ts';
import { usePicked } from './use-picked.ts';

/** Cards drawn at once: the page answers each key press the same with 50 excerpts stored or 100,000. */
const PAGE = 50;

interface ExcerptListProps {
  title: string;
  excerpts: readonly Excerpt[];
  isTrash: boolean;
  knownTags: readonly string[];
  actions: ExcerptActions;
  /** An excerpt that an undo is bringing back. */
  returned: string | undefined;
  exports: ExportActions;
  onExported: (written: number, of: number) => void;
}

/** Excerpts with what narrows them, picks them and acts on those picked. */
export function ExcerptList(props: ExcerptListProps) {
  const { title, excerpts, isTrash } = props;
  const [filter, setFilter] = useState(EVERYTHING);
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useMemo(() => searchExcerpts(excerpts, filter), [excerpts, filter]);
  const { picked, pickedIds, pick } = usePicked(found);
  const keepFocus = useFocusKeeper(found, heading);
  useFocusReturned(found, heading, props.returned);
  const moving = (move: (ids: readonly string[]) => void) => (ids: readonly string[]) => {
    keepFocus(ids);
    pick(ids, false);
    move(ids);
  };
  const actions = {
    edit: props.actions.edit,
    trash: moving(props.actions.trash),
    restore: moving(props.actions.restore),
  };
  const idsFound = () => found.map(({ annotation }) => annotation.id);
  return (
    <div class="browse">
      <LibraryFilters filter={filter} excerpts={excerpts} found={found} onFilter={setFilter} />
      <section class="results">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <Count found={found.length} of={excerpts.length} isNarrowed={isNarrowed(filter)} />
        <PickBar
          found={found}
          pickedIds={pickedIds}
          isTrash={isTrash}
          onPickAll={(isPicked) => pick(idsFound(), isPicked)}
          onMove={isTrash ? actions.restore : actions.trash}
          exports={props.exports}
          onExported={props.onExported}
        />
        {found.length === 0 && <NoneFound onFilter={setFilter} />}
        <Cards
          filter={filter}
          found={found}
          knownTags={props.knownTags}
          picked={picked}
          onPick={(id, isPicked) => pick([id], isPicked)}
          actions={actions}
          onTurn={() => {
            heading.current?.focus();
            heading.current?.scrollIntoView();
          }}
        />
      </section>
    </div>
  );
}

interface CardsProps {
  filter: Filter;
  found: readonly Excerpt[];
  knownTags: readonly string[];
  picked: ReadonlySet<string>;
  onPick: (id: string, isPicked: boolean) => void;
  actions: ExcerptActions;
  onTurn: () => void;
}

function Cards({ filter, found, knownTags, picked, onPick, actions, onTurn }: CardsProps) {
  const [wanted, setWanted] = useState(0);
  useEffect(() => setWanted(0), [filter]);
  const pages = Math.ceil(found.length / PAGE);
  // Deleting may have taken the last page away.
  const page = Math.max(0, Math.min(wanted, pages - 1));
  return (
    <>
      <ol class="excerpts">
        {found.slice(page * PAGE, (page + 1) * PAGE).map((excerpt) => (
          <ExcerptCard
            key={excerpt.annotation.id}
            excerpt={excerpt}
            isPicked={picked.has(excerpt.annotation.id)}
            onPick={(isPicked) => onPick(excerpt.annotation.id, isPicked)}
            knownTags={knownTags}
            actions={actions}
          />
        ))}
      </ol>
      <Pager
        page={page}
        pages={pages}
        onPage={(next) => {
          setWanted(next);
          onTurn();
        }}
      />
    </>
  );
}

function Count({ found, of, isNarrowed }: { found: number; of: number; isNarrowed: boolean }) {
  const t = useTranslate();
  const [some, all] = [formatCount(found), formatCount(of)];
  return (
    <p class="count" role="status">
      {isNarrowed ? t('library_found', [some, all]) : t('library_count', [all])}
    </p>
  );
}

function NoneFound({ onFilter }: { onFilter: (filter: Filter) => void }) {
  const t = useTranslate();
  return (
    <p class="none">
      {t('library_none')}{' '}
      <button type="button" onClick={() => onFilter(EVERYTHING)}>
        {t('library_show_all')}
      </button>
    </p>
  );
}

import { useMemo, useState } from 'preact/hooks';
import type { LibraryChoices } from '../lib/core/collection/library-choices.ts';
import type { FoundPage, LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { COLUMNS, type Sort } from '../lib/core/collection/sort-entries.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { ExcerptCard } from './ExcerptCard.tsx';
import type { Search } from './ExcerptsView.tsx';
import { ExcerptTable } from './ExcerptTable.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { useTranslate } from './i18n.tsx';
import { Pager } from './Pager.tsx';
import { useGradual } from './use-gradual.ts';
import type { Deeds } from './use-library-actions.ts';
import { useListKeys } from './use-list-keys.ts';
import type { Picked } from './use-picked.ts';

interface ExcerptResultsProps {
  desk: LibraryDesk;
  page: FoundPage;
  search: Search;
  pageSize: number;
  picked: Picked;
  choices: LibraryChoices;
  onChoose: (change: Partial<LibraryChoices>) => void;
  knownTags: readonly string[];
  deeds: Deeds;
  onMove: (ids: readonly string[]) => void;
  onTurn: () => void;
}

/** The excerpts found, as cards or as a table, page by page. */
export function ExcerptResults(props: ExcerptResultsProps) {
  const { desk, page, search, picked, choices, knownTags, deeds, onMove } = props;
  const drawn = useGradual(page.excerpts.length, JSON.stringify(search.found.request) + search.at);
  const excerpts = page.excerpts.slice(0, drawn);
  const [opened, setOpened] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const [history, setHistory] = useState<string>();
  const keys = useMemo(
    () => ({
      x: (id: string) => picked.pick([id], !picked.ids.has(id)),
      ' ': (id: string) => picked.pick([id], !picked.ids.has(id)),
      e: (id: string) => {
        setOpened(id);
        setEditing(id);
      },
      h: setHistory,
      Enter: (id: string) => setOpened((was) => (was === id ? undefined : id)),
      Delete: (id: string) => onMove([id]),
    }),
    [picked, onMove],
  );
  const onKeyDown = useListKeys(keys);
  const cardOf = (id: string) => ({
    isPicked: picked.ids.has(id),
    onPick: (isPicked: boolean) => picked.pick([id], isPicked),
    isEditing: editing === id,
    onEditing: (isEditing: boolean) => setEditing(isEditing ? id : undefined),
    onHistory: () => setHistory(id),
    onMove: () => onMove([id]),
    knownTags,
    deeds,
  });
  return (
    <>
      <Layout {...props} />
      {choices.layout === 'table' ? (
        <ExcerptTable
          excerpts={excerpts}
          columns={choices.columns}
          sort={search.request.sort}
          onSort={search.sort}
          opened={opened}
          onOpen={setOpened}
          cardOf={cardOf}
          onKeyDown={onKeyDown}
        />
      ) : (
        <ol class="excerpts" onKeyDown={onKeyDown}>
          {excerpts.map((excerpt, at) => (
            <ExcerptCard
              key={excerpt.annotation.id}
              excerpt={excerpt}
              isFirst={at === 0}
              {...cardOf(excerpt.annotation.id)}
            />
          ))}
        </ol>
      )}
      <Pager
        page={search.at}
        pages={search.pages}
        onPage={(next) => {
          search.turn(next);
          props.onTurn();
        }}
      />
      {history !== undefined && (
        <HistoryDialog desk={desk} id={history} onClose={() => setHistory(undefined)} />
      )}
    </>
  );
}

function Layout({ search, choices, onChoose }: ExcerptResultsProps) {
  const t = useTranslate();
  const { sort } = search.request;
  return (
    <div class="layout">
      <fieldset class="switch">
        <legend class="unseen">{t('layout_title')}</legend>
        {(['cards', 'table'] as const).map((layout) => (
          <button
            type="button"
            key={layout}
            aria-pressed={choices.layout === layout}
            onClick={() => onChoose({ layout })}
          >
            {t(`layout_${layout}`)}
          </button>
        ))}
      </fieldset>
      <label class="sort">
        {t('sort_by')}
        <select
          value={`${sort.by} ${sort.isDescending}`}
          onChange={({ currentTarget }) => {
            const [by, isDescending] = currentTarget.value.split(' ');
            search.sort({ by: by as Sort['by'], isDescending: isDescending === 'true' });
          }}
        >
          <option value="created true">{t('sort_newest')}</option>
          <option value="created false">{t('sort_oldest')}</option>
          <option value="article false">{t('sort_article')}</option>
          {COLUMNS.filter((name) => name !== 'created').flatMap((name) => [
            <option key={name} value={`${name} false`}>
              {t('sort_up', [t(`library_column_${name}`)])}
            </option>,
            <option key={`${name}-`} value={`${name} true`}>
              {t('sort_down', [t(`library_column_${name}`)])}
            </option>,
          ])}
        </select>
      </label>
      {choices.layout === 'table' && (
        <ColumnChooser columns={choices.columns} onColumns={(columns) => onChoose({ columns })} />
      )}
      <details class="keys">
        <summary class="link">{t('panel_keys')}</summary>
        <p>{t('library_keys')}</p>
      </details>
    </div>
  );
}

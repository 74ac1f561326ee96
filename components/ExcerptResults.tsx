import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { LibraryChoices } from '../lib/core/collection/library-choices.ts';
import type { FoundPage, LibraryDesk, Selection } from '../lib/core/collection/library-desk.ts';
import { ExcerptCard } from './ExcerptCard.tsx';
import type { Search } from './ExcerptsView.tsx';
import { ExcerptTable } from './ExcerptTable.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { Pager } from './Pager.tsx';
import { ResultsLayout } from './ResultsLayout.tsx';
import { useGradual } from './use-gradual.ts';
import type { Deeds } from './use-library-actions.ts';
import { useListKeys, type ItemKeys } from './use-list-keys.ts';
import type { Picked } from './use-picked.ts';

interface ExcerptResultsProps {
  desk: LibraryDesk;
  page: FoundPage;
  search: Search;
  picked: Picked;
  choices: LibraryChoices;
  onChoose: (change: Partial<LibraryChoices>) => void;
  knownTags: readonly string[];
  deeds: Deeds;
  onMove: (selection: Selection) => void;
  heading: RefObject<HTMLElement | null>;
}

/** The excerpts found, as cards or as a table, page by page. */
export function ExcerptResults(props: ExcerptResultsProps) {
  const { desk, page, search, picked, choices, knownTags, deeds, onMove, heading } = props;
  const drawn = useGradual(page.excerpts.length, JSON.stringify(search.found.request) + search.at);
  const excerpts = page.excerpts.slice(0, drawn);
  const [opened, setOpened] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const [history, setHistory] = useState<string>();
  const list = useListKeys(keysOf({ picked, opened, setOpened, setEditing, setHistory, onMove }));
  const cardOf = (id: string) => ({
    isPicked: picked.has(id),
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
      <ResultsLayout search={search} choices={choices} onChoose={props.onChoose} />
      {choices.layout === 'table' ? (
        <ExcerptTable
          excerpts={excerpts}
          columns={choices.columns}
          sort={search.request.sort}
          onSort={search.sort}
          opened={opened}
          onOpen={setOpened}
          cardOf={cardOf}
          list={list}
        />
      ) : (
        <ol class="excerpts" ref={list}>
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
      <Pager page={search.at} pages={search.pages} onPage={search.turn} heading={heading} />
      {history !== undefined && (
        <HistoryDialog desk={desk} id={history} onClose={() => setHistory(undefined)} />
      )}
    </>
  );
}

type Opener = (id: string | undefined) => void;

interface KeyDeeds extends Pick<ExcerptResultsProps, 'picked' | 'onMove'> {
  opened: string | undefined;
  setOpened: Opener;
  setEditing: Opener;
  setHistory: Opener;
}

function keysOf({ picked, opened, onMove, ...set }: KeyDeeds): ItemKeys {
  const flip = (id: string) => picked.pick([id], !picked.has(id));
  return {
    x: flip,
    ' ': flip,
    e: (id) => {
      set.setOpened(id);
      set.setEditing(id);
    },
    h: set.setHistory,
    Enter: (id) => set.setOpened(opened === id ? undefined : id),
    Delete: (id) => onMove([id]),
  };
}

import type { ComponentProps } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryDesk, Selection } from '../lib/core/collection/library-desk.ts';
import type { SearchRequest } from '../lib/core/collection/search-index.ts';
import { AddToPack } from './AddToPack.tsx';
import { BulkDeeds } from './BulkDeeds.tsx';
import type { ExportActions } from './export-actions.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import type { Deeds } from './use-library-actions.ts';
import type { Picked } from './use-picked.ts';

interface PickBarProps {
  desk: LibraryDesk;
  request: SearchRequest;
  /** How many are found. */
  total: number;
  picked: Picked;
  isTrash: boolean;
  knownTags: readonly string[];
  deeds: Deeds;
  onMove: (selection: Selection) => void;
  exports: ExportActions;
  packs: PackActions;
  onExported: (written: number, of: number) => void;
}

/** Picks all that is found, and acts on what is picked; with nothing picked, export takes all that is found. */
export function PickBar(props: PickBarProps) {
  const { total, picked, isTrash, knownTags, deeds, onMove } = props;
  const t = useTranslate();
  if (total === 0) return null;
  const { selection } = picked;
  const isSome = picked.count > 0;
  const count = formatCount(picked.count);
  return (
    <div class="pick-bar" role="toolbar" aria-label={t('library_actions')}>
      <PickAll of={total} picked={picked.count} onPickAll={picked.pickAll} />
      <span class="actions">
        {isSome && !isTrash && (
          <>
            <BulkDeeds selection={selection} count={count} knownTags={knownTags} deeds={deeds} />
            <AddToPack {...props} selection={selection} count={count} />
          </>
        )}
        {isSome && (
          <button type="button" onClick={() => onMove(selection)}>
            {isTrash ? t('library_restore_picked', [count]) : t('library_trash_picked', [count])}
          </button>
        )}
        <ExportButton {...props} />
      </span>
    </div>
  );
}

type ExportSet = Pick<ComponentProps<typeof ExportDialog>, 'request' | 'found' | 'picked'>;

function ExportButton(props: PickBarProps) {
  const { request, total, picked, deeds, exports, onExported } = props;
  const t = useTranslate();
  const opener = useRef<HTMLButtonElement>(null);
  const [set, setSet] = useState<ExportSet>();
  const close = () => {
    setSet(undefined);
    opener.current?.focus();
  };
  const open = async () => {
    const { selection } = picked;
    const found = await exports.count({ found: request });
    const some = picked.count > 0 && (await exports.count({ found: request, picked: selection }));
    setSet({ request, found, picked: some ? { ...some, selection } : undefined });
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-haspopup="dialog"
        onClick={() => void deeds.attempt(open())}
      >
        {picked.count > 0
          ? t('library_export_picked', [formatCount(picked.count)])
          : t('library_export_found', [formatCount(total)])}
      </button>
      {set && (
        <ExportDialog
          {...set}
          actions={exports}
          onExported={(written, of) => {
            close();
            onExported(written, of);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface PickAllProps {
  of: number;
  picked: number;
  onPickAll: (isPicked: boolean) => void;
}

function PickAll({ of, picked, onPickAll }: PickAllProps) {
  const t = useTranslate();
  const box = useRef<HTMLInputElement>(null);
  const isSome = picked > 0;
  const isAll = isSome && picked === of;
  useEffect(() => {
    // Neither JSX nor HTML has an attribute for the third state.
    if (box.current) box.current.indeterminate = isSome && !isAll;
  }, [isSome, isAll]);
  return (
    <label>
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        onChange={({ currentTarget }) => onPickAll(currentTarget.checked)}
      />
      {isSome
        ? t('library_picked', [formatCount(picked)])
        : t('library_pick_all', [formatCount(of)])}
    </label>
  );
}

import { useState } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import * as edit from '../lib/core/pack/pack-edit.ts';
import type { Pack, PackItem } from '../lib/core/pack/pack.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { itemName, sectionName } from './pack-words.ts';
import { PackAdding, type Added, type Adding } from './PackAdding.tsx';
import { PackSectionView, type Addable } from './PackSectionView.tsx';
import { useDragOrder } from './use-drag-order.ts';
import type { PackLookup } from './use-pack-material.ts';
import { usePackMoves } from './use-pack-moves.ts';
import type { OpenPack } from './use-pack.ts';

interface PackSectionsProps {
  open: OpenPack;
  lookup: PackLookup | undefined;
  desk: LibraryDesk;
  status: LibraryStatus;
  packs: PackActions;
}

/** The sections in their order, what moves and changes them, and the dialogs that add to them. */
export function PackSections({ open, lookup, desk, status, packs }: PackSectionsProps) {
  const t = useTranslate();
  const { pack, change } = open;
  const { newId } = packs;
  const moves = usePackMoves(pack, lookup, change);
  const { drag, start } = useDragOrder(moves.drop);
  const adding = useAdding(open, newId);
  const remove = (make: (was: Pack) => Pack, name: string) => {
    change(make);
    moves.say(t('pack_removed', [name]));
  };
  return (
    <>
      {pack.sections.map((section, at) => (
        <PackSectionView
          key={section.id}
          section={section}
          at={at}
          isOnly={pack.sections.length === 1}
          lookup={lookup}
          onlyApproved={pack.onlyApproved}
          drag={drag}
          onDrag={start}
          onStep={moves.stepItem}
          onStepSection={(step) => moves.stepSection(section.id, step)}
          onEditSection={(fields, field) =>
            change((was) => edit.editSection(was, section.id, fields), field)
          }
          onRemoveSection={() =>
            remove((was) => edit.removeSection(was, section.id), sectionName(t, section.title, at))
          }
          onEdit={(id, fields, field) => change((was) => edit.editItem(was, id, fields), field)}
          onRemove={(item) =>
            remove((was) => edit.removeItem(was, item.id), itemName(t, item, lookup))
          }
          onAdd={(what) => adding.begin(section.id, what)}
          onAddFigures={({ id }) => adding.extend(section.id, id)}
        />
      ))}
      <MoreButton open={open} newId={newId} />
      <p class="unseen" role="status">
        {moves.said}
      </p>
      {adding.adding && (
        <PackAdding
          adding={adding.adding}
          pack={pack}
          lookup={lookup}
          desk={desk}
          version={status.version}
          newId={newId}
          onAdd={adding.finish}
          onClose={adding.leave}
        />
      )}
    </>
  );
}

function MoreButton({ open, newId }: { open: OpenPack; newId: () => string }) {
  const t = useTranslate();
  const more = () => {
    const section = { id: newId(), title: '', introduction: '', items: [] };
    open.change((was) => edit.addSection(was, section));
  };
  return (
    <button type="button" class="pack-more" onClick={more}>
      {t('pack_add_section')}
    </button>
  );
}

/** What is being added: an empty text or question at once, all else by a dialog. */
function useAdding({ change }: OpenPack, newId: () => string) {
  const [adding, setAdding] = useState<Adding>();
  const put = (sectionId: string, items: readonly PackItem[]) =>
    change((was) => edit.addItems(was, { sectionId }, items));
  return {
    adding,
    leave: () => setAdding(undefined),
    begin: (sectionId: string, what: Addable) => {
      if (what === 'text') put(sectionId, [{ type: 'text', id: newId(), text: '' }]);
      else if (what === 'question')
        put(sectionId, [{ type: 'question', id: newId(), question: '', answer: '' }]);
      else setAdding({ what, sectionId });
    },
    /** Adds figures to a table that is there. */
    extend: (sectionId: string, tableId: string) =>
      setAdding({ what: 'figures', sectionId, tableId }),
    finish: ({ items, annotationIds }: Added) => {
      setAdding(undefined);
      const { sectionId, tableId } = adding ?? {};
      if (tableId !== undefined) change((was) => addFigures(was, tableId, annotationIds));
      else if (sectionId !== undefined) put(sectionId, items);
    },
  };
}

function addFigures(pack: Pack, tableId: string, ids: readonly string[]): Pack {
  const table = edit.itemsOf(pack).find(({ id }) => id === tableId);
  if (table?.type !== 'figures') return pack;
  const annotationIds = [...new Set([...table.annotationIds, ...ids])];
  return edit.editItem(pack, tableId, { annotationIds });
}

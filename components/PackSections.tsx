import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import * as edit from '../lib/core/pack/pack-edit.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { PackAdding } from './PackAdding.tsx';
import { PackSectionView } from './PackSectionView.tsx';
import { useFocusNext } from './use-focus-next.ts';
import { usePackDeeds } from './use-pack-deeds.ts';
import type { PackLookup } from './use-pack-material.ts';
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
  const { pack, change } = open;
  const { newId } = packs;
  const { moves, drag, startDrag, adding, removeSection, removeItem } = usePackDeeds(
    open,
    lookup,
    newId,
  );
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
          onDrag={startDrag}
          onStep={moves.stepItem}
          onStepSection={(step) => moves.stepSection(section.id, step)}
          onEditSection={(fields, field) =>
            change((was) => edit.editSection(was, section.id, fields), field)
          }
          onRemoveSection={() => removeSection(section, at)}
          onEdit={(id, fields, field) => change((was) => edit.editItem(was, id, fields), field)}
          onRemove={removeItem}
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
  const focusNext = useFocusNext(open.pack);
  const more = () => {
    const section = { id: newId(), title: '', introduction: '', items: [] };
    focusNext(`#pack-section-${section.id} input`);
    open.change((was) => edit.addSection(was, section));
  };
  return (
    <button type="button" class="pack-more" onClick={more}>
      {t('pack_add_section')}
    </button>
  );
}

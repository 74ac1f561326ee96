import { useState } from 'preact/hooks';
import type { LibraryDesk, Selection } from '../lib/core/collection/library-desk.ts';
import { addItems } from '../lib/core/pack/pack-edit.ts';
import { emptyFrame, packFrom } from '../lib/core/pack/pack-template.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { Dialog } from './Dialog.tsx';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { sectionName } from './pack-words.ts';
import { excerptItems } from './PackAdding.tsx';
import { PackField } from './PackField.tsx';
import type { Deeds } from './use-library-actions.ts';
import { usePackShelf } from './use-pack-shelf.ts';

interface AddToPackProps {
  desk: LibraryDesk;
  selection: Selection;
  /** How many that is. */
  count: string;
  packs: PackActions;
  deeds: Deeds;
}

/** Puts all picked excerpts into a pack. */
export function AddToPack(props: AddToPackProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('pack_bulk_add')}
      </button>
      {isOpen && <AddDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A section of a pack, or a pack to be made. */
interface Chosen {
  packId: string;
  sectionId: string;
}

const NEW: Chosen = { packId: '', sectionId: '' };

function AddDialog({ count, onClose, ...props }: AddToPackProps & { onClose: () => void }) {
  const { packs, deeds } = props;
  const t = useTranslate();
  const { shelf } = usePackShelf(packs.follow);
  const [chosen, setChosen] = useState<Chosen>();
  const [title, setTitle] = useState('');
  const stored = shelf?.packs ?? [];
  const usual = placesOf(stored[0]).at(-1) ?? NEW;
  const { packId, sectionId } = chosen ?? usual;
  const add = async () => {
    const into = stored.find(({ id }) => id === packId);
    const made =
      into ?? newPack(packs, title.trim() || t('pack_untitled'), t('pack_section_untitled', ['1']));
    return addTo(props, made, into ? sectionId : (made.sections[0]?.id ?? ''), into?.modified);
  };
  return (
    <Dialog title={t('pack_bulk_title', [count])} class="bulk" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void deeds.attempt(add(), (pack) => ({
            text: t('pack_bulk_added', [count, pack.title || t('pack_untitled')]),
          }));
        }}
      >
        <label class="pack-field">
          {t('pack_bulk_where')}
          <select
            value={`${packId}/${sectionId}`}
            onChange={({ currentTarget }) => {
              const [pack = '', section = ''] = currentTarget.value.split('/');
              setChosen({ packId: pack, sectionId: section });
            }}
          >
            {stored.map((pack) => (
              <optgroup key={pack.id} label={pack.title || t('pack_untitled')}>
                {pack.sections.map((section, at) => (
                  <option key={section.id} value={`${pack.id}/${section.id}`}>
                    {sectionName(t, section.title, at)}
                  </option>
                ))}
              </optgroup>
            ))}
            <option value="/">{t('pack_bulk_new')}</option>
          </select>
        </label>
        {packId === '' && <PackField label={t('pack_title')} value={title} onValue={setTitle} />}
        <FormButtons send={t('pack_bulk_confirm')} isDisabled={!shelf} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function placesOf(pack: Pack | undefined): Chosen[] {
  return pack?.sections.map(({ id }) => ({ packId: pack.id, sectionId: id })) ?? [];
}

function newPack(packs: PackActions, title: string, sectionTitle: string): Pack {
  return packFrom(emptyFrame(sectionTitle), title, { newId: packs.newId, now: packs.now() });
}

async function addTo(
  { desk, selection, packs }: Omit<AddToPackProps, 'count'>,
  pack: Pack,
  sectionId: string,
  base: string | undefined,
): Promise<Pack> {
  const ids = 'found' in selection ? await foundIds(desk, selection) : selection;
  return packs.save(addItems(pack, { sectionId }, excerptItems(ids, packs.newId)), base);
}

async function foundIds(
  desk: LibraryDesk,
  { found, but }: Extract<Selection, { found: unknown }>,
): Promise<string[]> {
  const left = new Set(but);
  return (await desk.ids(found)).filter((id) => !left.has(id));
}

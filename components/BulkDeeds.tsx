import { useState } from 'preact/hooks';
import type { Selection } from '../lib/core/collection/library-desk.ts';
import { BulkState } from './BulkState.tsx';
import { Dialog } from './Dialog.tsx';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate } from './i18n.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { TagInput } from './TagInput.tsx';
import type { Deeds } from './use-library-actions.ts';

interface BulkDeedsProps {
  selection: Selection;
  /** How many that is. */
  count: string;
  knownTags: readonly string[];
  deeds: Deeds;
}

/** What can be done to all picked excerpts at once: tags and state. */
export function BulkDeeds({ selection, count, knownTags, deeds }: BulkDeedsProps) {
  const t = useTranslate();
  const [open, setOpen] = useState<'tags' | 'return'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen('tags')}>
        {t('bulk_tags')}
      </button>
      <BulkState
        onState={(state) => {
          if (state === 'returned') setOpen('return');
          else void deeds.review(selection, { state });
        }}
      />
      {open === 'tags' && (
        <TagsDialog
          count={count}
          knownTags={knownTags}
          onClose={close}
          onSave={(added, removed) => {
            close();
            void deeds.editMany(selection, { addTags: added, removeTags: removed });
          }}
        />
      )}
      {open === 'return' && (
        <Dialog title={t('bulk_return_title', [count])} onClose={close}>
          <ReasonForm
            onCancel={close}
            onReturn={(reason) => {
              close();
              void deeds.review(selection, { state: 'returned', reason });
            }}
          />
        </Dialog>
      )}
    </>
  );
}

interface TagsDialogProps {
  count: string;
  knownTags: readonly string[];
  onSave: (added: readonly string[], removed: readonly string[]) => void;
  onClose: () => void;
}

function TagsDialog({ count, knownTags, onSave, onClose }: TagsDialogProps) {
  const t = useTranslate();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  return (
    <Dialog title={t('bulk_tags_title', [count])} onClose={onClose} class="bulk">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(added, removed);
        }}
      >
        <TagInput label={t('bulk_tags_add')} tags={added} known={knownTags} onChange={setAdded} />
        <TagInput
          label={t('bulk_tags_remove')}
          tags={removed}
          known={knownTags}
          onChange={setRemoved}
        />
        <FormButtons isDisabled={added.length + removed.length === 0} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

import type { ImportProgress } from '../lib/core/collection/import-messages.ts';
import { Dialog } from './Dialog.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import type { Importing, OpenedFile } from './use-import.ts';

interface ImportFlowProps {
  importing: Importing | undefined;
  /** Closes the dialog. */
  onEnd: () => void;
  onMerge: (opened: OpenedFile) => void;
  onReplace: (replace: NonNullable<OpenedFile['replace']>) => void;
}

/** A file on its way in: how far its reading is, then what writing it down would do. */
export function ImportFlow({ importing, onEnd, onMerge, onReplace }: ImportFlowProps) {
  if (!importing) return null;
  if (!('opened' in importing)) return <Reading {...importing} />;
  const { opened } = importing;
  const { replace } = opened;
  return (
    <ImportDialog
      summary={opened.summary}
      onCancel={() => {
        onEnd();
        opened.close();
      }}
      onConfirm={() => {
        onEnd();
        onMerge(opened);
      }}
      onReplace={
        replace &&
        (() => {
          onEnd();
          onReplace(replace);
        })
      }
    />
  );
}

interface ReadingProps {
  progress: ImportProgress | undefined;
  cancel: () => void;
}

function Reading({ progress, cancel }: ReadingProps) {
  const t = useTranslate();
  const { stage = 'reading', done = 0, total } = progress ?? {};
  const share = total ? { value: done, max: total } : {};
  return (
    <Dialog title={t('import_title')} onClose={cancel} class="import">
      <div class="progress">
        <progress aria-label={t(`import_stage_${stage}`)} {...share} />
        <p role="status">
          {t(`import_stage_${stage}`)}
          {total ? ` ${formatCount(done)} / ${formatCount(total)}` : ''}
        </p>
      </div>
      <div class="actions">
        <button type="button" onClick={cancel}>
          {t('import_cancel')}
        </button>
      </div>
    </Dialog>
  );
}

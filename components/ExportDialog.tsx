import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { stateOf } from '../lib/core/export/columns.ts';
import { formatOf } from '../lib/core/export/formats.ts';
import type { ExportChoice } from '../lib/core/export/profile.ts';
import type { ExportActions } from './export-actions.ts';
import { ExportChoiceForm } from './ExportChoiceForm.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { ExportProfiles } from './ExportProfiles.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { ExportScope, type Scope } from './ExportScope.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate, type Translate } from './i18n.tsx';
import { useExportChoice } from './use-export-choice.ts';
import { useExportRun } from './use-export-run.ts';

interface ExportDialogProps {
  /** All that the library shows now. */
  found: readonly Excerpt[];
  picked: readonly Excerpt[];
  actions: ExportActions;
  /** Told when the file is made: how many excerpts are in it, of how many. */
  onExported: (written: number, of: number) => void;
  onClose: () => void;
}

/** What goes out, as what kind of file, in which columns and order, with a look at it before anything is saved. */
export function ExportDialog({ found, picked, actions, onExported, onClose }: ExportDialogProps) {
  const t = useTranslate();
  const dialog = useModal();
  const [scope, setScope] = useState<Scope>({ isPicked: picked.length > 0, isApproved: false });
  const chosen = useExportChoice();
  const { choice } = chosen;
  const excerpts = useMemo(() => within(scope, found, picked), [scope, found, picked]);
  const run = useExportRun(actions, (written) => onExported(written, excerpts.length));
  const refusal = refuse(t, excerpts.length, choice);
  const isRunning = run.progress !== undefined;
  const leave = () => (isRunning ? run.cancel() : onClose());
  return (
    <dialog
      ref={dialog}
      class="export"
      aria-labelledby="export-title"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => {
        // Not left to the browser's own `cancel`, of which Chromium lets a second one through unasked.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <h2 id="export-title">{t('export_dialog')}</h2>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!refusal && !isRunning) run.start({ excerpts, choice });
        }}
      >
        <div class="choices" inert={isRunning}>
          <ExportScope scope={scope} found={found} picked={picked} onScope={setScope} />
          <ExportProfiles actions={actions} {...chosen} />
          <ExportChoiceForm choice={choice} onChange={chosen.change} />
          <ExportPreview choice={choice} excerpts={excerpts} rows={actions.rows} />
        </div>
        {run.progress && <ExportProgress progress={run.progress} of={excerpts.length} />}
        {(run.said ?? refusal) && <p role="alert">{run.said ? t(run.said) : refusal}</p>}
        <div class="actions">
          {!isRunning && (
            <button type="submit" class="primary" disabled={refusal !== undefined}>
              {t('export_save', [formatCount(excerpts.length)])}
            </button>
          )}
          <button type="button" onClick={leave}>
            {t(isRunning ? 'export_cancel' : 'export_close')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** A dialog shown above the page; the keyboard goes back to what had it before, once the dialog is gone. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    dialog.current?.showModal();
    return () => {
      // Until then the page below it takes no focus.
      setTimeout(() => (activeElement as HTMLElement | null)?.focus());
    };
  }, []);
  return dialog;
}

function within(
  scope: Scope,
  found: readonly Excerpt[],
  picked: readonly Excerpt[],
): readonly Excerpt[] {
  const some = scope.isPicked ? picked : found;
  return scope.isApproved
    ? some.filter(({ annotation }) => stateOf(annotation) === 'approved')
    : some;
}

/** Why such an export cannot be made. */
function refuse(
  t: Translate,
  count: number,
  { format, columns }: ExportChoice,
): string | undefined {
  const { label, most = Infinity, hasColumns } = formatOf(format);
  if (count === 0) return t('export_none');
  if (hasColumns && columns.length === 0) return t('export_no_columns');
  return count > most ? t('export_too_many', [t(label), formatCount(most)]) : undefined;
}

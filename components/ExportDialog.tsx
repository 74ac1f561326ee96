import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Outgoing, OutgoingCount, Selection } from '../lib/core/collection/library-desk.ts';
import type { SearchRequest } from '../lib/core/collection/search-index.ts';
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
  /** What the library shows now. */
  request: SearchRequest;
  found: OutgoingCount;
  /** What of it is picked, and how many that is. */
  picked?: (OutgoingCount & { selection: Selection }) | undefined;
  actions: ExportActions;
  /** Told when the file is made: how many excerpts are in it, of how many. */
  onExported: (written: number, of: number) => void;
  onClose: () => void;
}

/** What goes out, as what kind of file, in which columns and order, with a look at it before anything is saved. */
export function ExportDialog(props: ExportDialogProps) {
  const { found, picked, actions, onExported, onClose } = props;
  const t = useTranslate();
  const dialog = useModal();
  const { scope, setScope, outgoing, total } = useOutgoing(props);
  const chosen = useExportChoice();
  const { choice } = chosen;
  const run = useExportRun(actions.run, (written) => onExported(written, total));
  const refusal = refuse(t, total, choice);
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
          if (!refusal && !isRunning) run.start({ outgoing, total, choice }, total);
        }}
      >
        <div class="choices" inert={isRunning}>
          <ExportScope scope={scope} found={found} picked={picked} onScope={setScope} />
          <ExportProfiles actions={actions} {...chosen} />
          <ExportChoiceForm choice={choice} onChange={chosen.change} styles={actions.styles} />
          <ExportPreview choice={choice} outgoing={outgoing} total={total} actions={actions} />
        </div>
        <Foot run={run} refusal={refusal} total={total} onLeave={leave} />
      </form>
    </dialog>
  );
}

interface FootProps {
  run: Pick<ReturnType<typeof useExportRun>, 'progress' | 'said'>;
  /** Why no file can be made. */
  refusal: string | undefined;
  /** How many excerpts go out. */
  total: number;
  onLeave: () => void;
}

/** The buttons, and above them what is told of the file: always in sight, however much there is to choose. */
function Foot({ run: { progress, said }, refusal, total, onLeave }: FootProps) {
  const t = useTranslate();
  const alert = said ? t(said) : refusal;
  return (
    <div class="foot">
      {progress && <ExportProgress progress={progress} counting="export_running" />}
      {alert && <p role="alert">{alert}</p>}
      <div class="actions">
        {/* In its place while it runs: a double click would hit what cancels it, and the keyboard would be lost. */}
        <button
          type="submit"
          class="primary"
          disabled={refusal !== undefined}
          aria-disabled={progress !== undefined}
        >
          {t('export_save', [formatCount(total)])}
        </button>
        <button type="button" onClick={onLeave}>
          {t(progress ? 'export_cancel' : 'export_close')}
        </button>
      </div>
    </div>
  );
}

/** Which excerpts go out, and how many those are. */
function useOutgoing({ request, found, picked }: ExportDialogProps) {
  const [scope, setScope] = useState<Scope>({ isPicked: picked !== undefined, isApproved: false });
  const outgoing = useMemo<Outgoing>(
    () => ({
      found: request,
      picked: scope.isPicked ? picked?.selection : undefined,
      isApproved: scope.isApproved,
    }),
    [scope, request, picked],
  );
  const counted = (scope.isPicked && picked) || found;
  return { scope, setScope, outgoing, total: scope.isApproved ? counted.approved : counted.total };
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

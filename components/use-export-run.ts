import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportActions } from './export-actions.ts';
import type { MessageKey } from './i18n.tsx';

/** How far a running export is; `started` in milliseconds of the page's clock. */
export interface RunProgress {
  done: number;
  started: number;
}

/** Runs one export at a time; leaving the dialog cancels it. */
export function useExportRun(actions: ExportActions, onDone: (written: number) => void) {
  const [progress, setProgress] = useState<RunProgress>();
  const [said, setSaid] = useState<MessageKey>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (task: Parameters<ExportActions['run']>[0]) => {
    const controller = new AbortController();
    running.current = controller;
    const started = performance.now();
    setSaid(undefined);
    setProgress({ done: 0, started });
    try {
      const heard = (done: number) => setProgress({ done, started });
      const written = await actions.run(task, controller.signal, heard);
      setProgress(undefined);
      onDone(written);
    } catch (error) {
      setProgress(undefined);
      setSaid(controller.signal.aborted ? 'export_cancelled' : keyOf(error));
    }
  };
  return {
    progress,
    said,
    start: (task: Parameters<ExportActions['run']>[0]) => void start(task),
    cancel: () => running.current?.abort(),
  };
}

function keyOf(error: unknown): MessageKey {
  const { messageKey } = (error ?? {}) as { messageKey?: MessageKey };
  return messageKey ?? 'error_export';
}

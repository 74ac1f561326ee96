import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from './i18n.tsx';

/** How far a running export is; `started` in milliseconds of the page's clock. */
export interface RunProgress {
  done: number;
  of: number;
  started: number;
}

/**
 * Runs one export at a time; leaving what shows it cancels it.
 * @param run makes the file and gives how many are in it; tells how many are done, rejects when cancelled
 */
export function useExportRun<Task>(
  run: (task: Task, signal: AbortSignal, heard: (done: number) => void) => Promise<number>,
  onDone: (written: number, task: Task) => void,
) {
  const [progress, setProgress] = useState<RunProgress>();
  const [said, setSaid] = useState<MessageKey>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (task: Task, of: number) => {
    const controller = new AbortController();
    running.current = controller;
    const started = performance.now();
    setSaid(undefined);
    setProgress({ done: 0, of, started });
    try {
      const heard = (done: number) => setProgress({ done, of, started });
      const written = await run(task, controller.signal, heard);
      setProgress(undefined);
      onDone(written, task);
    } catch (error) {
      setProgress(undefined);
      setSaid(controller.signal.aborted ? 'export_cancelled' : keyOf(error));
    }
  };
  return {
    progress,
    said,
    start: (task: Task, of: number) => void start(task, of),
    cancel: () => running.current?.abort(),
  };
}

function keyOf(error: unknown): MessageKey {
  const { messageKey } = (error ?? {}) as { messageKey?: MessageKey };
  return messageKey ?? 'error_export';
}

import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey, type Translate } from './i18n.tsx';
import type { RunProgress } from './use-export-run.ts';

/** Before this much is done, what is left cannot be told. */
const TELLING_SHARE = 0.05;
const TELLING_MS = 2_000;

interface ExportProgressProps {
  progress: RunProgress;
  /** Says how many of how many are done. */
  counting: MessageKey;
}

/** How far the file is, and how long it will still take. */
export function ExportProgress({ progress, counting }: ExportProgressProps) {
  const t = useTranslate();
  const { done, of, started } = progress;
  const isReading = done < of;
  const text = isReading ? t(counting, [formatCount(done), formatCount(of)]) : t('export_packing');
  const left = isReading ? timeLeft(t, done / of, performance.now() - started) : undefined;
  return (
    <div class="progress">
      <progress aria-label={t('export_dialog')} {...(isReading && { value: done, max: of })} />
      <p>
        {text}
        {left && ` – ${left}`}
      </p>
    </div>
  );
}

function timeLeft(t: Translate, share: number, elapsed: number): string | undefined {
  if (share < TELLING_SHARE || elapsed < TELLING_MS) return undefined;
  const seconds = Math.ceil((elapsed * (1 - share)) / share / 1000);
  const time =
    seconds < 60
      ? t('export_seconds', [String(seconds)])
      : t('export_minutes', [String(Math.ceil(seconds / 60))]);
  return t('export_left', [time]);
}

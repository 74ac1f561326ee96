import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import type { JudgementDraft } from '../lib/core/collection/series-judgement.ts';
import type { JudgementUndo } from '../lib/core/collection/series/series-desk.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { Deeds } from './use-library-actions.ts';

/** What is answered, asked again whenever `key` changes; `undefined` until the first answer and where there is none. */
export function useAnswer<Answer>(
  ask: () => Promise<Answer>,
  key: string,
): { answer: Answer | undefined } | undefined {
  const [answered, setAnswered] = useState<{ answer: Answer | undefined }>();
  useEffect(() => {
    let isLate = false;
    ask().then(
      (answer) => !isLate && setAnswered({ answer }),
      () => !isLate && setAnswered({ answer: undefined }),
    );
    return () => void (isLate = true);
  }, [key]);
  return answered;
}

/** What a person can say of series; each deed tells how it ended and can be taken back. Each gives whether it succeeded. */
export type SeriesDeeds = ReturnType<typeof useSeriesDeeds>;

export function useSeriesDeeds({ series }: Pick<LibraryDesk, 'series'>, { attempt }: Deeds) {
  const t = useTranslate();
  return useMemo(() => {
    const said = (key: MessageKey, work: Promise<JudgementUndo[]>) =>
      attempt(work, (undo) => ({
        text: t(key),
        onUndo: () => void attempt(series('undo', undo), () => ({ text: t('series_undone') })),
      }));
    const judge = (
      key: MessageKey,
      verdict: JudgementDraft['verdict'],
      one: string,
      other: string,
    ) => said(key, series('judge', [{ verdict, of: [one, other] }]));
    return {
      join: (one: string, other: string) => judge('series_joined', 'same', one, other),
      keepApart: (one: string, other: string) => judge('series_kept_apart', 'apart', one, other),
      part: (one: string, other: string) => judge('series_parted', 'apart', one, other),
      put: (excerpt: string, home: string) => judge('series_put', 'same', excerpt, home),
      takeOut: (excerpt: string) => said('series_taken_out', series('takeOut', excerpt)),
    };
  }, [series, attempt]);
}

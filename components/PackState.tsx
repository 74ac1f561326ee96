import type { Annotation } from '../lib/core/annotation.ts';
import { stateOf } from '../lib/core/export/columns.ts';
import { useTranslate } from './i18n.tsx';

/** How far an excerpt's review has come, and whether it is left out for that. */
export function PackState({
  annotation,
  onlyApproved,
}: {
  annotation: Annotation;
  onlyApproved: boolean;
}) {
  const t = useTranslate();
  const state = stateOf(annotation);
  const isOut = onlyApproved && state !== 'approved';
  return (
    <span class="pack-state" data-state={state} data-out={isOut || undefined}>
      {t(`review_${state}`)}
      {isOut && ` – ${t('pack_left_out')}`}
    </span>
  );
}

import type { Annotation } from '../lib/core/annotation.ts';
import { formatTime } from './format-time.ts';
import { useTranslate } from './i18n.tsx';

/** How far an excerpt has come, who says so and since when; a draft nobody looked at says nothing. */
export function ReviewLine({ annotation }: { annotation: Annotation }) {
  const t = useTranslate();
  const { review } = annotation;
  if (!review) return null;
  const { state, by, at, reason } = review;
  const told = [by, at && formatTime(at)].filter(Boolean).join(', ');
  return (
    <p class="review" data-state={state}>
      <strong>{t(`review_${state}`)}</strong>
      {told && <span class="quiet"> {told}</span>}
      {reason && <span>: {reason}</span>}
    </p>
  );
}

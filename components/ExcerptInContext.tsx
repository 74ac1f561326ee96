import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import { contextOf } from '../lib/core/collection/excerpt-context.ts';
import { verifyExcerpt } from '../lib/core/collection/verify-excerpt.ts';
import { useTranslate } from './i18n.tsx';

interface ExcerptInContextProps {
  annotation: Annotation;
  article: StoredArticle | undefined;
}

/** The excerpt in its paragraph of the stored article, and whether the two agree. */
export function ExcerptInContext({ annotation, article }: ExcerptInContextProps) {
  const t = useTranslate();
  const { target, mention } = annotation;
  const [{ exact }] = target.selector;
  const context = article && contextOf(annotation, article);
  const verdict = verifyExcerpt(annotation, article);
  const [start, end] = mention ? [mention.start, mention.end] : [0, exact.length];
  return (
    <>
      <blockquote class="in-context">
        {context?.before}
        <span class="own">
          {exact.slice(0, start)}
          <mark>{exact.slice(start, end)}</mark>
          {exact.slice(end)}
        </span>
        {context?.after}
      </blockquote>
      <p class="verdict" data-verdict={verdict}>
        {t(`verdict_${verdict}`)}
      </p>
    </>
  );
}

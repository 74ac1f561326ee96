import type { Annotation } from '../lib/core/annotation.ts';
import type { ExcerptPlace } from '../lib/core/collection/excerpt-context.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { kindWord, mentionFacts } from '../lib/core/mention-words.ts';
import { ReviewLine } from './ReviewLine.tsx';

interface ArticleExcerptsProps {
  annotations: readonly Annotation[];
  /** Where each stands in the text; none where it is not there to the digit. */
  places: readonly (ExcerptPlace | undefined)[];
}

/** The excerpts of an article in the order of its text, numbered as they are marked there. */
export function ArticleExcerpts({ annotations, places }: ArticleExcerptsProps) {
  const t = useTranslate();
  return (
    <aside aria-label={t('article_excerpts')}>
      <h2>{t('articles_excerpts', [formatCount(annotations.length)])}</h2>
      <ol>
        {annotations.map((annotation, at) => {
          const { id, mention, target, tags } = annotation;
          // The value and how it is read stand in the text itself.
          const facts = mention
            ? mentionFacts(t, mention).slice(mention.type === 'figure' ? 2 : 0)
            : [];
          return (
            <li key={id} id={`listed-${at}`} tabIndex={-1} data-type={mention?.type ?? 'selection'}>
              <p>
                <strong>{mention?.exact ?? target.selector[0].exact.slice(0, 80)}</strong>{' '}
                <span class="quiet">{mention ? kindWord(t, mention) : t('panel_selection')}</span>
              </p>
              <p class="quiet">{facts.map(({ value }) => value).join(' · ')}</p>
              {tags.length > 0 && <p class="quiet">{tags.join('; ')}</p>}
              <ReviewLine annotation={annotation} />
              {places[at] ? (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    const mark = document.getElementById(`mark-${at}`);
                    mark?.scrollIntoView({ block: 'center' });
                    mark?.focus();
                  }}
                >
                  {t('article_to_text', [String(at + 1)])}
                </button>
              ) : (
                <p class="missing">{t('verdict_quote_missing')}</p>
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

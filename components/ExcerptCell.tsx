import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { Column } from '../lib/core/collection/sort-entries.ts';
import { formatTime } from './format-time.ts';
import { useTranslate, type Translate } from './i18n.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import {
  comparedValue,
  kindWord,
  localDate,
  periodWords,
  unitWord,
} from '../lib/core/mention-words.ts';
import { valueLabel } from './value-label.ts';

/** What one column says of an excerpt. */
export function ExcerptCell({ excerpt, column }: { excerpt: Excerpt; column: Column }) {
  const t = useTranslate();
  const { target, mention } = excerpt.annotation;
  if (column === 'amount') return <Amount excerpt={excerpt} />;
  if (column !== 'sentence') return <>{cellText(t, excerpt, column)}</>;
  return (
    <MarkedSentence
      text={target.selector[0].exact}
      start={mention?.start ?? 0}
      length={mention ? mention.end - mention.start : 0}
    />
  );
}

/** The value, and whether others who clipped it read the same. */
function Amount({ excerpt }: { excerpt: Excerpt }) {
  const t = useTranslate();
  const verdict = excerpt.agreement?.verdict;
  return (
    <>
      {cellText(t, excerpt, 'amount')}
      {verdict && (
        <span class="agreement" data-verdict={verdict}>
          {t(`agreement_${verdict}`)}
        </span>
      )}
    </>
  );
}

function cellText(t: Translate, { annotation, article }: Excerpt, column: Column): string {
  const { mention, review, checks = [] } = annotation;
  const figure = mention?.type === 'figure' ? mention : undefined;
  const programme = mention?.type === 'programme' ? mention : undefined;
  const texts: Record<Exclude<Column, 'sentence'>, () => string | undefined> = {
    amount: () => figure && comparedValue(t, figure),
    unit: () => figure?.unit && unitWord(t, figure.unit),
    kind: () => (mention ? kindWord(t, mention) : t('panel_selection')),
    subject: () => figure?.subject,
    organisation: () => figure?.scope ?? programme?.issuer,
    period: () => figure?.period && periodWords(figure.period),
    programme: () => programme && (programme.number ?? programme.title ?? programme.exact),
    title: () => article?.title ?? annotation.target.source,
    outlet: () => article?.siteName,
    published: () => article?.publishedTime && localDate(article.publishedTime),
    tag: () => annotation.tags.join('; '),
    note: () => annotation.note,
    state: () => valueLabel(t, 'state', review?.state ?? 'draft'),
    check: () => checks.map(({ verdict }) => valueLabel(t, 'check', verdict)).join('; '),
    author: () => annotation.author,
    created: () => formatTime(annotation.created),
    modified: () => formatTime(annotation.modified),
  };
  return column === 'sentence' ? '' : (texts[column]() ?? '');
}

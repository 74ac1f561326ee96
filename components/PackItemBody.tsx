import { stateOf } from '../lib/core/export/columns.ts';
import { localDate } from '../lib/core/mention-words.ts';
import type { ItemFields } from '../lib/core/pack/pack-edit.ts';
import type { PackItem } from '../lib/core/pack/pack.ts';
import { useTranslate } from './i18n.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { PackField } from './PackField.tsx';
import { PackFigures } from './PackFigures.tsx';
import { PackState } from './PackState.tsx';
import type { PackLookup } from './use-pack-material.ts';

interface PackItemBodyProps {
  item: PackItem;
  /** Nothing while it is being read. */
  lookup: PackLookup | undefined;
  /** Whether an excerpt nobody has approved will be left out. */
  onlyApproved: boolean;
  onEdit: (fields: ItemFields, field: string) => void;
  onAddFigures: () => void;
}

/** What an item is, and what of it the trainer writes. */
export function PackItemBody(props: PackItemBodyProps) {
  const { item, onEdit } = props;
  const t = useTranslate();
  const edit = (name: string) => (value: string) => onEdit({ [name]: value }, `${item.id} ${name}`);
  if (item.type === 'excerpt') {
    return (
      <>
        <QuotedExcerpt {...props} id={item.annotationId} />
        <PackField label={t('pack_remark')} value={item.remark} onValue={edit('remark')} isLong />
      </>
    );
  }
  if (item.type === 'article') {
    return (
      <>
        <WholeArticle lookup={props.lookup} id={item.articleId} />
        <PackField label={t('pack_remark')} value={item.remark} onValue={edit('remark')} isLong />
      </>
    );
  }
  if (item.type === 'text')
    return <PackField label={t('pack_text')} value={item.text} onValue={edit('text')} isLong />;
  if (item.type === 'figures') return <PackFigures {...props} item={item} />;
  return (
    <>
      <PackField
        label={t('pack_question')}
        value={item.question}
        onValue={edit('question')}
        isLong
      />
      <PackField label={t('pack_answer')} value={item.answer} onValue={edit('answer')} isLong />
      <AskedFigure {...props} id={item.annotationId} />
    </>
  );
}

interface NamedProps extends Pick<PackItemBodyProps, 'lookup' | 'onlyApproved'> {
  id: string;
}

function QuotedExcerpt({ id, lookup, onlyApproved }: NamedProps) {
  const annotation = lookup?.annotations.get(id);
  if (!annotation || annotation.deleted) return <Missing lookup={lookup} />;
  const { mention, target, articleId } = annotation;
  return (
    <div class="pack-quote" data-type={mention?.type ?? 'selection'}>
      <MarkedSentence
        text={target.selector[0].exact}
        start={mention?.start ?? 0}
        length={mention ? mention.end - mention.start : 0}
      />
      <p class="source">
        <span>{lookup?.articles.get(articleId)?.title || target.source}</span>
        <PackState annotation={annotation} onlyApproved={onlyApproved} />
      </p>
    </div>
  );
}

function WholeArticle({ id, lookup }: Pick<NamedProps, 'id' | 'lookup'>) {
  const t = useTranslate();
  const article = lookup?.articles.get(id);
  if (!article) return <Missing lookup={lookup} />;
  const { title, url, siteName, publishedTime, text } = article;
  const told = [siteName, publishedTime && localDate(publishedTime)].filter(Boolean);
  return (
    <div class="pack-quote">
      <p>
        <strong>{t('pack_whole_article')}:</strong> {title || url}
      </p>
      <p class="source">
        {told.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <p class="pack-beginning quiet">{text.slice(0, 200)}</p>
    </div>
  );
}

/** The figure a blank was made of may since have been sent back or deleted: the question then needs another look. */
function AskedFigure({ id, lookup }: { id: string | undefined; lookup: PackLookup | undefined }) {
  const t = useTranslate();
  if (id === undefined || !lookup) return null;
  const annotation = lookup.annotations.get(id);
  const isSound = annotation && !annotation.deleted && stateOf(annotation) === 'approved';
  return isSound ? null : <p class="pack-warning">{t('pack_question_doubtful')}</p>;
}

function Missing({ lookup }: { lookup: PackLookup | undefined }) {
  const t = useTranslate();
  if (!lookup) return <p class="quiet">{t('library_loading')}</p>;
  return <p class="pack-warning">{t('pack_gone')}</p>;
}

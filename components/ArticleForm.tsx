import { useState } from 'preact/hooks';
import type { StoredArticle } from '../lib/core/annotation.ts';
import {
  ARTICLE_FIELDS,
  parseDay,
  type ArticleEdit,
  type ArticleField,
} from '../lib/core/collection/article-edit.ts';
import { FormButtons } from './FormButtons.tsx';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { localDate } from '../lib/core/mention-words.ts';

interface ArticleFormProps {
  article: StoredArticle;
  /** Gives whether it was stored. */
  onSave: (edit: ArticleEdit) => Promise<boolean>;
}

const LABELS: Record<ArticleField, MessageKey> = {
  title: 'article_title',
  siteName: 'panel_site',
  publishedTime: 'panel_published',
  byline: 'panel_byline',
  source: 'panel_source',
};

/** What is known of an article and where each field was read; each can be put right. */
export function ArticleForm({ article, onSave }: ArticleFormProps) {
  const t = useTranslate();
  const [edit, setEdit] = useState<ArticleEdit>();
  if (edit) {
    return <Fields article={article} edit={edit} onEdit={setEdit} onSave={onSave} />;
  }
  return (
    <section class="about" aria-label={t('article_about')}>
      <dl>
        {ARTICLE_FIELDS.filter((field) => field !== 'title').map((field) => (
          <div key={field}>
            <dt>{t(LABELS[field])}</dt>
            <dd>
              {shownText(article, field) || <span class="quiet">{t('panel_unknown')}</span>}
              <Origin article={article} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => setEdit({})}>
        {t('article_edit')}
      </button>
    </section>
  );
}

function Origin({ article, field }: { article: StoredArticle; field: ArticleField }) {
  const t = useTranslate();
  const origin = article.origins[field];
  if (!origin) return null;
  return <span class="origin"> ({t(`origin_${origin.replace('-', '_')}` as MessageKey)})</span>;
}

interface FieldsProps extends ArticleFormProps {
  edit: ArticleEdit;
  onEdit: (edit: ArticleEdit | undefined) => void;
}

function Fields({ article, edit, onEdit, onSave }: FieldsProps) {
  const t = useTranslate();
  const first = useFirstFocus<HTMLInputElement>();
  const { publishedTime: typed } = edit;
  const day = typed === undefined ? undefined : parseDay(typed);
  const isWrongDay = typed !== undefined && day === undefined;
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrongDay) return;
        const given = day === undefined ? edit : { ...edit, publishedTime: day };
        void onSave(given).then((isStored) => isStored && onEdit(undefined));
      }}
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && onEdit(undefined)}
    >
      {ARTICLE_FIELDS.map((field, at) => (
        <label key={field}>
          {t(LABELS[field])}
          <input
            type="text"
            ref={at === 0 ? first : undefined}
            required={field === 'title'}
            aria-invalid={field === 'publishedTime' && isWrongDay}
            value={edit[field] ?? shownText(article, field)}
            onInput={({ currentTarget }) => onEdit({ ...edit, [field]: currentTarget.value })}
          />
        </label>
      ))}
      {isWrongDay && <p role="alert">{t('article_wrong_day')}</p>}
      <FormButtons isDisabled={isWrongDay} onCancel={() => onEdit(undefined)} />
    </form>
  );
}

function shownText(article: StoredArticle, field: ArticleField): string {
  const value = article[field] ?? '';
  return field === 'publishedTime' ? localDate(value) : value;
}

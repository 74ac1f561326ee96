import { useRef, useState } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { ArticleList } from './ArticleList.tsx';
import { ArticleReader } from './ArticleReader.tsx';
import { ArticleSearch } from './ArticleSearch.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { Pager } from './Pager.tsx';
import { Reprints } from './Reprints.tsx';
import { useArticles } from './use-articles.ts';
import type { Deeds } from './use-library-actions.ts';

const PAGE = 50;

interface ArticlesViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  /** The article open. */
  id: string | undefined;
}

/** The articles excerpts were clipped from, each once, and one of them open to be read. */
export function ArticlesView({ desk, status, deeds, id }: ArticlesViewProps) {
  if (id !== undefined) {
    return <ArticleReader key={id} desk={desk} id={id} version={status.version} deeds={deeds} />;
  }
  return <Articles desk={desk} status={status} deeds={deeds} />;
}

function Articles({ desk, status, deeds }: Omit<ArticlesViewProps, 'id'>) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useArticles(desk, text, { at, size: PAGE }, status.version);
  if (!page) return <p role="status">{t('library_loading')}</p>;
  if (page.of === 0)
    return status.isComplete ? <LibraryEmpty /> : <p role="status">{t('library_loading')}</p>;
  const [some, all] = [formatCount(page.total), formatCount(page.of)];
  return (
    <section class="articles">
      <h1 ref={heading} tabIndex={-1}>
        {t('library_articles')}
      </h1>
      <ArticleSearch
        text={text}
        onText={(typed) => {
          setText(typed);
          setAt(0);
        }}
      />
      <p class="count" role="status">
        {text.trim() ? t('articles_found', [some, all]) : t('articles_count', [all])}
        {!status.isComplete && ` · ${t('library_still_reading')}`}
      </p>
      {status.isComplete && <Reprints desk={desk} version={status.version} deeds={deeds} />}
      <ArticleList articles={page.articles} />
      <Pager page={at} pages={Math.ceil(page.total / PAGE)} onPage={setAt} heading={heading} />
    </section>
  );
}

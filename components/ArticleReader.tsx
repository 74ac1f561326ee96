import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { markedBlocks, placeOf } from '../lib/core/collection/excerpt-context.ts';
import type { LibraryDesk, OpenArticle } from '../lib/core/collection/library-desk.ts';
import { webLink } from '../lib/core/collection/passage-link.ts';
import { ArticleForm } from './ArticleForm.tsx';
import { ArticleExcerpts } from './ArticleExcerpts.tsx';
import { useTranslate } from './i18n.tsx';
import { MarkedText } from './MarkedText.tsx';
import { localDate } from '../lib/core/mention-words.ts';
import type { Deeds } from './use-library-actions.ts';

interface ArticleReaderProps {
  desk: LibraryDesk;
  id: string;
  version: number;
  deeds: Deeds;
}

/** An article's stored text, clean, with all its excerpts marked in place and listed beside it. */
export function ArticleReader({ desk, id, version, deeds }: ArticleReaderProps) {
  const t = useTranslate();
  const opened = useArticle(desk, id, version);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = opened !== undefined;
  useLayoutEffect(() => heading.current?.focus(), [isOpen]);
  const places = useMemo(
    () =>
      opened?.open?.annotations.map((each) => placeOf(each, opened.open?.article ?? { text: '' })),
    [opened],
  );
  const blocks = useMemo(
    () => markedBlocks(opened?.open?.article.text ?? '', places ?? []),
    [opened, places],
  );
  if (!opened) return <p role="status">{t('library_loading')}</p>;
  const back = <a href="#articles">← {t('library_articles')}</a>;
  if (!opened.open) {
    return (
      <p class="none">
        {t('article_gone')} {back}
      </p>
    );
  }
  const { article, annotations, others } = opened.open;
  return (
    <div class="reader">
      <article class="story" lang="vi">
        <nav>{back}</nav>
        <h1 ref={heading} tabIndex={-1}>
          {article.title || article.url}
        </h1>
        <ArticleForm
          article={article}
          onSave={(edit) =>
            deeds.attempt(desk.correctArticle(id, edit), () => ({ text: t('article_saved') }))
          }
        />
        <Address article={article} />
        <Others
          others={others}
          onPart={(other) => void deeds.attempt(part(desk, opened.open, other))}
        />
        <MarkedText blocks={blocks} annotations={annotations} />
      </article>
      <ArticleExcerpts annotations={annotations} places={places ?? []} />
    </div>
  );
}

function Address({ article }: Pick<OpenArticle, 'article'>) {
  const t = useTranslate();
  const link = webLink(article.url);
  return (
    <p class="source">
      <span>{t('article_captured', [localDate(article.captured)])}</span>
      {link && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('article_open_page')}
        </a>
      )}
    </p>
  );
}

interface OthersProps {
  others: OpenArticle['others'];
  onPart: (other: OpenArticle['others'][number]) => void;
}

function Others({ others, onPart }: OthersProps) {
  const t = useTranslate();
  if (others.length === 0) return null;
  return (
    <section class="others">
      <h2>{t('article_others')}</h2>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <a href={`#articles/${other.id}`}>{other.title || other.url}</a>{' '}
            <span class="quiet">
              {[other.siteName, other.publishedTime && localDate(other.publishedTime)]
                .filter(Boolean)
                .join(' · ')}
            </span>{' '}
            {other.reprintOf !== undefined && (
              <button type="button" class="link" onClick={() => onPart(other)}>
                {t('reprints_part')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whichever of the two says it is a reprint of the other says so no more. */
function part(
  desk: LibraryDesk,
  open: OpenArticle | undefined,
  other: OpenArticle['others'][number],
) {
  const of = other.reprintOf ?? open?.article.id ?? '';
  return desk.partReprint(other.id, of);
}

function useArticle(desk: LibraryDesk, id: string, version: number) {
  const [opened, setOpened] = useState<{ open: OpenArticle | undefined }>();
  useEffect(() => {
    let isLate = false;
    desk.openArticle(id).then(
      (open) => !isLate && setOpened({ open }),
      () => !isLate && setOpened({ open: undefined }),
    );
    return () => void (isLate = true);
  }, [desk, id, version]);
  return opened;
}

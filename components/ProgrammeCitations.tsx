import { useRef, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { passageLink } from '../lib/core/collection/passage-link.ts';
import type { CitingArticle } from '../lib/core/collection/programme-desk.ts';
import { localDate } from '../lib/core/mention-words.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { Pager } from './Pager.tsx';
import { useAnswer } from './use-answer.ts';
import { useListKeys } from './use-list-keys.ts';

/** Articles drawn at once. */
const PAGE = 20;

interface ProgrammeCitationsProps {
  desk: LibraryDesk;
  articles: readonly CitingArticle[];
  /** Gives whether it was stored. */
  onSplit: (excerpts: readonly string[]) => Promise<boolean>;
}

/** Every article and excerpt that cites an entry; those that mean another document are picked and split off. */
export function ProgrammeCitations({ desk, articles, onSplit }: ProgrammeCitationsProps) {
  const t = useTranslate();
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const ids = articles.flatMap(({ excerpts }) => excerpts);
  const flip = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]);
  const list = useListKeys({ x: flip, ' ': flip });
  if (ids.length === 0) return <p class="none">{t('programme_uncited')}</p>;
  const taken = picked.filter((id) => ids.includes(id));
  const split = () => void onSplit(taken).then((isDone) => isDone && setPicked([]));
  return (
    <section class="citations">
      <h2 ref={heading} tabIndex={-1}>
        {t('programme_cited', [formatCount(articles.length), formatCount(ids.length)])}
      </h2>
      {ids.length > 1 && <Split taken={taken.length} of={ids.length} onSplit={split} />}
      <ol ref={list}>
        {articles.slice(at * PAGE, (at + 1) * PAGE).map((article, place) => (
          <Article
            key={article.articleId}
            desk={desk}
            cited={article}
            isFirst={place === 0}
            picked={picked}
            onPick={ids.length > 1 ? flip : undefined}
          />
        ))}
      </ol>
      <Pager page={at} pages={Math.ceil(articles.length / PAGE)} onPage={setAt} heading={heading} />
    </section>
  );
}

function Split({ taken, of, onSplit }: { taken: number; of: number; onSplit: () => void }) {
  const t = useTranslate();
  if (taken === 0) return <p class="quiet">{t('programme_split_hint')}</p>;
  return (
    <div class="actions">
      <button type="button" class="primary" disabled={taken === of} onClick={onSplit}>
        {t('programme_split', [formatCount(taken)])}
      </button>
      {taken === of && <p class="quiet">{t('programme_split_all')}</p>}
    </div>
  );
}

interface ArticleProps {
  desk: LibraryDesk;
  cited: CitingArticle;
  isFirst: boolean;
  picked: readonly string[];
  onPick: ((id: string) => void) | undefined;
}

function Article({ desk, cited, isFirst, picked, onPick }: ArticleProps) {
  const { articleId, article, excerpts } = cited;
  const read = useAnswer(() => desk.excerpts(excerpts), [desk, excerpts.join(' ')])?.value ?? [];
  const told = [article?.siteName, article?.publishedTime && localDate(article.publishedTime)];
  return (
    <li>
      <h3>
        <a href={`#articles/${articleId}`}>{article?.title || article?.url || articleId}</a>{' '}
        <span class="quiet">{told.filter(Boolean).join(' · ')}</span>
      </h3>
      <ul>
        {read.map((excerpt, at) => (
          <Citation
            key={excerpt.annotation.id}
            excerpt={excerpt}
            isFirst={isFirst && at === 0}
            isPicked={picked.includes(excerpt.annotation.id)}
            onPick={onPick}
          />
        ))}
      </ul>
    </li>
  );
}

interface CitationProps {
  excerpt: Excerpt;
  isFirst: boolean;
  isPicked: boolean;
  onPick: ((id: string) => void) | undefined;
}

function Citation({ excerpt: { annotation }, isFirst, isPicked, onPick }: CitationProps) {
  const t = useTranslate();
  const { id, mention, target } = annotation;
  const [{ exact }] = target.selector;
  const link = passageLink(target.source, exact);
  return (
    <li class="citation" data-item={id} data-type="programme" tabIndex={isFirst ? 0 : -1}>
      {onPick && (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('excerpt_pick', [mention?.exact ?? exact.slice(0, 40)])}
          checked={isPicked}
          onChange={() => onPick(id)}
        />
      )}
      <div>
        <MarkedSentence
          text={exact}
          start={mention?.start ?? 0}
          length={mention?.exact.length ?? 0}
        />
        {link && (
          <a href={link} target="_blank" rel="noreferrer">
            {t('programme_passage')}
          </a>
        )}
      </div>
    </li>
  );
}

import { useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { localDate } from '../lib/core/mention-words.ts';
import { ArticleSearch } from './ArticleSearch.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { PackPickDialog } from './PackPickDialog.tsx';
import { Pager } from './Pager.tsx';
import { useArticles } from './use-articles.ts';

const PAGE = 20;

interface PackArticlePickerProps {
  desk: LibraryDesk;
  version: number;
  onAdd: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** Finds articles by words of their title, outlet or author and picks any number of them. */
export function PackArticlePicker({ desk, version, onAdd, onClose }: PackArticlePickerProps) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const pick = (id: string, isPicked: boolean) =>
    setPicked((was) => (isPicked ? [...was, id] : was.filter((each) => each !== id)));
  const page = useArticles(desk, text, { at, size: PAGE }, version);
  return (
    <PackPickDialog
      title={t('pack_pick_articles')}
      add={t('pack_add_picked', [formatCount(picked.length)])}
      isNothing={picked.length === 0}
      onAdd={() => onAdd(picked)}
      onClose={onClose}
    >
      <ArticleSearch
        text={text}
        onText={(typed) => {
          setText(typed);
          setAt(0);
        }}
      />
      <ul class="pack-found" tabIndex={0} aria-label={t('pack_found')}>
        {page?.articles.map(({ first }) => (
          <li key={first.id}>
            <label class="pack-choice">
              <input
                type="checkbox"
                checked={picked.includes(first.id)}
                onChange={({ currentTarget }) => pick(first.id, currentTarget.checked)}
              />
              <span>
                {first.title || first.url}
                <span class="source">
                  {[first.siteName, first.publishedTime && localDate(first.publishedTime)]
                    .filter(Boolean)
                    .map((part) => (
                      <span key={part}>{part}</span>
                    ))}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Pager page={at} pages={Math.ceil((page?.total ?? 0) / PAGE)} onPage={setAt} />
    </PackPickDialog>
  );
}

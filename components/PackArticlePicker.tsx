import { useState } from 'preact/hooks';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { localDate } from '../lib/core/mention-words.ts';
import { ArticleSearch } from './ArticleSearch.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { PackPickDialog } from './PackPickDialog.tsx';
import { PackChoice, PackPickList } from './PackPickList.tsx';
import { Pager } from './Pager.tsx';
import { useArticles } from './use-articles.ts';
import { usePicking } from './use-picking.ts';

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
  const picking = usePicking();
  const page = useArticles(desk, text, { at, size: PAGE }, version);
  return (
    <PackPickDialog
      title={t('pack_pick_articles')}
      add={t('pack_add_picked', [formatCount(picking.picked.length)])}
      isNothing={picking.picked.length === 0}
      onAdd={() => onAdd(picking.picked)}
      onClose={onClose}
    >
      <ArticleSearch
        text={text}
        onText={(typed) => {
          setText(typed);
          setAt(0);
        }}
      />
      <PackPickList
        ids={(page?.articles ?? []).map(({ first }) => first.id)}
        picking={picking}
        page={at}
      >
        {page?.articles.map(({ first }) => (
          <PackChoice key={first.id} id={first.id} picking={picking}>
            {first.title || first.url}
            <span class="source">
              {[first.siteName, first.publishedTime && localDate(first.publishedTime)]
                .filter(Boolean)
                .map((part) => (
                  <span key={part}>{part}</span>
                ))}
            </span>
          </PackChoice>
        ))}
      </PackPickList>
      <Pager page={at} pages={Math.ceil((page?.total ?? 0) / PAGE)} onPage={setAt} />
    </PackPickDialog>
  );
}

import { useTranslate } from './i18n.tsx';

interface ArticleSearchProps {
  text: string;
  onText: (text: string) => void;
}

/** Where the reader types words of an article's title, outlet or author. */
export function ArticleSearch({ text, onText }: ArticleSearchProps) {
  const t = useTranslate();
  return (
    <label class="article-search">
      {t('library_search')}
      <input
        type="search"
        value={text}
        placeholder={t('articles_search_hint')}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    </label>
  );
}

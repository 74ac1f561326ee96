import { useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { countFacet, type Filter } from '../lib/core/collection/search-excerpts.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { KindSelect } from './KindSelect.tsx';

/** More are a wall of words; the rest is one press away. */
const TAGS_SHOWN = 15;

interface LibraryFiltersProps {
  filter: Filter;
  /** What the view holds, and what of it the filter leaves. */
  excerpts: readonly Excerpt[];
  found: readonly Excerpt[];
  onFilter: (filter: Filter) => void;
}

/** Search field, kinds and tags. */
export function LibraryFilters({ filter, excerpts, found, onFilter }: LibraryFiltersProps) {
  const t = useTranslate();
  return (
    <search class="filters" aria-label={t('library_filters')}>
      <label>
        {t('library_search')}
        <input
          type="search"
          value={filter.query}
          placeholder={t('library_search_hint')}
          onInput={({ currentTarget }) => onFilter({ ...filter, query: currentTarget.value })}
        />
      </label>
      <KindSelect
        excerpts={excerpts}
        kind={filter.kind}
        onKind={(kind) => onFilter({ ...filter, kind })}
      />
      <TagFacet
        found={found}
        chosen={filter.tags}
        onChoose={(tags) => onFilter({ ...filter, tags })}
      />
    </search>
  );
}

interface TagFacetProps {
  found: readonly Excerpt[];
  chosen: readonly string[];
  onChoose: (tags: string[]) => void;
}

/** The tags of what is found, each with how many excerpts it would leave. */
function TagFacet({ found, chosen, onChoose }: TagFacetProps) {
  const t = useTranslate();
  const [isWhole, setWhole] = useState(false);
  const facets = countFacet(found, ({ annotation }) => annotation.tags);
  const absent = chosen.filter((tag) => facets.every(({ value }) => value !== tag));
  const tags = [...facets, ...absent.map((value) => ({ value, count: 0 }))];
  const shown = tags.filter(
    ({ value }, at) => isWhole || at < TAGS_SHOWN || chosen.includes(value),
  );
  if (tags.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('library_tags')}</legend>
      {shown.map(({ value, count }) => {
        const isChosen = chosen.includes(value);
        const others = chosen.filter((tag) => tag !== value);
        return (
          <button
            type="button"
            class="tag"
            key={value}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? others : [...others, value])}
          >
            {value} <span class="count">{formatCount(count)}</span>
          </button>
        );
      })}
      {tags.length > TAGS_SHOWN && (
        <button type="button" class="link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('library_tags_fewer') : t('library_tags_all', [formatCount(tags.length)])}
        </button>
      )}
    </fieldset>
  );
}

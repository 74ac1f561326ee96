import type { ProgrammePage, ProgrammeSearch } from '../lib/core/collection/programme-list.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { programmeKindWord } from './programme-words.ts';

interface ProgrammeFiltersProps {
  page: ProgrammePage;
  search: ProgrammeSearch;
  onNarrow: (part: Partial<ProgrammeSearch>) => void;
}

/** Words to look for, kinds with their counts, and what wants attention. */
export function ProgrammeFilters({ page, search, onNarrow }: ProgrammeFiltersProps) {
  const t = useTranslate();
  const { kinds, isIncomplete, isProposed } = search;
  const flip = (kind: (typeof kinds)[number]) =>
    onNarrow({
      kinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind],
    });
  return (
    <search class="programme-filters" aria-label={t('programmes_title')}>
      <label class="article-search">
        {t('library_search')}
        <input
          type="search"
          value={search.text}
          placeholder={t('programmes_search_hint')}
          onInput={({ currentTarget }) => onNarrow({ text: currentTarget.value })}
        />
      </label>
      <fieldset>
        <legend class="unseen">{t('programmes_kinds')}</legend>
        {page.kinds.map(({ kind, count }) => (
          <Chip
            key={kind}
            label={programmeKindWord(t, kind)}
            count={count}
            isOn={kinds.includes(kind)}
            onPress={() => flip(kind)}
          />
        ))}
        <Chip
          label={t('programmes_proposed')}
          count={page.proposed}
          isOn={isProposed}
          isMark
          onPress={() => onNarrow({ isProposed: !isProposed })}
        />
        <Chip
          label={t('programmes_incomplete')}
          count={page.incomplete}
          isOn={isIncomplete}
          isMark
          onPress={() => onNarrow({ isIncomplete: !isIncomplete })}
        />
      </fieldset>
    </search>
  );
}

interface ChipProps {
  label: string;
  count: number;
  isOn: boolean;
  isMark?: boolean;
  onPress: () => void;
}

function Chip({ label, count, isOn, isMark, onPress }: ChipProps) {
  if (count === 0 && !isOn) return null;
  return (
    <button type="button" class="tag" data-mark={isMark} aria-pressed={isOn} onClick={onPress}>
      <span>{label}</span> <span class="count">{formatCount(count)}</span>
    </button>
  );
}

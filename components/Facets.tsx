import { useState } from 'preact/hooks';
import {
  FACETS,
  type Chosen,
  type FacetValues,
  type Facets as Counted,
  type NarrowName,
} from '../lib/core/collection/search-index.ts';
import { foldText } from '../lib/core/text.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { valueLabel } from './value-label.ts';

interface FacetsProps {
  facets: Counted;
  chosen: Chosen;
  /** Facets shown with all their values. */
  whole: readonly NarrowName[];
  onWhole: (whole: readonly NarrowName[]) => void;
  onChoose: (chosen: Chosen) => void;
}

/** What the excerpts found are counted by, each value one press from narrowing to it. */
export function Facets({ facets, chosen, whole, onWhole, onChoose }: FacetsProps) {
  const t = useTranslate();
  const narrowing = Object.values(chosen).flat().length;
  return (
    <details class="facets" open={isWide()}>
      <summary>
        {narrowing > 0 ? t('facets_chosen', [formatCount(narrowing)]) : t('facets_title')}
      </summary>
      {narrowing > 0 && (
        <button type="button" class="link" onClick={() => onChoose({})}>
          {t('facets_clear')}
        </button>
      )}
      {FACETS.map((name) => (
        <Facet
          key={name}
          name={name}
          facet={facets[name] ?? NO_VALUES}
          chosen={chosen[name] ?? []}
          isWhole={whole.includes(name)}
          onWhole={(isWhole) =>
            onWhole(isWhole ? [...whole, name] : whole.filter((each) => each !== name))
          }
          onChoose={(values) => onChoose({ ...chosen, [name]: values })}
        />
      ))}
    </details>
  );
}

const NO_VALUES: FacetValues = { values: [], distinct: 0 };

/** On a phone the list itself comes first; the facets are one press away. */
function isWide(): boolean {
  return !globalThis.matchMedia?.('(max-width: 760px)').matches;
}

interface FacetProps {
  name: (typeof FACETS)[number];
  facet: FacetValues;
  chosen: readonly string[];
  isWhole: boolean;
  onWhole: (isWhole: boolean) => void;
  onChoose: (values: readonly string[]) => void;
}

function Facet({ name, facet, chosen, isWhole, onWhole, onChoose }: FacetProps) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const { values, distinct } = facet;
  const absent = chosen.filter((value) => values.every((each) => each.value !== value));
  const all = [...absent.map((value) => ({ value, count: 0 })), ...values];
  const isMore = distinct > values.length;
  if (all.length === 0) return null;
  const wanted = foldText(isWhole ? typed : '');
  const shown = all.filter(({ value }) => foldText(valueLabel(t, name, value)).includes(wanted));
  return (
    <fieldset>
      <legend>{t(`facet_${name}`)}</legend>
      {isWhole && (
        <input
          type="search"
          aria-label={t('facet_search', [t(`facet_${name}`)])}
          placeholder={t('facet_search_hint')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <div class="values">
        {shown.map(({ value, count }) => {
          const isChosen = chosen.includes(value);
          const others = chosen.filter((each) => each !== value);
          return (
            <button
              type="button"
              class="tag"
              key={value}
              aria-pressed={isChosen}
              onClick={() => onChoose(isChosen ? others : [...others, value])}
            >
              <span>{valueLabel(t, name, value)}</span>{' '}
              <span class="count">{formatCount(count)}</span>
            </button>
          );
        })}
      </div>
      {(isMore || isWhole) && (
        <button type="button" class="link" onClick={() => onWhole(!isWhole)}>
          {isWhole ? t('library_tags_fewer') : t('facet_all', [formatCount(distinct)])}
        </button>
      )}
    </fieldset>
  );
}

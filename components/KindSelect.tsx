import { useMemo } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { countFacet, kindOf, type Facet } from '../lib/core/collection/search-excerpts.ts';
import { formatCount } from './format-count.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';

interface KindSelectProps {
  excerpts: readonly Excerpt[];
  kind: string;
  onKind: (kind: string) => void;
}

/** The kinds there are among the excerpts, with their counts. */
export function KindSelect({ excerpts, kind, onKind }: KindSelectProps) {
  const t = useTranslate();
  const kinds = useMemo(() => countFacet(excerpts, (excerpt) => [kindOf(excerpt)]), [excerpts]);
  const ofType = (type: string) => kinds.filter(({ value }) => value.startsWith(type));
  return (
    <label>
      {t('library_kind')}
      <select value={kind} onChange={({ currentTarget }) => onKind(currentTarget.value)}>
        <option value="">{t('library_kind_all')}</option>
        <TypeOptions type="figure" kinds={ofType('figure/')} />
        <TypeOptions type="programme" kinds={ofType('programme/')} />
        {ofType('selection').map(({ value, count }) => (
          <option key={value} value={value}>
            {optionText(t('panel_selection'), count)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TypeOptionsProps {
  type: 'figure' | 'programme';
  kinds: readonly Facet[];
}

function TypeOptions({ type, kinds }: TypeOptionsProps) {
  const t = useTranslate();
  if (kinds.length === 0) return null;
  const name = t(`type_${type}`);
  const count = kinds.reduce((sum, kind) => sum + kind.count, 0);
  return (
    <optgroup label={name}>
      <option value={type}>{optionText(t('library_kind_every', [name]), count)}</option>
      {kinds.map((kind) => (
        <option key={kind.value} value={kind.value}>
          {optionText(t(wordKey(kind.value)), kind.count)}
        </option>
      ))}
    </optgroup>
  );
}

/** `programme/joint-resolution` → `kind_joint_resolution`. */
function wordKey(value: string): MessageKey {
  return `kind_${value.slice(value.indexOf('/') + 1).replaceAll('-', '_')}` as MessageKey;
}

function optionText(name: string, count: number): string {
  return `${name} (${formatCount(count)})`;
}

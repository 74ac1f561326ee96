import type { NarrowName } from '../lib/core/collection/search-index.ts';
import type { MessageKey, Translate } from './i18n.tsx';

/** What the interface calls a value that is stored as a code; any other value is its own name. */
export function valueLabel(t: Translate, name: NarrowName, value: string): string {
  const key = keyOf(name, value);
  const label = key && t(key);
  return label && label !== key ? label : value;
}

function keyOf(name: NarrowName, value: string): MessageKey | undefined {
  if (name === 'state') return `review_${value}` as MessageKey;
  if (name === 'check') return `facet_check_${value}` as MessageKey;
  if (name === 'missing' || name === 'agreement') return `${name}_${value}` as MessageKey;
  if (name !== 'kind') return undefined;
  if (value === 'selection') return 'panel_selection';
  return `kind_${value.slice(value.indexOf('/') + 1).replaceAll('-', '_')}` as MessageKey;
}

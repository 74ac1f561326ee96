import type { LeftOut } from '../lib/core/pack/pack-content.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { itemLabel, sectionName } from './pack-words.ts';
import type { PackLookup } from './use-pack-material.ts';

interface PackOutlineProps {
  pack: Pack;
  lookup: PackLookup | undefined;
  leftOut: readonly LeftOut[];
}

/** The pack at a glance: its sections and items, each a way there, with what will be left out marked. */
export function PackOutline({ pack, lookup, leftOut }: PackOutlineProps) {
  const t = useTranslate();
  const out = new Set(leftOut.map(({ itemId }) => itemId));
  return (
    <nav class="pack-outline" aria-label={t('pack_outline')}>
      <h2>{t('pack_outline')}</h2>
      <ol>
        {pack.sections.map(({ id, title, items }, at) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => goTo(`pack-section-${id}`)}>
              {sectionName(t, title, at)}{' '}
              <span class="count">{t('pack_items', [formatCount(items.length)])}</span>
            </button>
            <ol>
              {items.map((item) => (
                <li key={item.id} data-out={out.has(item.id) || undefined}>
                  <button type="button" class="link" onClick={() => goTo(`pack-item-${item.id}`)}>
                    {out.has(item.id) && (
                      <span title={t('pack_left_out')}>
                        <span aria-hidden="true">⚠ </span>
                        <span class="unseen">{t('pack_left_out')}: </span>
                      </span>
                    )}
                    {itemLabel(t, item, lookup)}
                  </button>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'start' });
  place
    ?.querySelector<HTMLElement>('input, textarea, [data-control]')
    ?.focus({ preventScroll: true });
}

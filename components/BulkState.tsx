import type { ReviewState } from '../lib/core/annotation.ts';
import { useTranslate } from './i18n.tsx';
import { leaveMenu, leaveMenuByKey } from './leave-menu.ts';

const STATES = ['draft', 'checked', 'approved', 'returned'] as const;

/**
 * The states that picked excerpts can be given, a button each: in a `select` the first arrow pressed would give one to
 * all of them.
 */
export function BulkState({ onState }: { onState: (state: ReviewState) => void }) {
  const t = useTranslate();
  return (
    <details class="menu" onKeyDown={leaveMenuByKey}>
      <summary>{t('bulk_state')}</summary>
      <ul>
        {STATES.map((state) => (
          <li key={state}>
            <button
              type="button"
              onClick={({ currentTarget }) => {
                const menu = currentTarget.closest('details');
                if (menu) leaveMenu(menu);
                onState(state);
              }}
            >
              {t(`review_${state}`)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

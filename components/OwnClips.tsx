import type { OwnClip } from '../lib/core/page-state.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';

const STATES: Record<OwnClip['state'], MessageKey> = {
  'in-place': 'panel_selection',
  changed: 'panel_changed',
  orphan: 'panel_orphan',
};

interface OwnClipsProps {
  clips: readonly OwnClip[];
  onUnclip: (id: string) => void;
}

/** The page's other excerpts: the reader's own selections, changed numbers, and those no longer found. */
export function OwnClips({ clips, onUnclip }: OwnClipsProps) {
  const t = useTranslate();
  if (clips.length === 0) return null;
  return (
    <section class="own">
      <h2>{t('panel_own')}</h2>
      <ul>
        {clips.map(({ annotation: { id, target }, state }) => (
          <li key={id} data-state={state}>
            <strong>{t(STATES[state])}</strong>
            <blockquote>{target.selector[0].exact}</blockquote>
            <button type="button" onClick={() => onUnclip(id)}>
              {t('card_unclip')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

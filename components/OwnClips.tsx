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
  onRecordNew: (id: string) => void;
}

/** The page's other excerpts: the reader's own selections, changed numbers, and those no longer found. */
export function OwnClips({ clips, onUnclip, onRecordNew }: OwnClipsProps) {
  const t = useTranslate();
  if (clips.length === 0) return null;
  return (
    <section class="own">
      <h2>{t('panel_own')}</h2>
      <ul>
        {clips.map(({ annotation: { id, target }, state, now }) => (
          <li key={id} data-state={state}>
            <strong>{t(STATES[state])}</strong>
            <blockquote>
              {now
                ? t('panel_was_now', [target.selector[0].exact, now.exact])
                : target.selector[0].exact}
            </blockquote>
            <div class="less">
              {now && (
                <button type="button" onClick={() => onRecordNew(id)}>
                  {t('panel_record_new')}
                </button>
              )}
              <button type="button" onClick={() => onUnclip(id)}>
                {t('card_unclip')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

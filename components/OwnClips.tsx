import { Fragment } from 'preact';
import type { ListedMention, OwnClip } from '../lib/core/page-state.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';

const STATES: Record<OwnClip['state'], MessageKey> = {
  'in-place': 'panel_selection',
  changed: 'panel_changed',
  orphan: 'panel_orphan',
};

/** Mentions named under a passage; a passage of more is told by their number. */
const MOST_NAMED = 12;

interface OwnClipsProps {
  clips: readonly OwnClip[];
  mentions: readonly ListedMention[];
  onShow: (mention: number) => void;
  onUnclip: (id: string) => void;
  onRecordNew: (id: string) => void;
}

/** The page's other excerpts: the reader's own selections, changed numbers, and those no longer found. */
export function OwnClips({ clips, mentions, onShow, onUnclip, onRecordNew }: OwnClipsProps) {
  const t = useTranslate();
  if (clips.length === 0) return null;
  return (
    <section class="own">
      <h2>{t('panel_own')}</h2>
      <ul>
        {clips.map(({ annotation: { id, target, mention }, state, span, now }) => (
          <li key={id} data-state={state}>
            <strong>{[t(STATES[state]), mention?.exact].filter(Boolean).join(' · ')}</strong>
            <blockquote>
              <Words was={target.selector[0].exact} now={now?.exact} />
            </blockquote>
            {!mention && span && <Inside span={span} mentions={mentions} onShow={onShow} />}
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

const NUMBER = /(\d+(?:[.,]\d+)*)/;

/** The words of an excerpt; where its numbers are others now, old and new stand beside each other. */
function Words({ was, now = was }: { was: string; now?: string | undefined }) {
  // The words between them are equal, so that number stands against number.
  const is = now.split(NUMBER);
  return was.split(NUMBER).map((part, at) =>
    part === is[at] ? (
      part
    ) : (
      <Fragment key={at}>
        <del>{part}</del> → <ins>{is[at]}</ins>
      </Fragment>
    ),
  );
}

type InsideProps = Pick<OwnClipsProps, 'mentions' | 'onShow'> & {
  span: { start: number; end: number };
};

/** The figures and documents of a passage, each kept as an excerpt of its own. */
function Inside({ span, mentions, onShow }: InsideProps) {
  const t = useTranslate();
  const inside = [...mentions.entries()].filter(
    ([, { mention }]) => mention.start >= span.start && mention.end <= span.end,
  );
  if (inside.length === 0) return null;
  return (
    <p class="inside">
      {t('panel_inside', [`${inside.length}`])}{' '}
      {inside.slice(0, MOST_NAMED).map(([at, { mention }]) => (
        <button
          key={at}
          type="button"
          title={t('panel_show', [mention.exact])}
          onClick={() => onShow(at)}
        >
          {mention.exact}
        </button>
      ))}
      {inside.length > MOST_NAMED && '…'}
    </p>
  );
}

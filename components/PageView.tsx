import type { Span } from '../lib/core/annotation.ts';
import type { Verdict } from '../lib/core/correct-mention.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import type { KeyMap } from '../lib/core/reading-keys.ts';
import { Floating } from './Floating.tsx';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { MentionCard } from './MentionCard.tsx';
import type { FieldWish, MentionActions } from './MentionDetail.tsx';
import { MissedCard } from './MissedCard.tsx';
import type { Box } from './place-card.ts';

/** A word to the reader at the edge of the page. */
export interface Notice {
  tone: 'good' | 'bad';
  message: MessageKey;
  args?: string[];
}

/** What lies over the page at this moment. */
export interface PageShown {
  card?: { at: number; count: number; listed: ListedMention } | undefined;
  /** Words selected as something the recogniser missed. */
  missed?: Span | undefined;
  notice?: Notice | undefined;
  knownTags: readonly string[];
  isBusy: boolean;
  failure?: MessageKey | undefined;
  wish?: FieldWish | undefined;
  /** The keys, while the reader asks for them. */
  help?: KeyMap | undefined;
}

interface PageViewProps extends PageShown {
  /** Where the card's mark, or the missed words, stand now, a box a line. */
  linesOf: () => readonly Box[];
  actions: MentionActions;
  onMissed: (verdict: Extract<Verdict, { problem: 'missed' }>) => void;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
  /** The pointer is over the card, or left it. */
  onHold: (isHeld: boolean) => void;
}

/** All that the extension shows over a page. */
export function PageView(props: PageViewProps) {
  const t = useTranslate();
  const { card, missed, notice, help } = props;
  const failure = props.failure && t(props.failure);
  return (
    <>
      <div
        onPointerEnter={() => props.onHold(true)}
        onPointerLeave={() => props.onHold(false)}
        onKeyDown={(event) => {
          // Letters typed into the card are the card's, not the page's shortcuts.
          event.stopPropagation();
          if (event.key === 'Escape' && !event.isComposing) props.onClose();
        }}
      >
        {card && !missed && (
          <Floating linesOf={props.linesOf} subject={card.listed}>
            <MentionCard
              {...props}
              key={`${card.listed.mention.start}-${card.listed.mention.end}`}
              listed={card.listed}
              position={card.at + 1}
              count={card.count}
              failure={failure}
            />
          </Floating>
        )}
        {missed && (
          <Floating linesOf={props.linesOf} subject={missed}>
            <MissedCard
              span={missed}
              isBusy={props.isBusy}
              failure={failure}
              onSave={props.onMissed}
              onClose={props.onClose}
            />
          </Floating>
        )}
      </div>
      {help && (
        <section class="card help" aria-label={t('help_title')}>
          <strong>{t('help_title')}</strong>
          <KeyHelp keys={help} />
          <p class="keys">{t('help_remap')}</p>
        </section>
      )}
      <div role="status" aria-live="polite">
        {notice && (
          <p class="notice" data-tone={notice.tone}>
            {t(notice.message, notice.args)}
          </p>
        )}
      </div>
    </>
  );
}

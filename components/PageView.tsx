import type { ListedMention } from '../lib/core/page-state.ts';
import { Floating } from './Floating.tsx';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { MentionCard } from './MentionCard.tsx';
import type { Box } from './place-card.ts';

/** A word to the reader at the edge of the page. */
export interface Notice {
  tone: 'good' | 'bad';
  message: MessageKey;
}

/** What lies over the page at this moment. */
export interface PageLayer {
  card?: { at: number; count: number; listed: ListedMention } | undefined;
  notice?: Notice | undefined;
  knownTags: readonly string[];
  isBusy: boolean;
  failure?: MessageKey | undefined;
}

interface PageViewProps extends PageLayer {
  boxOf: () => Box | undefined;
  onClip: (remarks: { tags: string[]; note: string }) => void;
  onUnclip: (id: string) => void;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
  /** The pointer is over the card, or left it. */
  onHold: (isHeld: boolean) => void;
}

/** All that the extension shows over a page. */
export function PageView(props: PageViewProps) {
  const t = useTranslate();
  const { card, notice, failure } = props;
  return (
    <>
      <div
        onPointerEnter={() => props.onHold(true)}
        onPointerLeave={() => props.onHold(false)}
        onKeyDown={(event) => {
          // Letters typed into the card are the card's, not the page's shortcuts.
          event.stopPropagation();
          if (event.key === 'Escape') props.onClose();
        }}
      >
        {card && <CardOfMention {...props} card={card} failure={failure && t(failure)} />}
      </div>
      <div role="status" aria-live="polite">
        {notice && (
          <p class="notice" data-tone={notice.tone}>
            {t(notice.message)}
          </p>
        )}
      </div>
    </>
  );
}

type CardOfMentionProps = Omit<PageViewProps, 'card' | 'failure'> & {
  card: NonNullable<PageLayer['card']>;
  failure: string | undefined;
};

function CardOfMention({ card, ...props }: CardOfMentionProps) {
  const { mention, sentence, clip, checks } = card.listed;
  return (
    <Floating boxOf={props.boxOf} subject={card.listed}>
      <MentionCard
        key={`${mention.start}-${mention.end}`}
        mention={mention}
        sentence={sentence.exact}
        offset={mention.start - sentence.start}
        checks={checks}
        isClipped={clip !== undefined}
        isBusy={props.isBusy}
        position={card.at + 1}
        count={card.count}
        knownTags={props.knownTags}
        failure={props.failure}
        onClip={props.onClip}
        onUnclip={() => clip !== undefined && props.onUnclip(clip)}
        onMove={props.onMove}
        onClose={props.onClose}
      />
    </Floating>
  );
}

import { useTranslate } from './i18n.tsx';
import { MentionDetail, type FieldWish, type MentionActions } from './MentionDetail.tsx';
import type { ListedMention } from '../lib/core/page-state.ts';
import { kindWord } from '../lib/core/mention-words.ts';

interface MentionCardProps {
  listed: ListedMention;
  actions: MentionActions;
  isBusy: boolean;
  /** From 1, of `count`. */
  position: number;
  count: number;
  knownTags: readonly string[];
  failure?: string | undefined;
  wish?: FieldWish | undefined;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}

/** The card beside a mark: what it is, its sentence, and the button that keeps it. */
export function MentionCard({ position, count, onMove, onClose, ...detail }: MentionCardProps) {
  const t = useTranslate();
  const { mention } = detail.listed;
  return (
    <section class="card" data-type={mention.type} aria-label={t('card_label')}>
      <header class="card-head" aria-live="polite">
        <span class="kind">{kindWord(t, mention)}</span>
        <strong class="exact">{mention.exact}</strong>
        <span class="position">{t('card_position', [`${position}`, `${count}`])}</span>
        <IconButton label={t('card_previous')} sign="‹" onClick={() => onMove(-1)} />
        <IconButton label={t('card_next')} sign="›" onClick={() => onMove(1)} />
        <IconButton label={t('card_close')} sign="×" onClick={onClose} />
      </header>
      <MentionDetail {...detail} />
      <p class="keys">{t('card_keys')}</p>
    </section>
  );
}

interface IconButtonProps {
  label: string;
  sign: string;
  onClick: () => void;
}

function IconButton({ label, sign, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}

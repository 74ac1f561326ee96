import { useState } from 'preact/hooks';
import type { Check, Mention } from '../lib/core/annotation.ts';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { useTranslate } from './i18n.tsx';
import { checkWords, kindWord, mentionFacts } from './mention-words.ts';
import { MarkedSentence } from './MarkedSentence.tsx';

interface MentionCardProps {
  mention: Mention;
  /** The excerpt a clip keeps, and where in it the mention stands. */
  sentence: string;
  offset: number;
  checks: readonly Check[];
  isClipped: boolean;
  isBusy: boolean;
  position: number;
  count: number;
  /** Tags in use, offered for completion. */
  knownTags: readonly string[];
  /** What went wrong with the last try, in the reader's words. */
  failure?: string | undefined;
  onClip: (remarks: { tags: string[]; note: string }) => void;
  onUnclip: () => void;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}

/** The card beside a mark: what it is, its sentence, and the button that keeps it. */
export function MentionCard(props: MentionCardProps) {
  const t = useTranslate();
  const { mention, checks, isClipped } = props;
  return (
    <section class="card" data-type={mention.type} aria-label={t('card_label')}>
      <header class="card-head">
        <span class="kind">{kindWord(t, mention)}</span>
        <strong class="exact">{mention.exact}</strong>
        <span class="position">{t('card_position', [`${props.position}`, `${props.count}`])}</span>
        <IconButton label={t('card_previous')} sign="‹" onClick={() => props.onMove(-1)} />
        <IconButton label={t('card_next')} sign="›" onClick={() => props.onMove(1)} />
        <IconButton label={t('card_close')} sign="×" onClick={props.onClose} />
      </header>
      <Facts mention={mention} />
      {checks.map((check) => (
        <p class="check" data-verdict={check.verdict}>
          {checkWords(t, check)}
        </p>
      ))}
      <MarkedSentence text={props.sentence} start={props.offset} length={mention.exact.length} />
      {isClipped ? (
        <Clipped onUnclip={props.onUnclip} isBusy={props.isBusy} />
      ) : (
        <Keep {...props} />
      )}
      {props.failure && (
        <p class="failure" role="alert">
          {props.failure}
        </p>
      )}
      <p class="keys">{t('card_keys')}</p>
    </section>
  );
}

function Facts({ mention }: { mention: Mention }) {
  const t = useTranslate();
  const facts = mentionFacts(t, mention);
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Keep({ knownTags, isBusy, onClip }: MentionCardProps) {
  const t = useTranslate();
  const [tags, setTags] = useState('');
  const [note, setNote] = useState('');
  const clip = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.isTrusted) onClip({ tags: tidyTags(tags.split(',')), note: note.trim() });
  };
  return (
    <form class="keep" onSubmit={clip}>
      <label>
        <span>{t('card_tags')}</span>
        <input
          value={tags}
          list="known-tags"
          placeholder={t('card_tags_hint')}
          autocomplete="off"
          onInput={(event) => setTags(event.currentTarget.value)}
        />
      </label>
      <datalist id="known-tags">
        {knownTags.map((tag) => (
          <option value={tag} />
        ))}
      </datalist>
      <label>
        <span>{t('card_note')}</span>
        <textarea rows={1} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <button class="primary" type="submit" disabled={isBusy}>
        {t(isBusy ? 'card_clipping' : 'card_clip')}
      </button>
    </form>
  );
}

function Clipped({ onUnclip, isBusy }: { onUnclip: () => void; isBusy: boolean }) {
  const t = useTranslate();
  return (
    <p class="clipped" role="status">
      <span>✓ {t('card_clipped')}</span>
      <button type="button" disabled={isBusy} onClick={onUnclip}>
        {t('card_unclip')}
      </button>
    </p>
  );
}

function IconButton({
  label,
  sign,
  onClick,
}: {
  label: string;
  sign: string;
  onClick: () => void;
}) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}

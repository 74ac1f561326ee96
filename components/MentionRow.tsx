import type { Check } from '../lib/core/annotation.ts';
import { progressOf } from '../lib/core/checklist.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import { useTranslate, type Translate } from './i18n.tsx';
import { MentionDetail, type FieldWish, type MentionActions } from './MentionDetail.tsx';
import { checkWords, kindWord, mentionFacts } from '../lib/core/mention-words.ts';

interface MentionRowProps {
  listed: ListedMention;
  isCurrent: boolean;
  isTicked: boolean;
  knownTags: readonly string[];
  wish: FieldWish | undefined;
  actions: MentionActions;
  onTick: (isTicked: boolean) => void;
  onShow: () => void;
}

/** One mention of the checklist; open where the reader is. */
export function MentionRow(props: MentionRowProps) {
  const t = useTranslate();
  const { listed, isCurrent } = props;
  const { mention, checks } = listed;
  const name = [mention.exact];
  const progress = progressOf(listed);
  return (
    <li
      data-type={mention.type}
      data-progress={progress}
      aria-current={isCurrent ? 'true' : undefined}
      onKeyDown={({ key, isComposing, currentTarget }) => {
        // Out of a field, to where the reading keys are heard again.
        if (key !== 'Escape' || isComposing) return;
        currentTarget.querySelector<HTMLElement>('.show')?.focus();
      }}
    >
      <input
        type="checkbox"
        aria-label={t('panel_tick', name)}
        disabled={progress === 'kept'}
        checked={progress !== 'kept' && props.isTicked}
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      <button
        type="button"
        class="show"
        title={t('panel_show', name)}
        aria-expanded={isCurrent}
        onClick={props.onShow}
      >
        <strong>{mention.exact}</strong> <span class="reading">{reading(t, listed)}</span>
        {!isCurrent && <span class="context">{context(listed)}</span>}
      </button>
      <Stage listed={listed} actions={props.actions} />
      {!isCurrent && <Doubts checks={checks} />}
      {isCurrent && (
        <MentionDetail
          listed={listed}
          actions={props.actions}
          isBusy={false}
          knownTags={props.knownTags}
          wish={props.wish}
        />
      )}
    </li>
  );
}

/** The one deed most wanted at each stage: keep, or take back. */
function Stage({ listed, actions }: Pick<MentionRowProps, 'listed' | 'actions'>) {
  const t = useTranslate();
  const { mention, clip, skip } = listed;
  const name = [mention.exact];
  if (clip) {
    return (
      <button
        type="button"
        class="done"
        aria-label={t('panel_unclip_one', name)}
        title={t('card_unclip')}
        onClick={() => actions.unclip(clip.id)}
      >
        ✓ {t('panel_clipped')}
      </button>
    );
  }
  if (skip !== undefined) {
    return (
      <button type="button" title={t('card_unskip')} onClick={() => actions.unskip(skip)}>
        {t('panel_skipped')}
      </button>
    );
  }
  return (
    <button
      type="button"
      aria-label={t('panel_clip_one', name)}
      onClick={() => actions.clip({ tags: [], note: '' })}
    >
      {t('card_clip')}
    </button>
  );
}

/** What a reviewer should look at twice: checks that do not simply agree. */
function Doubts({ checks }: { checks: readonly Check[] }) {
  const t = useTranslate();
  return checks
    .filter(({ verdict }) => verdict === 'truncated' || verdict === 'mismatch')
    .map((check) => (
      <p class="check" data-verdict={check.verdict}>
        {checkWords(t, check)}
      </p>
    ));
}

/** Characters of the sentence shown around a mention: enough to know which of two `51` it is. */
const AROUND = 48;

function reading(t: Translate, { mention }: ListedMention): string {
  const [first] =
    mention.type === 'figure'
      ? [mention.subject ?? mention.property]
      : mentionFacts(t, mention).map(({ value }) => value);
  return [kindWord(t, mention), first].filter(Boolean).join(' · ');
}

function context({ mention, sentence }: ListedMention): string {
  const at = mention.start - sentence.start;
  const from = Math.max(0, at - AROUND);
  const to = at + mention.exact.length + AROUND;
  const words = sentence.exact.slice(from, to);
  const opened = from > 0 ? `…${words.replace(/^\S*\s/, '')}` : words;
  return to < sentence.exact.length ? `${opened.replace(/\s\S*$/, '')}…` : opened;
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Colour } from '../lib/core/annotation.ts';
import type { Verdict } from '../lib/core/correct-mention.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { useTranslate } from './i18n.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { checkWords, doubtWords, mentionFacts, ruleWords } from '../lib/core/mention-words.ts';
import { RemarksForm } from './RemarksForm.tsx';

/** What a reader adds to an excerpt. */
export interface ReaderRemarks {
  tags: string[];
  note: string;
  colour?: Colour | undefined;
}

/** Where the caret is wanted; a new object asks anew. */
export interface FieldWish {
  field: 'tags' | 'note' | 'correction';
}

const FIELDS = { tags: '.tag-input input', note: 'textarea' };

/** What a reader does with one mention. */
export interface MentionActions {
  clip(remarks: ReaderRemarks): void;
  unclip(id: string): void;
  edit(id: string, remarks: ReaderRemarks): void;
  skip(): void;
  unskip(id: string): void;
  correct(verdict: Verdict): void;
}

interface MentionDetailProps {
  listed: ListedMention;
  actions: MentionActions;
  isBusy: boolean;
  /** Tags offered for completion. */
  knownTags: readonly string[];
  /** What went wrong with the last try, in the reader's words. */
  failure?: string | undefined;
  wish?: FieldWish | undefined;
}

/** All of one mention: what it is, why it was found, its sentence, and what to do with it. */
export function MentionDetail(props: MentionDetailProps) {
  const t = useTranslate();
  const { listed, actions, isBusy, wish } = props;
  const { mention, sentence, checks } = listed;
  const [isCorrecting, setCorrecting] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // At once: the next key may be the first letter of a tag.
  useLayoutEffect(() => {
    if (wish?.field === 'correction') setCorrecting(true);
    else if (wish) {
      place.current?.querySelector('details')?.setAttribute('open', '');
      place.current?.querySelector<HTMLElement>(FIELDS[wish.field])?.focus();
    }
  }, [wish]);
  const correct = (verdict: Verdict) => {
    setCorrecting(false);
    actions.correct(verdict);
  };
  return (
    <div class="detail" ref={place}>
      <Facts listed={listed} />
      {checks.map((check) => (
        <p class="check" data-verdict={check.verdict}>
          {checkWords(t, check)}
        </p>
      ))}
      {doubtWords(t, mention).map((words) => (
        <p key={words} class="check" data-verdict="mismatch">
          {words}
        </p>
      ))}
      <MarkedSentence
        text={sentence.exact}
        start={mention.start - sentence.start}
        length={mention.exact.length}
      />
      <p class="why">{ruleWords(t, mention)}</p>
      {isCorrecting ? (
        <CorrectionForm
          mention={mention}
          isBusy={isBusy}
          onCorrect={correct}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <Decide {...props} onWrong={() => setCorrecting(true)} />
      )}
      {props.failure && (
        <p class="failure" role="alert">
          {props.failure}
        </p>
      )}
    </div>
  );
}

/** Keeping, passing over, saying it is wrong; once kept, what was added to it. */
function Decide({
  listed: { clip, skip },
  actions,
  isBusy,
  knownTags,
  onWrong,
}: MentionDetailProps & { onWrong: () => void }) {
  const t = useTranslate();
  return (
    <div class="decide">
      {clip && <Kept isWrong={!clip.mention} onUnclip={() => actions.unclip(clip.id)} />}
      <RemarksForm
        id={clip?.id}
        remarks={clip}
        isBusy={isBusy}
        knownTags={knownTags}
        label={t(clip ? 'card_save' : 'card_clip')}
        onSubmit={(remarks) => (clip ? actions.edit(clip.id, remarks) : actions.clip(remarks))}
      >
        {!clip && (
          <>
            <button
              type="button"
              disabled={isBusy}
              onClick={() => (skip === undefined ? actions.skip() : actions.unskip(skip))}
            >
              {t(skip === undefined ? 'card_skip' : 'card_unskip')}
            </button>
            <button type="button" disabled={isBusy} onClick={onWrong}>
              {t('card_wrong')}
            </button>
          </>
        )}
      </RemarksForm>
    </div>
  );
}

function Facts({ listed: { mention } }: { listed: ListedMention }) {
  const t = useTranslate();
  const facts = mentionFacts(t, mention);
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Kept({ isWrong, onUnclip }: { isWrong: boolean; onUnclip: () => void }) {
  const t = useTranslate();
  return (
    <p class="clipped" role="status">
      <span>✓ {t(isWrong ? 'card_reported' : 'card_clipped')}</span>
      <button type="button" onClick={onUnclip}>
        {t('card_unclip')}
      </button>
    </p>
  );
}

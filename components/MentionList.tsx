import { useEffect, useRef } from 'preact/hooks';
import type { Check } from '../lib/core/annotation.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import { useTranslate } from './i18n.tsx';
import { checkWords, kindWord, mentionFacts } from './mention-words.ts';

interface MentionListProps {
  mentions: readonly ListedMention[];
  current: number | undefined;
  ticked: ReadonlySet<number>;
  onTick: (ticked: ReadonlySet<number>) => void;
  onShow: (mention: number) => void;
  onClip: (mention: number) => void;
  onUnclip: (id: string) => void;
}

/** An article's mentions in text order; each can be found on the page, ticked, clipped and unclipped. */
export function MentionList(props: MentionListProps) {
  const t = useTranslate();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector('[aria-current]');
    row?.scrollIntoView({ block: 'nearest' });
  }, [props.current]);
  return (
    <ol class="mentions" ref={list} aria-label={t('panel_list')}>
      {props.mentions.map((listed, at) => (
        <MentionRow
          key={`${listed.mention.start}-${listed.mention.end}`}
          listed={listed}
          at={at}
          {...props}
        />
      ))}
    </ol>
  );
}

/** Words of the sentence shown around a mention: enough to know which of two `51` it is. */
const AROUND = 48;

function MentionRow({
  listed,
  at,
  ...props
}: MentionListProps & { listed: ListedMention; at: number }) {
  const t = useTranslate();
  const { mention, clip, checks } = listed;
  const name = [mention.exact];
  const tick = (isTicked: boolean) => {
    const next = new Set(props.ticked);
    if (isTicked) next.add(at);
    else next.delete(at);
    props.onTick(next);
  };
  return (
    <li data-type={mention.type} aria-current={at === props.current ? 'true' : undefined}>
      <input
        type="checkbox"
        aria-label={t('panel_tick', name)}
        disabled={clip !== undefined}
        checked={clip === undefined && props.ticked.has(at)}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <button
        type="button"
        class="show"
        title={t('panel_show', name)}
        onClick={() => props.onShow(at)}
      >
        <strong>{mention.exact}</strong> <span class="reading">{reading(t, listed)}</span>
        <span class="context">{context(listed)}</span>
      </button>
      {clip === undefined ? (
        <button
          type="button"
          aria-label={t('panel_clip_one', name)}
          onClick={() => props.onClip(at)}
        >
          {t('card_clip')}
        </button>
      ) : (
        <button
          type="button"
          class="done"
          aria-label={t('panel_unclip_one', name)}
          title={t('card_unclip')}
          onClick={() => props.onUnclip(clip)}
        >
          ✓ {t('panel_clipped')}
        </button>
      )}
      <Doubts checks={checks} />
    </li>
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

function reading(t: ReturnType<typeof useTranslate>, { mention }: ListedMention): string {
  const known = mentionFacts(t, mention).map(({ value }) => value);
  const facts = mention.type === 'figure' ? [mention.subject ?? mention.property] : known;
  return [kindWord(t, mention), ...facts.filter(Boolean).slice(0, 1)].join(' · ');
}

function context({ mention, sentence }: ListedMention): string {
  const at = mention.start - sentence.start;
  const before = sentence.exact.slice(Math.max(0, at - AROUND), at);
  const after = sentence.exact.slice(at, at + mention.exact.length + AROUND);
  const opens = at > AROUND ? '…' : '';
  const closes = sentence.exact.length > at + mention.exact.length + AROUND ? '…' : '';
  return opens + before.replace(at > AROUND ? /^\S*\s/ : /^$/, '') + after + closes;
}

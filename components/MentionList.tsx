import { useEffect, useRef, useState } from 'preact/hooks';
import { groupMentions, type Grouping } from '../lib/core/checklist.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import { useTranslate, type MessageKey, type Translate } from './i18n.tsx';
import type { FieldWish, MentionActions } from './MentionDetail.tsx';
import { MentionRow } from './MentionRow.tsx';

/** Rows drawn at a time: an article has fewer, a page of 30,000 mentions must not freeze the panel. */
const PART = 200;

interface MentionListProps {
  mentions: readonly ListedMention[];
  /** Indexes of those shown, as they are listed. */
  shown: readonly number[];
  grouping: Grouping;
  current: number | undefined;
  ticked: ReadonlySet<number>;
  knownTags: readonly string[];
  wish: FieldWish | undefined;
  actionsOf: (mention: number) => MentionActions;
  onTick: (ticked: ReadonlySet<number>) => void;
  onShow: (mention: number) => void;
}

/** An article's mentions as a checklist; the one the reader is at is open. */
export function MentionList(props: MentionListProps) {
  const t = useTranslate();
  const list = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(PART);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [props.current]);
  if (props.shown.length === 0) return <p class="empty">{t('filter_nothing')}</p>;
  const tick = (at: number, isTicked: boolean) => {
    const next = new Set(props.ticked);
    if (isTicked) next.add(at);
    else next.delete(at);
    props.onTick(next);
  };
  const listed = props.shown.slice(0, Math.max(limit, placeOf(props) + 1));
  const groups = groupMentions(listed, props.mentions, props.grouping);
  return (
    <div ref={list}>
      {groups.map(({ key, mentions }) => (
        <section key={key} class="group">
          {key !== '' && <h3>{groupTitle(t, props.grouping, key)}</h3>}
          <ol class="mentions" aria-label={key === '' ? t('panel_list') : undefined}>
            {mentions.map((at) => {
              const listed = props.mentions[at];
              return (
                listed && (
                  <MentionRow
                    key={`${listed.mention.start}-${listed.mention.end}`}
                    listed={listed}
                    isCurrent={at === props.current}
                    isTicked={props.ticked.has(at)}
                    knownTags={props.knownTags}
                    wish={at === props.current ? props.wish : undefined}
                    actions={props.actionsOf(at)}
                    onTick={(isTicked) => tick(at, isTicked)}
                    onShow={() => props.onShow(at)}
                  />
                )
              );
            })}
          </ol>
        </section>
      ))}
      {listed.length < props.shown.length && (
        <button type="button" class="further" onClick={() => setLimit(listed.length + PART)}>
          {t('panel_further', [`${props.shown.length - listed.length}`])}
        </button>
      )}
    </div>
  );
}

/** Where the current mention stands among those shown, or -1: the list reaches at least that far. */
function placeOf({ current, shown }: MentionListProps): number {
  return current === undefined ? -1 : shown.indexOf(current);
}

function groupTitle(t: Translate, grouping: Grouping, key: string): string {
  return grouping === 'block'
    ? t('group_paragraph', [key])
    : t(`kind_${key.replaceAll('-', '_')}` as MessageKey);
}

import { useEffect, useRef } from 'preact/hooks';
import { groupMentions, type Grouping } from '../lib/core/checklist.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import { useTranslate, type MessageKey, type Translate } from './i18n.tsx';
import type { FieldWish, MentionActions } from './MentionDetail.tsx';
import { MentionRow } from './MentionRow.tsx';

interface MentionListProps {
  mentions: readonly ListedMention[];
  /** Indexes of those shown, in text order. */
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
  const groups = groupMentions(props.shown, props.mentions, props.grouping);
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
    </div>
  );
}

function groupTitle(t: Translate, grouping: Grouping, key: string): string {
  return grouping === 'block'
    ? t('group_paragraph', [key])
    : t(`kind_${key.replaceAll('-', '_')}` as MessageKey);
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import {
  EVERYTHING,
  type Chosen,
  type SearchRequest,
} from '../lib/core/collection/search-index.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { Kbd } from './Kbd.tsx';
import { ReviewItem } from './ReviewItem.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import type { Deeds } from './use-library-actions.ts';
import { useReviewKeys } from './use-review.ts';

interface ReviewViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
}

/** What can wait for a reviewer, and what it bears then. */
const QUEUES = {
  waiting: { state: ['draft', 'checked'] },
  draft: { state: ['draft'] },
  checked: { state: ['checked'] },
  returned: { state: ['returned'] },
  approved: { state: ['approved'] },
  disputed: { agreement: ['disputed'] },
} as const satisfies Record<string, Chosen>;
type QueueName = keyof typeof QUEUES;

/** Excerpts one after the other, article by article, to be approved or sent back by one key each. */
export function ReviewView({ desk, status, deeds }: ReviewViewProps) {
  const t = useTranslate();
  const [name, setName] = useState<QueueName>('waiting');
  const queue = useQueue(desk, name, status.isComplete);
  const { ids, at } = queue;
  if (!ids) return <p role="status">{t('library_loading')}</p>;
  const current = ids[at];
  return (
    <section class="review-view">
      <header>
        <h1>{t('library_review')}</h1>
        <label>
          {t('review_queue')}
          <select
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value as QueueName)}
          >
            {Object.keys(QUEUES).map((each) => (
              <option key={each} value={each}>
                {t(`queue_${each as QueueName}`)}
              </option>
            ))}
          </select>
        </label>
        <p role="status" class="count">
          {current
            ? t('review_at', [formatCount(at + 1), formatCount(ids.length)])
            : t('review_count', [formatCount(ids.length)])}
        </p>
      </header>
      {current ? (
        <ReviewItem
          key={current}
          desk={desk}
          id={current}
          version={status.version}
          knownTags={status.tags}
          deeds={deeds}
          onStep={(by) => queue.step(by, current)}
        />
      ) : (
        <QueueEnd
          isEmpty={ids.length === 0}
          onAgain={queue.restart}
          onBack={() => queue.step(-1)}
        />
      )}
    </section>
  );
}

interface QueueEndProps {
  isEmpty: boolean;
  onAgain: () => void;
  onBack: () => void;
}

function QueueEnd({ isEmpty, onAgain, onBack }: QueueEndProps) {
  const t = useTranslate();
  const again = useFirstFocus<HTMLButtonElement>();
  useReviewKeys(isEmpty ? {} : { k: onBack });
  return (
    <div class="empty">
      <h2>{t(isEmpty ? 'review_nothing' : 'review_done')}</h2>
      <p class="quiet">{t('review_done_hint')}</p>
      <div class="actions">
        {!isEmpty && (
          <button ref={again} type="button" onClick={onAgain}>
            {t('review_again')}
          </button>
        )}
        {!isEmpty && (
          <button type="button" onClick={onBack}>
            {t('review_previous')} <Kbd>K</Kbd>
          </button>
        )}
        <a class="button" href="#library">
          {t('library_title')}
        </a>
      </div>
    </div>
  );
}

/** The ids in a queue as they were when it was opened: what is decided stays in its place, to be gone back to. */
function useQueue(desk: LibraryDesk, name: QueueName, isComplete: boolean) {
  const [ids, setIds] = useState<readonly string[]>();
  const [at, setAt] = useState(0);
  const [round, setRound] = useState(0);
  const request = useMemo<SearchRequest>(
    () => ({
      ...EVERYTHING,
      chosen: QUEUES[name],
      sort: { by: 'article', isDescending: false },
    }),
    [name],
  );
  useEffect(() => {
    let isGone = false;
    setIds(undefined);
    const read = async () => {
      const found = await desk.ids(request);
      if (isGone) return;
      setIds(found);
      setAt(0);
    };
    read().catch(() => !isGone && setIds([]));
    return () => void (isGone = true);
  }, [desk, request, isComplete, round]);
  return {
    ids,
    at,
    /** Goes on from an excerpt; a decision stored after the reader has left it leads nowhere. */
    step: (by: 1 | -1, from?: string) =>
      setAt((was) => {
        if (from !== undefined && ids?.[was] !== from) return was;
        return Math.max(0, Math.min(was + by, ids?.length ?? 0));
      }),
    restart: () => setRound(round + 1),
  };
}

import { useEffect, useState } from 'preact/hooks';
import type { Source } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk, ProposedReprint } from '../lib/core/collection/library-desk.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { localDate } from '../lib/core/mention-words.ts';
import type { Deeds } from './use-library-actions.ts';

const SHOWN = 10;

interface ReprintsProps {
  desk: LibraryDesk;
  version: number;
  deeds: Deeds;
}

/** Articles alike, for a person to say whether they are one; nothing is joined unasked. */
export function Reprints({ desk, version, deeds }: ReprintsProps) {
  const t = useTranslate();
  const [pairs, setPairs] = useState<readonly ProposedReprint[]>([]);
  useEffect(() => {
    let isLate = false;
    desk.reprints().then(
      (found) => !isLate && setPairs(found),
      () => undefined,
    );
    return () => void (isLate = true);
  }, [desk, version]);
  if (pairs.length === 0) return null;
  return (
    <details class="reprints" open={pairs.length <= 3}>
      <summary>{t('reprints_title', [formatCount(pairs.length)])}</summary>
      <p class="quiet">{t('reprints_why')}</p>
      <ul>
        {pairs.slice(0, SHOWN).map(({ one, other, likeness }) => {
          const [older, newer] = one.captured <= other.captured ? [one, other] : [other, one];
          return (
            <li key={older.id + newer.id}>
              <p>{t('reprints_alike', [String(Math.round(likeness * 100))])}</p>
              <Named source={older} />
              <Named source={newer} />
              <div class="actions">
                <button
                  type="button"
                  onClick={() =>
                    void deeds.attempt(desk.joinReprint(newer.id, older.id), () => ({
                      text: t('reprints_joined'),
                    }))
                  }
                >
                  {t('reprints_join')}
                </button>
                <button
                  type="button"
                  onClick={() => void deeds.attempt(desk.partReprint(newer.id, older.id))}
                >
                  {t('reprints_part')}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Named({ source }: { source: Source }) {
  const { id, title, url, siteName, publishedTime } = source;
  return (
    <p>
      <a href={`#articles/${id}`}>{title || url}</a>{' '}
      <span class="quiet">
        {[siteName, publishedTime && localDate(publishedTime)].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}

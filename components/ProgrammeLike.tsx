import type { LikeProgramme } from '../lib/core/collection/programme-desk.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { fieldWords, programmeName, programmePlace } from './programme-words.ts';

interface ProgrammeLikeProps {
  like: readonly LikeProgramme[];
  onMerge: (id: string) => void;
  onPart: (id: string) => void;
}

/** Entries this one may be one with, each with the reason; nothing is joined unasked. */
export function ProgrammeLike({ like, onMerge, onPart }: ProgrammeLikeProps) {
  const t = useTranslate();
  if (like.length === 0) return null;
  return (
    <section class="programme-like">
      <h2>{t('programme_like')}</h2>
      <ul>
        {like.map(({ entry, reason }) => {
          const name = programmeName(t, entry);
          const { issuer, date } = entry.fields;
          const told = [
            issuer?.value,
            date && fieldWords(t, 'date', date.value),
            t('articles_excerpts', [formatCount(entry.excerpts)]),
          ];
          return (
            <li key={entry.id}>
              <p>
                <a href={programmePlace(entry.place)}>{name}</a>{' '}
                <span class="quiet">{told.filter(Boolean).join(' · ')}</span>
              </p>
              <p>{t(`programme_reason_${reason}`)}</p>
              <div class="actions">
                <button
                  type="button"
                  aria-label={t('programme_merge_with', [name])}
                  onClick={() => onMerge(entry.id)}
                >
                  {t('programme_merge')}
                </button>
                <button
                  type="button"
                  aria-label={t('programme_part_from', [name])}
                  onClick={() => onPart(entry.id)}
                >
                  {t('programme_part')}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import type { Agreement } from '../lib/core/collection/agreement.ts';
import { valueWords } from '../lib/core/mention-words.ts';
import { formatCount } from './format-count.ts';
import { useTranslate, type Translate } from './i18n.tsx';

/** What other people who clipped the same figure read: that it is confirmed, or who reads what. */
export function AgreementLine({ agreement }: { agreement: Agreement | undefined }) {
  const t = useTranslate();
  if (!agreement) return null;
  const { verdict, readings } = agreement;
  const people = new Set(readings.flatMap((reading) => reading.people));
  return (
    <p class="agreement" data-verdict={verdict}>
      <strong>{t(`agreement_${verdict}_by`, [formatCount(people.size)])}</strong>
      {readings.map(({ said, people }) => (
        <span key={people.join()}>
          <b>{valueWords(t, said)}</b> ({namesOf(people, t)})
        </span>
      ))}
    </p>
  );
}

function namesOf(people: readonly string[], t: Translate): string {
  return people.map((name) => name || t('version_nobody')).join(', ');
}

import type { Annotation } from '../lib/core/annotation.ts';
import { formatTime } from './format-time.ts';
import { useTranslate } from './i18n.tsx';

interface Version {
  label: string;
  annotation: Annotation;
}

/** Two versions of one excerpt side by side: its words once, then what each says of it, differences marked. */
export function VersionPair({ one, other }: { one: Version; other: Version }) {
  const t = useTranslate();
  const rows = [
    ['tags', t('version_tags')],
    ['note', t('version_note')],
    ['state', t('version_state')],
    ['reading', t('version_reading')],
    ['trash', t('version_trash')],
    ['made', t('version_made')],
  ] as const;
  const [mine, theirs] = [one, other].map(({ annotation }) => sayings(annotation, t));
  return (
    <table class="versions">
      <caption>{one.annotation.target.selector[0].exact}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{one.label}</th>
          <th scope="col">{other.label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([row, label]) => (
          <tr key={row} data-differs={mine?.[row] !== theirs?.[row] || undefined}>
            <th scope="row">{label}</th>
            <td>{mine?.[row]}</td>
            <td>{theirs?.[row]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayings(annotation: Annotation, t: ReturnType<typeof useTranslate>) {
  const { tags, note, review, mention, deleted, modified, author, editor } = annotation;
  const { state = 'draft', reason } = review ?? {};
  return {
    tags: tags.join('; '),
    note,
    state: [t(`review_${state}`), reason].filter(Boolean).join(': '),
    reading: mention ? readingOf(mention) : '',
    trash: t(deleted ? 'version_deleted' : 'version_kept'),
    made: [editor ?? author ?? t('version_nobody'), formatTime(modified)].join(', '),
  };
}

/** What the mention says, field by field, in its own words. */
function readingOf(mention: NonNullable<Annotation['mention']>): string {
  const { type, start: _, end: __, rule: ___, kind: ____, ...fields } = mention;
  const values = type === 'figure' ? { ...fields, flags: '' } : { ...fields, entity: '' };
  return Object.values(values)
    .flat()
    .filter((value) => typeof value === 'string' && value !== '')
    .join('; ');
}

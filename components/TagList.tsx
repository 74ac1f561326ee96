import { useTranslate } from './i18n.tsx';

/** The tags of an excerpt; nothing where there are none. */
export function TagList({ tags }: { tags: readonly string[] }) {
  const t = useTranslate();
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={t('excerpt_tags')}>
      {tags.map((tag) => (
        <li class="tag" key={tag}>
          {tag}
        </li>
      ))}
    </ul>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { PackContent } from '../lib/core/pack/pack-content.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';

/** A look at the pack follows the hands at this distance. */
const REST_MS = 400;

interface PackPreviewProps {
  content: PackContent;
  preview: PackActions['preview'];
}

/** The pack as it will be printed; nothing in it runs, and it reaches nothing. */
export function PackPreview({ content, preview }: PackPreviewProps) {
  const t = useTranslate();
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(
      () =>
        void preview(content).then(
          (made) => !isLate && setHtml(made),
          () => undefined,
        ),
      html === undefined ? 0 : REST_MS,
    );
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [content, preview]);
  if (html === undefined) return <p role="status">{t('library_loading')}</p>;
  return <iframe class="pack-preview" sandbox="" srcdoc={html} title={t('pack_preview')} />;
}

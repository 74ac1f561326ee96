import { useEffect, useRef, useState } from 'preact/hooks';
import type { PackContent } from '../lib/core/pack/pack-content.ts';
import { itemAnchor } from '../lib/core/pack/pack-parts.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';

/** A look at the pack follows the hands at this distance. */
const REST_MS = 400;

interface PackPreviewProps {
  content: PackContent;
  preview: PackActions['preview'];
}

/**
 * The pack as it will be printed, at the item that is worked on; nothing in it runs, and it reaches nothing. It is of
 * this page's origin only so that it can be scrolled from here.
 */
export function PackPreview({ content, preview }: PackPreviewProps) {
  const t = useTranslate();
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef<number>(undefined);
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    let isLate = false;
    const show = (made: string | undefined) => {
      if (isLate) return;
      scrolled.current = pageOf(frame.current)?.scrollTop;
      setHtml(made);
    };
    const timer = setTimeout(
      () => void preview(content).then(show, () => undefined),
      html === undefined ? 0 : REST_MS,
    );
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [content, preview]);
  useEffect(() => {
    const following = new AbortController();
    const follow = ({ target }: Event) => showItem(frame.current, itemAt(target));
    document.addEventListener('focusin', follow, { signal: following.signal });
    return () => following.abort();
  }, []);
  const place = () => {
    const page = pageOf(frame.current);
    if (scrolled.current === undefined) showItem(frame.current, itemInView());
    else if (page) page.scrollTop = scrolled.current;
  };
  if (html === undefined) return <p role="status">{t('library_loading')}</p>;
  return (
    <iframe
      class="pack-preview"
      ref={frame}
      sandbox="allow-same-origin"
      srcdoc={html}
      title={t('pack_preview')}
      onLoad={place}
    />
  );
}

function pageOf(frame: HTMLIFrameElement | null): Element | null | undefined {
  return frame?.contentDocument?.scrollingElement;
}

function showItem(frame: HTMLIFrameElement | null, id: string | undefined): void {
  if (id === undefined) return;
  frame?.contentDocument?.getElementById(itemAnchor({ id }))?.scrollIntoView({ block: 'center' });
}

/** The item that an element of the sheet belongs to. */
function itemAt(element: EventTarget | null): string | undefined {
  if (!(element instanceof Element)) return undefined;
  return element.closest<HTMLElement>('[data-pack-item]')?.dataset['packItem'];
}

/** The item in the middle of the window; none while the pack's front is. */
function itemInView(): string | undefined {
  const items = [...document.querySelectorAll<HTMLElement>('[data-pack-item]')];
  const inView = items.find((item) => {
    const { top, bottom } = item.getBoundingClientRect();
    return top <= innerHeight / 2 && bottom >= innerHeight / 2;
  });
  return itemAt(inView ?? null);
}

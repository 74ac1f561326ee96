import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { PackEditor } from './PackEditor.tsx';
import { PackShelfView } from './PackShelfView.tsx';
import type { Deeds } from './use-library-actions.ts';
import { usePackShelf } from './use-pack-shelf.ts';

interface PacksViewProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  packs: PackActions;
  deeds: Deeds;
  /** The pack open. */
  id: string | undefined;
}

/** The reading packs, and one of them open to be worked on. */
export function PacksView({ id, ...props }: PacksViewProps) {
  const t = useTranslate();
  const { shelf, failure } = usePackShelf(props.packs.follow);
  useWayBack(id);
  if (!shelf) return <p role={failure ? 'alert' : 'status'}>{t(failure ?? 'library_loading')}</p>;
  if (id === undefined) return <PackShelfView shelf={shelf} {...props} />;
  const stored = shelf.packs.find((pack) => pack.id === id);
  if (stored) return <PackEditor key={id} stored={stored} {...props} />;
  return (
    <>
      <h1>{t('pack_not_found')}</h1>
      <p class="none">
        <a href="#packs">{t('pack_all')}</a>
      </p>
    </>
  );
}

/** Gives the keyboard back to the pack that was open, where what it was on went with the pack. */
function useWayBack(id: string | undefined): void {
  const opened = useRef<string>(undefined);
  useLayoutEffect(() => {
    const left = opened.current;
    opened.current = id;
    if (id !== undefined || left === undefined || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`.pack-shelf a[href="#packs/${left}"]`)?.focus();
  }, [id]);
}

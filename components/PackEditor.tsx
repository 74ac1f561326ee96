import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import { itemsOf } from '../lib/core/pack/pack-edit.ts';
import type { Pack } from '../lib/core/pack/pack.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { PackField } from './PackField.tsx';
import { PackFront } from './PackFront.tsx';
import { PackOutline } from './PackOutline.tsx';
import { PackPreview } from './PackPreview.tsx';
import { PackSections } from './PackSections.tsx';
import { PackToolbar } from './PackToolbar.tsx';
import type { Deeds } from './use-library-actions.ts';
import { usePackMaterial } from './use-pack-material.ts';
import { usePack } from './use-pack.ts';
import { useUndoKeys } from './use-undo-keys.ts';

interface PackEditorProps {
  stored: Pack;
  desk: LibraryDesk;
  status: LibraryStatus;
  packs: PackActions;
  deeds: Deeds;
}

/** One pack under a trainer's hands: cover, sections and items, an outline beside them, a look at the whole. */
export function PackEditor({ stored, desk, status, packs, deeds }: PackEditorProps) {
  const t = useTranslate();
  const open = usePack(stored, packs, (id) => {
    // The pack had to become one of its own; the address says so without drawing it anew.
    history.replaceState(null, '', `#packs/${id}`);
    void deeds.attempt(Promise.resolve(), () => ({ text: t('pack_became_copy') }));
  });
  const { pack, change } = open;
  const lookup = usePackMaterial(pack, packs, status.version);
  const [isPreviewed, setPreviewed] = useState(false);
  const resolve = lookup && (() => resolvePack(pack, lookup.material, t));
  const content = useMemo(
    () => (isPreviewed ? resolve?.() : undefined),
    [isPreviewed, pack, lookup],
  );
  // What is left out depends on what is named, not on what is written about it.
  const leftOut = useMemo(() => resolve?.().leftOut ?? [], [lookup, pack.onlyApproved]);
  const editor = useFirstPlace(stored);
  useUndoKeys(open);
  return (
    <section class="pack-editor" ref={editor}>
      <h1 class="unseen" tabIndex={-1}>
        {pack.title || t('pack_untitled')}
      </h1>
      <PackToolbar
        open={open}
        resolve={lookup?.isCited ? resolve : undefined}
        packs={packs}
        deeds={deeds}
        isPreviewed={isPreviewed}
        onPreview={setPreviewed}
      />
      <div class="pack-columns">
        <div class="pack-sheet">
          <PackField
            class="pack-title"
            label={t('pack_title')}
            value={pack.title}
            onValue={(title) => change((was) => ({ ...was, title }), 'title')}
          />
          <PackFront open={open} lookup={lookup} styles={packs.styles} />
          <PackField
            label={t('pack_introduction')}
            value={pack.introduction}
            onValue={(introduction) => change((was) => ({ ...was, introduction }), 'introduction')}
            isLong
          />
          <PackSections open={open} lookup={lookup} desk={desk} status={status} packs={packs} />
        </div>
        {content ? (
          <PackPreview content={content} preview={packs.preview} />
        ) : (
          <PackOutline pack={pack} lookup={lookup} leftOut={leftOut} />
        )}
      </div>
    </section>
  );
}

/** Gives the keyboard to a pack that is opened: to its name where nothing is in it yet, for that is written first. */
function useFirstPlace(opened: Pack) {
  const editor = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const name = editor.current?.querySelector<HTMLInputElement>('.pack-title input');
    if (itemsOf(opened).length > 0) {
      editor.current?.querySelector('h1')?.focus();
      return;
    }
    name?.focus();
    name?.select();
  }, []);
  return editor;
}

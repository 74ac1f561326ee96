import type { PackContent } from '../lib/core/pack/pack-content.ts';
import { PACK_FORMATS } from '../lib/core/pack/pack-formats.ts';
import { frameOf } from '../lib/core/pack/pack-template.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions } from './pack-actions.ts';
import { PackExport } from './PackExport.tsx';
import type { Deeds } from './use-library-actions.ts';
import type { OpenPack } from './use-pack.ts';

interface PackToolbarProps {
  open: OpenPack;
  /** The pack as it is written; nothing while what it names is being read. */
  resolve: (() => PackContent) | undefined;
  packs: PackActions;
  deeds: Deeds;
  isPreviewed: boolean;
  onPreview: (isPreviewed: boolean) => void;
}

/** Back, undo, whether all is stored, a look at it, and files out. */
export function PackToolbar({
  open,
  resolve,
  packs,
  deeds,
  isPreviewed,
  onPreview,
}: PackToolbarProps) {
  const t = useTranslate();
  const { pack, undo, redo } = open;
  const keepTemplate = () =>
    void deeds.attempt(
      packs.keepTemplate(frameOf(pack, pack.title || t('pack_untitled'))),
      ({ id, name }) => ({
        text: t('pack_template_kept', [name]),
        onUndo: () => void deeds.attempt(packs.drop(id)),
      }),
    );
  return (
    <div class="pack-toolbar" role="toolbar" aria-label={t('pack_tools')}>
      <a href="#packs">{t('pack_all')}</a>
      <span class="actions">
        <SavingState open={open} />
        <button type="button" disabled={!undo} onClick={undo}>
          {t('pack_undo')}
        </button>
        <button type="button" disabled={!redo} onClick={redo}>
          {t('pack_redo')}
        </button>
        {PACK_FORMATS['html'] && (
          <button
            type="button"
            class="pack-toggle"
            aria-pressed={isPreviewed}
            onClick={() => onPreview(!isPreviewed)}
          >
            {t('pack_preview')}
          </button>
        )}
        <button type="button" onClick={keepTemplate}>
          {t('pack_keep_template')}
        </button>
        <PackExport resolve={resolve} packs={packs} deeds={deeds} />
      </span>
    </div>
  );
}

function SavingState({ open: { saving, failure } }: Pick<PackToolbarProps, 'open'>) {
  const t = useTranslate();
  return (
    <span class="pack-saving" data-saving={saving} role="status">
      {saving === 'failed' && failure
        ? `${t('pack_not_saved')} ${t(failure)}`
        : t(`pack_${saving}`)}
    </span>
  );
}

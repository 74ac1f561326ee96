import { useTranslate } from './i18n.tsx';

/** The way to what should have been read, where something else was; and back. */
export function RegionChoice({
  isRegion,
  onPick,
  onForget,
}: {
  isRegion: boolean | undefined;
  onPick: () => void;
  onForget: () => void;
}) {
  const t = useTranslate();
  return (
    <p class="region">
      {isRegion && <span>{t('panel_region_used')} </span>}
      <button type="button" onClick={onPick}>
        {t('panel_region_pick')}
      </button>
      {isRegion && (
        <button type="button" onClick={onForget}>
          {t('panel_region_forget')}
        </button>
      )}
    </p>
  );
}

import type { Layout } from '../lib/core/export/profile.ts';
import { useTranslate } from './i18n.tsx';

interface ExportLayoutProps {
  layout: Layout;
  onChange: (layout: Layout) => void;
}

const FONT_SIZES = [13, 14] as const;
const MARGINS = ['narrow', 'wide'] as const;

/** The page of a report, within what the decree on documents allows. */
export function ExportLayout({ layout, onChange }: ExportLayoutProps) {
  const t = useTranslate();
  return (
    <>
      <label class="field">
        <span>{t('export_font_size')}</span>
        <select
          value={layout.fontSize}
          onChange={({ currentTarget }) =>
            onChange({ ...layout, fontSize: currentTarget.value === '13' ? 13 : 14 })
          }
        >
          {FONT_SIZES.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('export_margins')}</span>
        <select
          value={layout.margins}
          onChange={({ currentTarget }) =>
            onChange({ ...layout, margins: currentTarget.value === 'wide' ? 'wide' : 'narrow' })
          }
        >
          {MARGINS.map((margins) => (
            <option key={margins} value={margins}>
              {t(`export_margins_${margins}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

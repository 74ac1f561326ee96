import { FORMAT_NAMES, formatOf } from '../lib/core/export/formats.ts';
import { ROW_ORDERS, type RowOrder } from '../lib/core/export/order-rows.ts';
import { citesArticles, type ExportChoice } from '../lib/core/export/profile.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';
import { CitationStyleField } from './CitationStyleField.tsx';
import { ExportColumns } from './ExportColumns.tsx';
import { ExportLayout } from './ExportLayout.tsx';
import { useTranslate } from './i18n.tsx';

interface ExportChoiceFormProps {
  choice: ExportChoice;
  onChange: (changes: Partial<ExportChoice>) => void;
  styles: CitationStyleActions;
}

/** Kind of file, order, columns, and what else the kind has to choose. */
export function ExportChoiceForm({ choice, onChange, styles }: ExportChoiceFormProps) {
  const t = useTranslate();
  const format = formatOf(choice.format);
  return (
    <>
      <fieldset class="formats">
        <legend>{t('export_format')}</legend>
        {FORMAT_NAMES.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="format"
              checked={choice.format === name}
              aria-describedby="export-hint"
              onChange={() => onChange({ format: name })}
            />
            {t(formatOf(name).label)}
          </label>
        ))}
        <p id="export-hint" class="quiet" aria-live="polite">
          {t(format.hint)} {t(`format_return_${format.wayBack}`)}
        </p>
      </fieldset>
      {format.hasOrder && (
        <label class="field">
          <span>{t('export_order')}</span>
          <select
            value={choice.order}
            onChange={({ currentTarget }) => onChange({ order: currentTarget.value as RowOrder })}
          >
            {ROW_ORDERS.map((order) => (
              <option key={order} value={order}>
                {t(`export_order_${order}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {choice.format === 'docx' && (
        <ExportLayout layout={choice.layout} onChange={(layout) => onChange({ layout })} />
      )}
      {citesArticles(choice) && (
        <CitationStyleField
          chosen={choice.citationStyle}
          onChoose={(citationStyle) => onChange({ citationStyle })}
          actions={styles}
        />
      )}
      {format.hasColumns && (
        <ExportColumns chosen={choice.columns} onChange={(columns) => onChange({ columns })} />
      )}
    </>
  );
}

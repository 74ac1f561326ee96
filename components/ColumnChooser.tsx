import { COLUMNS, type Column } from '../lib/core/collection/sort-entries.ts';
import { useTranslate } from './i18n.tsx';
import { leaveMenuByKey } from './leave-menu.ts';

interface ColumnChooserProps {
  columns: readonly Column[];
  onColumns: (columns: Column[]) => void;
}

/** The columns of the table; the last one cannot be taken away. */
export function ColumnChooser({ columns, onColumns }: ColumnChooserProps) {
  const t = useTranslate();
  return (
    <details class="menu columns" onKeyDown={leaveMenuByKey}>
      <summary>{t('columns_title')}</summary>
      <fieldset>
        <legend class="unseen">{t('columns_title')}</legend>
        {COLUMNS.map((name) => {
          const isShown = columns.includes(name);
          return (
            <label key={name}>
              <input
                type="checkbox"
                checked={isShown}
                disabled={isShown && columns.length === 1}
                onChange={() =>
                  onColumns(
                    COLUMNS.filter((each) => (each === name ? !isShown : columns.includes(each))),
                  )
                }
              />
              {t(`library_column_${name}`)}
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import { columnsOf, type Column } from '../lib/core/export/columns.ts';
import { formatOf } from '../lib/core/export/formats.ts';
import { orderExcerpts } from '../lib/core/export/order-rows.ts';
import type { ExportChoice } from '../lib/core/export/profile.ts';
import type { Row } from '../lib/core/export/row.ts';
import { formatDecimal } from '../lib/core/format-value.ts';
import type { ExportActions } from './export-actions.ts';
import { useTranslate } from './i18n.tsx';
import { localDate } from '../lib/core/mention-words.ts';

const SHOWN = 5;
/** Sorting all of a large collection for five rows would hold the page up. */
const SORTED = 2_000;
/** A cell shows enough to know it by. */
const LONGEST = 160;

interface ExportPreviewProps {
  choice: ExportChoice;
  excerpts: readonly Excerpt[];
  rows: ExportActions['rows'];
}

/** Some rows as they will be, before anything is saved. */
export function ExportPreview({ choice, excerpts, rows }: ExportPreviewProps) {
  const t = useTranslate();
  const { order, columns } = choice;
  const ids = useMemo(() => {
    const first = orderExcerpts(excerpts.slice(0, SORTED), order).slice(0, SHOWN);
    return first.map(({ annotation }) => annotation.id);
  }, [excerpts, order]);
  const shown = useRows(ids, rows);
  const { isReport, hasColumns } = formatOf(choice.format);
  // A report always has the quote, whatever is said under it.
  const chosen = useMemo(
    () => columnsOf(isReport ? ['sentence', ...columns] : columns),
    [columns, isReport],
  );
  if (!hasColumns) return <p class="quiet">{t('export_preview_rest')}</p>;
  if (ids.length === 0) return <p class="quiet">{t('export_preview_none')}</p>;
  return (
    <section class="preview" aria-labelledby="export-preview">
      <h3 id="export-preview">{t('export_preview')}</h3>
      {/* A box that scrolls must be reachable by keyboard. */}
      <div tabIndex={0} role="region" aria-labelledby="export-preview">
        <table>
          <thead>
            <tr>
              {chosen.map(({ key, header }) => (
                <th key={key} scope="col">
                  {t(header)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.annotation.id}>
                {chosen.map((column) => (
                  <td key={column.key} data-type={column.type}>
                    <bdi>{cellText(column, column.value(row, t))}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function useRows(ids: readonly string[], read: ExportActions['rows']): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const key = ids.join();
  useEffect(() => {
    let isGone = false;
    // A preview that cannot be read is none; the export itself will say why.
    read(ids).then(
      (read) => !isGone && setRows(read),
      () => !isGone && setRows([]),
    );
    return () => {
      isGone = true;
    };
  }, [key]);
  return rows;
}

function cellText({ type }: Column, value = ''): string {
  if (type === 'number') return formatDecimal(value);
  if (type === 'date') return localDate(value);
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Outgoing } from '../lib/core/collection/library-desk.ts';
import { citationOf, columnsOf, type Column } from '../lib/core/export/columns.ts';
import { formatOf, type FormatName } from '../lib/core/export/formats.ts';
import { citesArticles, type ExportChoice } from '../lib/core/export/profile.ts';
import type { Row } from '../lib/core/export/row.ts';
import { shownValue } from '../lib/core/export/shown-value.ts';
import type { ExportActions } from './export-actions.ts';
import { useTranslate } from './i18n.tsx';
import { useOwnStyle } from './use-own-styles.ts';

const SHOWN = 5;
/** A cell shows enough to know it by. */
const LONGEST = 160;
/** A citation shows its end, too. */
const LONGEST_CITATION = 600;

interface ExportPreviewProps {
  choice: ExportChoice;
  outgoing: Outgoing;
  /** How many that is. */
  total: number;
  actions: Pick<ExportActions, 'rows' | 'styles'>;
}

/** Some rows as they will be, before anything is saved. */
export function ExportPreview({ choice, outgoing, total, actions }: ExportPreviewProps) {
  const t = useTranslate();
  const { format, columns } = choice;
  const shown = useRows(outgoing, choice, actions);
  const { isReport, hasColumns } = formatOf(format);
  // A report always has the quote, whatever is said under it.
  const chosen = useMemo(
    () => columnsOf(isReport ? ['sentence', ...columns] : columns),
    [columns, isReport],
  );
  const [first] = shown;
  const cited = first && citesArticles(choice) ? citationOf(first) : undefined;
  if (!hasColumns) return <p class="quiet">{t('export_preview_rest')}</p>;
  if (total === 0) return <p class="quiet">{t('export_preview_none')}</p>;
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
                    <bdi>{cellText(column, column.value(row, t), format)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cited && (
        <p class="quiet">
          {t('citation_sample')} <bdi>{shorten(cited, LONGEST_CITATION)}</bdi>
        </p>
      )}
    </section>
  );
}

function useRows(
  outgoing: Outgoing,
  { order, citationStyle }: ExportChoice,
  { rows: read, styles }: ExportPreviewProps['actions'],
): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const ownStyle = useOwnStyle(citationStyle, styles);
  useEffect(() => {
    let isGone = false;
    // A preview that cannot be read is none; the export itself will say why.
    read(outgoing, order, SHOWN, citationStyle).then(
      (read) => !isGone && setRows(read),
      () => !isGone && setRows([]),
    );
    return () => {
      isGone = true;
    };
  }, [outgoing, order, citationStyle, ownStyle]);
  return rows;
}

function cellText(column: Column, value = '', format: FormatName): string {
  return shorten(shownValue(column, value, format), LONGEST);
}

function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

import { tableFigure } from '../lib/core/pack/figure-table.ts';
import type { ItemFields } from '../lib/core/pack/pack-edit.ts';
import type { PackItem } from '../lib/core/pack/pack.ts';
import { useTranslate } from './i18n.tsx';
import { PackCheck } from './PackCheck.tsx';
import { PackField } from './PackField.tsx';
import { PackState } from './PackState.tsx';
import { useFocusNext } from './use-focus-next.ts';
import type { PackLookup } from './use-pack-material.ts';

interface PackFiguresProps {
  item: Extract<PackItem, { type: 'figures' }>;
  lookup: PackLookup | undefined;
  onlyApproved: boolean;
  onEdit: (fields: ItemFields, field: string) => void;
  onAddFigures: () => void;
}

/** A table of figures: its title, its rows, and whether what can be compared is drawn. */
export function PackFigures({
  item,
  lookup,
  onlyApproved,
  onEdit,
  onAddFigures,
}: PackFiguresProps) {
  const t = useTranslate();
  const { id, annotationIds, title, chart } = item;
  const focusNext = useFocusNext(annotationIds);
  const remove = (gone: string) => {
    const at = annotationIds.indexOf(gone);
    const beside = [annotationIds[at + 1], annotationIds[at - 1]].flatMap((each) => each ?? []);
    const place = `#pack-item-${id}`;
    focusNext(
      ...beside.map((each) => `${place} [data-figure="${each}"]`),
      `${place} [aria-haspopup]`,
    );
    const left = annotationIds.filter((each) => each !== gone);
    onEdit({ annotationIds: left }, `${id} without ${gone}`);
  };
  return (
    <>
      <PackField
        label={t('pack_figures_title')}
        value={title}
        onValue={(value) => onEdit({ title: value }, `${id} title`)}
      />
      <ul class="pack-figures">
        {annotationIds.map((each) => (
          <li key={each}>
            <FigureLine id={each} lookup={lookup} onlyApproved={onlyApproved} />
            <button
              type="button"
              class="link"
              data-figure={each}
              aria-label={t('pack_figures_remove', [
                lookup?.annotations.get(each)?.mention?.exact ?? '',
              ])}
              onClick={() => remove(each)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" aria-haspopup="dialog" onClick={onAddFigures}>
          {t('pack_figures_add')}
        </button>
        <PackCheck
          label={t('pack_chart')}
          checked={chart}
          onChecked={(checked) => onEdit({ chart: checked }, `${id} chart ${String(checked)}`)}
        />
      </div>
    </>
  );
}

function FigureLine({
  id,
  lookup,
  onlyApproved,
}: Pick<PackFiguresProps, 'lookup' | 'onlyApproved'> & { id: string }) {
  const t = useTranslate();
  const annotation = lookup?.annotations.get(id);
  const row = annotation && !annotation.deleted && tableFigure(annotation, 0, t)?.row;
  if (!row) return <span class="pack-warning">{lookup && t('pack_gone')}</span>;
  const told = [row.subject, row.property, row.organisation, row.period].filter(Boolean);
  return (
    <span>
      <strong>{row.exact}</strong> {told.join(' · ')}
      {' · '}
      <PackState annotation={annotation} onlyApproved={onlyApproved} />
    </span>
  );
}

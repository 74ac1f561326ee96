import type { Step } from '../lib/core/pack/pack-edit.ts';
import type { PackSection } from '../lib/core/pack/pack.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { sectionName } from './pack-words.ts';
import { PackField } from './PackField.tsx';
import { MoveButtons, PackItemView, type PackItemDeeds } from './PackItemView.tsx';
import { RedrawOn } from './RedrawOn.tsx';
import { stepOfKey } from './use-pack-moves.ts';
import type { Drag } from './use-drag-order.ts';
import type { PackLookup } from './use-pack-material.ts';

/** What can be put into a section. */
export const ADDABLE = ['excerpts', 'articles', 'text', 'figures', 'question', 'blanks'] as const;
export type Addable = (typeof ADDABLE)[number];
/** What opens a dialog to choose from. */
const CHOSEN: ReadonlySet<Addable> = new Set(['excerpts', 'articles', 'figures', 'blanks']);

interface PackSectionViewProps extends PackItemDeeds {
  section: PackSection;
  /** Its place among the sections, from 0. */
  at: number;
  isOnly: boolean;
  lookup: PackLookup | undefined;
  onlyApproved: boolean;
  drag: Drag | undefined;
  onEditSection: (fields: Partial<PackSection>, field: string) => void;
  onStepSection: (step: Step) => void;
  onRemoveSection: () => void;
  onAdd: (what: Addable) => void;
}

/** A section: its title and introduction, its items in order, and what can be added. */
export function PackSectionView(props: PackSectionViewProps) {
  const { section, at, drag, onEditSection } = props;
  const t = useTranslate();
  const { id, title, introduction } = section;
  const name = sectionName(t, title, at);
  return (
    <section
      class="pack-section"
      id={`pack-section-${id}`}
      data-pack-section={id}
      aria-label={name}
    >
      <Head {...props} name={name} />
      <PackField
        label={t('pack_section_introduction')}
        value={introduction}
        onValue={(value) => onEditSection({ introduction: value }, `${id} introduction`)}
        isLong
      />
      <Items {...props} />
      {drag?.to?.sectionId === id && drag.to.at >= othersOf(section, drag).length && (
        <div class="pack-drop-end" />
      )}
      <AddBar name={name} onAdd={props.onAdd} />
    </section>
  );
}

function Head(props: PackSectionViewProps & { name: string }) {
  const { section, at, name, onEditSection } = props;
  const t = useTranslate();
  const { id, title } = section;
  return (
    <div
      class="pack-section-head"
      data-moves={id}
      onKeyDown={(event) => {
        const step = stepOfKey(event);
        if (step === undefined) return;
        event.preventDefault();
        props.onStepSection(step);
      }}
    >
      <PackField
        class="pack-section-title"
        label={t('pack_section_title', [formatCount(at + 1)])}
        value={title}
        onValue={(value) => onEditSection({ title: value }, `${id} title`)}
      />
      <span class="pack-tools">
        {!props.isOnly && <MoveButtons name={name} onStep={props.onStepSection} />}
        <button
          type="button"
          data-control="remove"
          aria-label={t('pack_remove', [name])}
          title={t('pack_remove_section')}
          onClick={props.onRemoveSection}
        >
          ×
        </button>
      </span>
    </div>
  );
}

function AddBar({ name, onAdd }: { name: string; onAdd: (what: Addable) => void }) {
  const t = useTranslate();
  return (
    <div class="pack-add" role="group" aria-label={t('pack_add_to', [name])}>
      {ADDABLE.map((what) => (
        <button
          key={what}
          type="button"
          aria-haspopup={CHOSEN.has(what) ? 'dialog' : undefined}
          onClick={() => onAdd(what)}
        >
          {t(`pack_add_${what}`)}
        </button>
      ))}
    </div>
  );
}

function Items({ section, lookup, onlyApproved, drag, ...deeds }: PackSectionViewProps) {
  const t = useTranslate();
  if (section.items.length === 0) return <p class="pack-empty quiet">{t('pack_section_empty')}</p>;
  const others = othersOf(section, drag);
  const aim = drag?.to?.sectionId === section.id ? others[drag.to.at]?.id : undefined;
  return (
    <ol class="pack-items">
      {section.items.map((item) => (
        <RedrawOn
          key={item.id}
          values={[item, lookup, onlyApproved, drag?.itemId === item.id, aim === item.id]}
        >
          {() => (
            <PackItemView
              item={item}
              lookup={lookup}
              onlyApproved={onlyApproved}
              isDragged={drag?.itemId === item.id}
              isDropBefore={aim === item.id}
              onStep={deeds.onStep}
              onDrag={deeds.onDrag}
              onRemove={deeds.onRemove}
              onEdit={deeds.onEdit}
              onAddFigures={deeds.onAddFigures}
            />
          )}
        </RedrawOn>
      ))}
    </ol>
  );
}

function othersOf({ items }: PackSection, drag: Drag | undefined) {
  return items.filter(({ id }) => id !== drag?.itemId);
}

import type { Annotation } from '../lib/core/annotation.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import { askForBlank } from '../lib/core/pack/blank-questions.ts';
import { itemsOf } from '../lib/core/pack/pack-edit.ts';
import type { Pack, PackItem } from '../lib/core/pack/pack.ts';
import { useTranslate } from './i18n.tsx';
import { PackArticlePicker } from './PackArticlePicker.tsx';
import { PackBlanks } from './PackBlanks.tsx';
import { PackPicker } from './PackPicker.tsx';
import type { PackLookup } from './use-pack-material.ts';

/** What is being chosen from, and for which section or table. */
export interface Adding {
  what: 'excerpts' | 'articles' | 'figures' | 'blanks';
  sectionId: string;
  /** The table that figures are added to; a new one is made where there is none. */
  tableId?: string;
}

/** What was chosen: new items, or figures for a table. */
export interface Added {
  items: readonly PackItem[];
  /** Figures for the table that is there already. */
  annotationIds: readonly string[];
}

interface PackAddingProps {
  adding: Adding;
  pack: Pack;
  lookup: PackLookup | undefined;
  desk: LibraryDesk;
  version: number;
  newId: () => string;
  onAdd: (added: Added) => void;
  onClose: () => void;
}

/** The dialog to choose from, and the items made of what is chosen. */
export function PackAdding(props: PackAddingProps) {
  const { adding, pack, lookup, desk, version, newId, onAdd, onClose } = props;
  const t = useTranslate();
  const addItems = (items: readonly PackItem[]) => onAdd({ items, annotationIds: [] });
  if (adding.what === 'articles') {
    const made = (articleId: string): PackItem => ({
      type: 'article',
      id: newId(),
      articleId,
      remark: '',
    });
    const onPicked = (ids: readonly string[]) => addItems(ids.map(made));
    return <PackArticlePicker desk={desk} version={version} onAdd={onPicked} onClose={onClose} />;
  }
  if (adding.what === 'blanks') {
    return (
      <PackBlanks
        annotations={unasked(pack, lookup)}
        onClose={onClose}
        onAdd={(questions) =>
          addItems(
            questions.map(({ sentence, answer, annotationId }) => {
              const question = askForBlank(sentence, t);
              return { type: 'question', id: newId(), question, answer, annotationId };
            }),
          )
        }
      />
    );
  }
  const isFigures = adding.what === 'figures';
  const { tableId } = adding;
  return (
    <PackPicker
      desk={desk}
      version={version}
      isFigures={isFigures}
      known={isFigures ? figuresIn(pack, tableId) : excerptsIn(pack)}
      onlyApproved={pack.onlyApproved}
      onClose={onClose}
      onAdd={(ids) => {
        const items = isFigures ? tableOf(ids, newId) : excerptItems(ids, newId);
        if (tableId === undefined) addItems(items);
        else onAdd({ items: [], annotationIds: ids });
      }}
    />
  );
}

/** Excerpts as items of a pack. */
export function excerptItems(ids: readonly string[], newId: () => string): PackItem[] {
  return ids.map((annotationId) => ({ type: 'excerpt', id: newId(), annotationId, remark: '' }));
}

function tableOf(ids: readonly string[], newId: () => string): PackItem[] {
  return [{ type: 'figures', id: newId(), title: '', annotationIds: [...ids], chart: true }];
}

function excerptsIn(pack: Pack): Set<string> {
  return new Set(
    itemsOf(pack).flatMap((item) => (item.type === 'excerpt' ? item.annotationId : [])),
  );
}

function figuresIn(pack: Pack, tableId: string | undefined): Set<string> {
  const table = itemsOf(pack).find(({ id }) => id === tableId);
  return new Set(table?.type === 'figures' ? table.annotationIds : []);
}

/** The excerpts of a pack in its order, articles' included, that no question was made of yet. */
function unasked(pack: Pack, lookup: PackLookup | undefined): Annotation[] {
  const items = itemsOf(pack);
  const asked = new Set(
    items.flatMap((item) => (item.type === 'question' ? item.annotationId : [])),
  );
  const ids = items.flatMap((item) => {
    if (item.type === 'excerpt') return item.annotationId;
    if (item.type === 'figures') return item.annotationIds;
    if (item.type !== 'article') return [];
    const all = lookup?.material.annotations ?? [];
    const within = all.filter(({ articleId }) => articleId === item.articleId);
    return within.toSorted((a, b) => placeIn(a) - placeIn(b)).map(({ id }) => id);
  });
  const left = [...new Set(ids)].filter((id) => !asked.has(id));
  return left.flatMap((id) => lookup?.annotations.get(id) ?? []);
}

/** Where in its article an excerpt's mention stands. */
function placeIn({ target, mention }: Annotation): number {
  return target.selector[1].start + (mention?.start ?? 0);
}

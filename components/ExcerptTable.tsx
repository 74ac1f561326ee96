import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { Column, Sort } from '../lib/core/collection/sort-entries.ts';
import { ExcerptCell } from './ExcerptCell.tsx';
import { ExcerptBody, type ExcerptCardParts } from './ExcerptCard.tsx';
import { useTranslate } from './i18n.tsx';
import type { ListRef } from './use-list-keys.ts';

interface ExcerptTableProps {
  excerpts: readonly Excerpt[];
  columns: readonly Column[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** The row opened to be read whole. */
  opened: string | undefined;
  onOpen: (id: string | undefined) => void;
  cardOf: (id: string) => ExcerptCardParts;
  list: ListRef;
}

/** Excerpts a row each; a heading sorts by its column, Enter or a press opens the row. */
export function ExcerptTable(props: ExcerptTableProps) {
  const { excerpts, columns, sort, onSort, opened, onOpen, cardOf, list } = props;
  const t = useTranslate();
  return (
    // A box that scrolls must be reachable by keyboard.
    <div class="table-box" tabIndex={0} role="region" aria-label={t('layout_table')}>
      <table class="excerpt-table" ref={list}>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{t('library_column_pick')}</span>
            </th>
            {columns.map((name) => (
              <Heading key={name} name={name} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {excerpts.map((excerpt, at) => (
            <Row
              key={excerpt.annotation.id}
              excerpt={excerpt}
              columns={columns}
              isFirst={at === 0}
              isOpen={opened === excerpt.annotation.id}
              onOpen={onOpen}
              card={cardOf(excerpt.annotation.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps {
  name: Column;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Heading({ name, sort, onSort }: HeadingProps) {
  const t = useTranslate();
  const isSorted = sort.by === name;
  const direction = sort.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-column={name} aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        onClick={() => onSort({ by: name, isDescending: isSorted && !sort.isDescending })}
      >
        {t(`library_column_${name}`)}
        <span aria-hidden="true">{isSorted ? (sort.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

interface RowProps {
  excerpt: Excerpt;
  columns: readonly Column[];
  isFirst: boolean;
  isOpen: boolean;
  onOpen: (id: string | undefined) => void;
  card: ExcerptCardParts;
}

function Row({ excerpt, columns, isFirst, isOpen, onOpen, card }: RowProps) {
  const t = useTranslate();
  const { id, mention, target } = excerpt.annotation;
  const name = mention?.exact ?? target.selector[0].exact.slice(0, 40);
  return (
    <>
      <tr
        id={`excerpt-${id}`}
        data-item={id}
        data-type={mention?.type ?? 'selection'}
        tabIndex={isFirst ? 0 : -1}
        data-open={isOpen || undefined}
        onClick={({ target }) => {
          const isControl = target instanceof Element && target.closest('a, button, input');
          // Words being picked out with the mouse are no press.
          if (!isControl && getSelection()?.isCollapsed !== false) onOpen(isOpen ? undefined : id);
        }}
      >
        <td>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('excerpt_pick', [name])}
            checked={card.isPicked}
            onChange={({ currentTarget }) => card.onPick(currentTarget.checked)}
          />
          <button
            type="button"
            class="link"
            tabIndex={-1}
            aria-expanded={isOpen}
            aria-label={t('excerpt_open', [name])}
            onClick={() => onOpen(isOpen ? undefined : id)}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        </td>
        {columns.map((column) => (
          <td key={column} data-column={column}>
            <ExcerptCell excerpt={excerpt} column={column} />
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr class="opened" data-part-of={id} data-type={mention?.type ?? 'selection'} tabIndex={-1}>
          <td colSpan={columns.length + 1}>
            <div class="excerpt" data-type={mention?.type ?? 'selection'}>
              <ExcerptBody excerpt={excerpt} {...card} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

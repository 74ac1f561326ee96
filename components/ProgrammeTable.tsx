import {
  fillable,
  PROGRAMME_COLUMNS,
  type ListedProgramme,
  type ProgrammeColumn,
  type ProgrammeSort,
} from '../lib/core/collection/programme-list.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import type { ListRef } from './use-list-keys.ts';
import { fieldWords, programmeName, programmePlace } from './programme-words.ts';

interface ProgrammeTableProps {
  entries: readonly ListedProgramme[];
  sort: ProgrammeSort;
  onSort: (sort: ProgrammeSort) => void;
  picked: readonly string[];
  onPick: (id: string) => void;
  list: ListRef;
}

/** Entries a row each; a heading sorts by its column, Enter or a press on the name opens the entry. */
export function ProgrammeTable(props: ProgrammeTableProps) {
  const { entries, sort, onSort, picked, onPick, list } = props;
  const t = useTranslate();
  return (
    // A box that scrolls must be reachable by keyboard.
    <div class="table-box" tabIndex={0} role="region" aria-label={t('programmes_table')}>
      <table class="excerpt-table programme-table" ref={list}>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{t('library_column_pick')}</span>
            </th>
            {PROGRAMME_COLUMNS.map((name) => (
              <Heading key={name} name={name} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, at) => (
            <Row
              key={entry.id}
              entry={entry}
              isFirst={at === 0}
              isPicked={picked.includes(entry.id)}
              onPick={() => onPick(entry.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is counted is looked at from the most down. */
const COUNTED: ReadonlySet<ProgrammeColumn> = new Set(['excerpts', 'articles']);

function Heading({
  name,
  sort,
  onSort,
}: { name: ProgrammeColumn } & Pick<ProgrammeTableProps, 'sort' | 'onSort'>) {
  const t = useTranslate();
  const isSorted = sort.by === name;
  const isDescending = isSorted ? !sort.isDescending : COUNTED.has(name);
  const direction = sort.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-column={name} aria-sort={isSorted ? direction : undefined}>
      <button type="button" onClick={() => onSort({ by: name, isDescending })}>
        {t(`programmes_column_${name}`)}
        <span aria-hidden="true">{isSorted ? (sort.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

interface RowProps {
  entry: ListedProgramme;
  isFirst: boolean;
  isPicked: boolean;
  onPick: () => void;
}

function Row({ entry, isFirst, isPicked, onPick }: RowProps) {
  const t = useTranslate();
  const { id, fields, proposals } = entry;
  const name = programmeName(t, entry);
  const title = fields.title?.value;
  return (
    <tr data-item={id} data-type="programme" tabIndex={isFirst ? 0 : -1}>
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('programmes_pick', [name])}
          checked={isPicked}
          onChange={onPick}
        />
      </td>
      <td data-column="name">
        <a href={programmePlace(entry.place)} tabIndex={-1}>
          {name}
        </a>
        {proposals > 0 && <span class="hint">{t('programmes_like_one')}</span>}
        {title && title !== name && <p class="quiet">{title}</p>}
      </td>
      {(['issuer', 'date', 'term'] as const).map((field) => (
        <Told key={field} entry={entry} field={field} />
      ))}
      <td data-column="excerpts">{formatCount(entry.excerpts)}</td>
      <td data-column="articles">{formatCount(entry.articles)}</td>
    </tr>
  );
}

function Told({ entry, field }: { entry: ListedProgramme; field: 'issuer' | 'date' | 'term' }) {
  const t = useTranslate();
  const told = entry.fields[field];
  const isMissing = !told && field !== 'term' && fillable(entry.kind).includes(field);
  return (
    <td data-column={field}>
      {told && [told.value, ...told.others].map((value) => fieldWords(t, field, value)).join(' / ')}
      {isMissing && <span class="quiet">{t('programme_unknown')}</span>}
    </td>
  );
}

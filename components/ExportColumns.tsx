import { useRef, useState } from 'preact/hooks';
import { columns as everyColumn, columnsOf, type Column } from '../lib/core/export/columns.ts';
import { useTranslate } from './i18n.tsx';

interface ExportColumnsProps {
  /** Keys, in the order of the columns. */
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
}

/** Which columns there are and in what order: chosen ones are moved by buttons or by Alt and an arrow key. */
export function ExportColumns({ chosen, onChange }: ExportColumnsProps) {
  const t = useTranslate();
  const [said, setSaid] = useState('');
  const shown = columnsOf(chosen).map(({ key }) => key);
  const places = useRef<readonly string[]>([]);
  places.current = placed(places.current, shown);
  const listed = columnsOf(places.current);
  const move = ({ key, header }: Column, by: number) => {
    const beside = shown[shown.indexOf(key) + by];
    if (beside === undefined) return;
    places.current = moved(places.current, key, beside);
    const keys = places.current.filter((each) => shown.includes(each));
    onChange(keys);
    setSaid(t('export_column_at', [t(header), String(keys.indexOf(key) + 1)]));
  };
  const tick = ({ key }: Column, isChosen: boolean) =>
    onChange(places.current.filter((each) => (each === key ? isChosen : shown.includes(each))));
  return (
    <details class="columns">
      <summary>{t('export_columns', [String(shown.length), String(everyColumn.length)])}</summary>
      <p class="quiet">{t('export_columns_hint')}</p>
      <ul>
        {listed.map((column) => (
          <ColumnItem
            key={column.key}
            column={column}
            isChosen={shown.includes(column.key)}
            isFirst={column.key === shown[0]}
            isLast={column.key === shown.at(-1)}
            onTick={(isChosen) => tick(column, isChosen)}
            onMove={(by) => move(column, by)}
          />
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </details>
  );
}

/**
 * Every column's key as it is listed: where it was, so that what is unticked stays under the hand; the chosen ones first
 * when they come in another order than before.
 */
function placed(before: readonly string[], chosen: readonly string[]): readonly string[] {
  const kept = before.filter((key) => chosen.includes(key));
  if (before.length > 0 && kept.join() === chosen.join()) return before;
  const others = everyColumn.map(({ key }) => key).filter((key) => !chosen.includes(key));
  return [...chosen, ...others];
}

/** `["a", "b", "c"]`, `"c"` to where `"a"` is → `["c", "a", "b"]`. */
function moved(keys: readonly string[], key: string, beside: string): string[] {
  const to = keys.indexOf(beside);
  const rest = keys.filter((other) => other !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

interface ColumnItemProps {
  column: Column;
  isChosen: boolean;
  isFirst: boolean;
  isLast: boolean;
  onTick: (isChosen: boolean) => void;
  onMove: (by: number) => void;
}

function ColumnItem({ column, isChosen, isFirst, isLast, onTick, onMove }: ColumnItemProps) {
  const t = useTranslate();
  const name = t(column.header);
  return (
    <li
      onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!event.altKey || !by || !isChosen) return;
        event.preventDefault();
        onMove(by);
      }}
    >
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        {name}
      </label>
      {isChosen && (
        <span class="actions">
          {/* Kept focusable at the ends: a button that is disabled under the keyboard loses it. */}
          <button
            type="button"
            aria-label={t('export_column_up', [name])}
            aria-disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={t('export_column_down', [name])}
            aria-disabled={isLast}
            onClick={() => onMove(1)}
          >
            ↓
          </button>
        </span>
      )}
    </li>
  );
}

import { useRef, useState } from 'preact/hooks';
import { columns as everyColumn, columnsOf, type Column } from '../lib/core/export/columns.ts';
import { useTranslate } from './i18n.tsx';

interface ExportColumnsProps {
  /** Keys, in the order of the columns. */
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
}

/** Which columns there are and in what order: chosen ones first, moved by buttons or by Alt and an arrow key. */
export function ExportColumns({ chosen, onChange }: ExportColumnsProps) {
  const t = useTranslate();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const shown = columnsOf(chosen);
  const others = everyColumn.filter(({ key }) => !chosen.includes(key));
  const move = (column: Column, by: number) => {
    const keys = moved(
      shown.map(({ key }) => key),
      column.key,
      by,
    );
    onChange(keys);
    setSaid(t('export_column_at', [t(column.header), String(keys.indexOf(column.key) + 1)]));
  };
  const tick = ({ key }: Column, isChosen: boolean) => {
    const keys = shown.map((column) => column.key);
    onChange(isChosen ? [...keys, key] : keys.filter((other) => other !== key));
  };
  return (
    <details class="columns">
      <summary>{t('export_columns', [String(shown.length), String(everyColumn.length)])}</summary>
      <p class="quiet">{t('export_columns_hint')}</p>
      <ul ref={list}>
        {[...shown, ...others].map((column, at) => (
          <ColumnItem
            key={column.key}
            column={column}
            isChosen={at < shown.length}
            isFirst={at === 0}
            isLast={at === shown.length - 1}
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

/** `["a", "b", "c"]`, `"c"`, −1 → `["a", "c", "b"]`. */
function moved(keys: readonly string[], key: string, by: number): string[] {
  const at = keys.indexOf(key);
  const to = Math.max(0, Math.min(at + by, keys.length - 1));
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

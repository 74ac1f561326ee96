import { useRef } from 'preact/hooks';
import { formats, type FormatName } from '../lib/core/export/formats.ts';
import { useTranslate } from './i18n.tsx';

interface ExportMenuProps {
  label: string;
  onExport: (format: FormatName) => void;
}

const names = Object.keys(formats) as FormatName[];

/** The formats there are, one press away; Escape or leaving it closes it. */
export function ExportMenu({ label, onExport }: ExportMenuProps) {
  const t = useTranslate();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget && !menu.current?.contains(relatedTarget as Node)) close();
      }}
    >
      <summary>{label}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                close();
                onExport(name);
              }}
            >
              {t(formats[name].label)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { countItems, type PackContent } from '../lib/core/pack/pack-content.ts';
import { PACK_FORMATS, packFileName } from '../lib/core/pack/pack-formats.ts';
import { ExportProgress } from './ExportProgress.tsx';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { leaveMenuByKey } from './leave-menu.ts';
import type { PackActions } from './pack-actions.ts';
import { useExportRun } from './use-export-run.ts';
import type { Deeds } from './use-library-actions.ts';

interface PackExportProps {
  /** The pack as it is written; nothing while what it names is being read. */
  resolve: (() => PackContent) | undefined;
  packs: PackActions;
  deeds: Deeds;
}

/** A pack on its way out: to the printer, or as a file, whose making is shown and can be called off. */
export function PackExport({ resolve, packs, deeds }: PackExportProps) {
  const t = useTranslate();
  const run = useExportRun(packs.write, (_, { content, format }) => {
    const out = content.leftOut.length;
    const key = out > 0 ? 'pack_written_partly' : 'pack_written';
    const text = t(key, [formatCount(out), fileNameOf(content, format)]);
    void deeds.attempt(Promise.resolve(), () => ({ text }));
  });
  const { cancel, menu } = useKeyboard(run.progress !== undefined);
  if (run.progress) {
    return (
      <span class="pack-running">
        <ExportProgress progress={run.progress} counting="pack_running" />
        <button type="button" ref={cancel} onClick={run.cancel}>
          {t('export_cancel')}
        </button>
      </span>
    );
  }
  const chosen = (deed: (content: PackContent) => void) => {
    closeMenu(menu.current);
    if (resolve) deed(resolve());
  };
  const write = (format: string) =>
    chosen((content) => run.start({ content, format }, countItems(content)));
  return (
    <>
      {run.said && <span role="alert">{t(run.said)}</span>}
      <details class="menu" ref={menu} onKeyDown={leaveMenuByKey}>
        <summary>{t('pack_export')}</summary>
        <ul>
          <Choice
            label={t('pack_print')}
            isDisabled={!resolve}
            onChoose={() => chosen((content) => void deeds.attempt(packs.print(content)))}
          />
          {Object.entries(PACK_FORMATS).map(([name, { label, hint }]) => (
            <Choice
              key={name}
              label={t(label)}
              hint={t(hint)}
              isDisabled={!resolve}
              onChoose={() => write(name)}
            />
          ))}
        </ul>
      </details>
    </>
  );
}

function fileNameOf(content: PackContent, format: string): string {
  const made = PACK_FORMATS[format];
  return made ? packFileName(content, made) : '';
}

function closeMenu(menu: Element | null): void {
  menu?.removeAttribute('open');
}

interface ChoiceProps {
  label: string;
  hint?: string;
  isDisabled: boolean;
  onChoose: () => void;
}

function Choice({ label, hint, isDisabled, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" disabled={isDisabled} title={hint} onClick={onChoose}>
        {label}
      </button>
    </li>
  );
}

/** Keeps the keyboard where the work is: on what calls it off, then on the menu, unless it went elsewhere meanwhile. */
function useKeyboard(isRunning: boolean) {
  const cancel = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const hasRun = useRef(false);
  useLayoutEffect(() => {
    if (isRunning) {
      hasRun.current = true;
      cancel.current?.focus();
    } else if (hasRun.current && document.activeElement === document.body) {
      menu.current?.querySelector('summary')?.focus();
    }
  }, [isRunning]);
  useClosedFromOutside(menu);
  return { cancel, menu };
}

/** Closes an open menu when the pointer or the keyboard goes to anything else. */
function useClosedFromOutside(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) closeMenu(menu.current);
    };
    document.addEventListener('pointerdown', leave, { signal });
    document.addEventListener('focusin', leave, { signal });
    return () => leaving.abort();
  }, [menu]);
}

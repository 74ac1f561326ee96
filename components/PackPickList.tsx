import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import type { Picking } from './use-picking.ts';

interface PackPickListProps {
  /** What is shown of all there is to pick from. */
  ids: readonly string[];
  picking: Picking;
  /** Which part of all is shown; another one is read from its top. */
  page?: number;
  /** A `PackChoice` each. */
  children: ComponentChildren;
}

/**
 * Things to pick from, with a box that picks all that are shown. For Tab the list is one stop; arrows, Home and End go
 * through it.
 */
export function PackPickList({ ids, picking, page, children }: PackPickListProps) {
  const t = useTranslate();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = 0;
  }, [page, ids[0]]);
  useLayoutEffect(() => {
    const boxes = boxesOf(list.current);
    const stop = boxes.find((box) => box === document.activeElement) ?? boxes[0];
    makeStop(boxes, stop);
  }, [children]);
  const count = ids.filter(picking.isPicked).length;
  const isAll = count > 0 && count === ids.length;
  return (
    <>
      {ids.length > 1 && (
        <label class="pack-check">
          <input
            type="checkbox"
            checked={isAll}
            indeterminate={count > 0 && !isAll}
            onChange={() => picking.pick(ids, !isAll)}
          />
          {t(page === undefined ? 'pack_pick_all' : 'pack_pick_page', [formatCount(ids.length)])}
        </label>
      )}
      <ul class="pack-found" ref={list} aria-label={t('pack_found')} onKeyDown={goAlong}>
        {children}
      </ul>
    </>
  );
}

function boxesOf(list: HTMLElement | null): HTMLInputElement[] {
  return [...(list?.querySelectorAll('input') ?? [])];
}

function makeStop(boxes: readonly HTMLInputElement[], stop: HTMLInputElement | undefined): void {
  for (const box of boxes) box.tabIndex = box === stop ? 0 : -1;
}

function goAlong(event: TargetedKeyboardEvent<HTMLUListElement>): void {
  const boxes = boxesOf(event.currentTarget);
  const at = boxes.findIndex((box) => box === event.target);
  const places: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: boxes.length - 1,
  };
  const next = boxes[places[event.key] ?? -1];
  if (at < 0 || !next) return;
  event.preventDefault();
  makeStop(boxes, next);
  next.focus();
}

interface PackChoiceProps {
  id: string;
  picking: Picking;
  /** What kind of thing it is, for its colour. */
  type?: string;
  /** What is picked, in phrases: it is the name of its box. */
  children: ComponentChildren;
}

/** One thing to pick. */
export function PackChoice({ id, picking, type, children }: PackChoiceProps) {
  return (
    <li>
      <label class="pack-choice" data-type={type}>
        <input
          type="checkbox"
          checked={picking.isPicked(id)}
          onChange={({ currentTarget }) => picking.pick([id], currentTarget.checked)}
        />
        <span>{children}</span>
      </label>
    </li>
  );
}

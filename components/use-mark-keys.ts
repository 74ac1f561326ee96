import { useState } from 'preact/hooks';
import type { ChartMark } from '../lib/core/collection/series/chart.ts';

/**
 * Leads the keyboard through a chart's marks: left and right through time, up and down among the values of one time,
 * Home and End to the ends. One mark at a time is reached by Tab.
 */
export function useMarkKeys(marks: readonly ChartMark[]) {
  const [reached, reach] = useState(0);
  const reachable = Math.min(reached, Math.max(0, marks.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const { currentTarget, target, ctrlKey, metaKey, altKey } = event;
    // With a modifier arrows lead back, forth and elsewhere in the browser.
    if (ctrlKey || metaKey || altKey) return;
    if (!(currentTarget instanceof Element) || !(target instanceof Element)) return;
    const elements = [...currentTarget.querySelectorAll<SVGGElement>('[data-mark]')];
    const at = elements.findIndex((each) => each === target);
    const next = neighbour(marks, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    elements[next]?.focus();
  };
  return { reachable, reach, onKeyDown };
}

function neighbour(marks: readonly ChartMark[], at: number, key: string): number | undefined {
  const mark = marks[at];
  if (!mark) return undefined;
  switch (key) {
    case 'ArrowRight':
      return placeOf(marks, ({ point }, place) => place > at && point !== mark.point);
    case 'ArrowLeft':
      return firstOfTime(
        marks,
        marks.findLast(({ point }, place) => place < at && point !== mark.point),
      );
    case 'ArrowUp':
      return besides(marks, mark, -1);
    case 'ArrowDown':
      return besides(marks, mark, 1);
    case 'Home':
      return 0;
    case 'End':
      return firstOfTime(marks, marks.at(-1));
    default:
      return undefined;
  }
}

/** The next value of the same time, upwards or downwards. */
function besides(
  marks: readonly ChartMark[],
  mark: ChartMark,
  direction: number,
): number | undefined {
  const own = marks.filter(({ point }) => point === mark.point).sort((a, b) => a.y - b.y);
  const next = own[own.indexOf(mark) + direction];
  return next && marks.indexOf(next);
}

function firstOfTime(marks: readonly ChartMark[], mark: ChartMark | undefined): number | undefined {
  return mark && placeOf(marks, ({ point }) => point === mark.point);
}

function placeOf(
  marks: readonly ChartMark[],
  fits: (mark: ChartMark, place: number) => boolean,
): number | undefined {
  const at = marks.findIndex(fits);
  return at < 0 ? undefined : at;
}

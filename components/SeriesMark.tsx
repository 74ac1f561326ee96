import { middle, type ChartMark } from '../lib/core/collection/series/chart.ts';
import type { Standing } from '../lib/core/collection/series/statements.ts';

interface SeriesMarkProps {
  mark: ChartMark;
  standing: Standing;
  label: string;
  /** Whether Tab leads to it; the others are reached from it by arrow keys. */
  isReachable: boolean;
  onHover: (isHovered: boolean) => void;
  onFocus: (isFocused: boolean) => void;
  onOpen: () => void;
}

/** Half of what a finger needs. */
const REACH = 14;

/** One value of a chart: a button in the shape of what it says. */
export function SeriesMark({ mark, standing, label, isReachable, ...does }: SeriesMarkProps) {
  return (
    <g
      class="mark"
      role="button"
      // Attributes of SVG keep their case, and only this one is known.
      tabindex={isReachable ? 0 : -1}
      aria-label={label}
      data-mark={`${mark.point} ${mark.value}`}
      data-standing={standing}
      data-shape={mark.shape}
      onMouseEnter={() => does.onHover(true)}
      onMouseLeave={() => does.onHover(false)}
      onFocus={() => does.onFocus(true)}
      onBlur={() => does.onFocus(false)}
      onClick={does.onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        does.onOpen();
      }}
    >
      <circle class="reach" cx={mark.x} cy={middle(mark)} r={REACH} />
      <Outline {...mark} />
      <MarkShape {...mark} />
      {(standing === 'conflicting' || standing === 'unsure') && (
        <text class="sign" x={mark.x + 9} y={middle(mark)} dy="0.35em">
          {standing === 'conflicting' ? '!' : '?'}
        </text>
      )}
    </g>
  );
}

/** The ring of the mark that has the keyboard. */
function Outline({ x, y, top }: ChartMark) {
  return <rect class="ring" x={x - 10} y={top - 10} width={20} height={y - top + 20} rx={6} />;
}

/** A mark of a shape in its place; the legend draws the same. */
export function MarkShape({ shape, x, y, top }: Pick<ChartMark, 'shape' | 'x' | 'y' | 'top'>) {
  switch (shape) {
    case 'range':
      return <path class="bar" d={`M${x} ${y}V${top}M${x - 5} ${y}h10M${x - 5} ${top}h10`} />;
    case 'more':
      return <path class="dot" d={`M${x} ${y - 7}l6 10h-12z`} />;
    case 'less':
      return <path class="dot" d={`M${x} ${y + 7}l6 -10h-12z`} />;
    case 'about':
      return <circle class="about" cx={x} cy={y} r={5} />;
    default:
      return <circle class="dot" cx={x} cy={y} r={5} />;
  }
}

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chartOf, type Chart, type ChartMark } from '../lib/core/collection/series/chart.ts';
import { pointPeriod, saidWords } from '../lib/core/collection/series/series-words.ts';
import type { Series } from '../lib/core/collection/series/series.ts';
import { useTranslate } from './i18n.tsx';
import { SeriesLegend } from './SeriesLegend.tsx';
import { SeriesMark } from './SeriesMark.tsx';
import { useMarkKeys } from './use-mark-keys.ts';

/** Pixels; the width is the room there is. */
const HEIGHT = 320;
const USUAL_WIDTH = 760;
const LEAST_WIDTH = 280;
const MARGIN = { left: 84, right: 20, top: 16, bottom: 32 };
const NARROW = 520;

interface SeriesChartProps {
  series: Series;
  title: string;
  /** Opens the excerpts of a value. */
  onOpen: (point: number, value: number) => void;
}

/** A series over a true axis of time: every value to be read exactly by pointer and by keyboard, and to be opened. */
export function SeriesChart({ series, title, onOpen }: SeriesChartProps) {
  const t = useTranslate();
  const { box, width } = useWidth();
  const left = width < NARROW ? 64 : MARGIN.left;
  const frame = {
    left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: HEIGHT - MARGIN.bottom,
  };
  const chart = chartOf(series, frame);
  const [hovered, setHovered] = useState<number>();
  const [focused, setFocused] = useState<number>();
  const keys = useMarkKeys(chart?.marks ?? []);
  if (!chart) return <p class="quiet">{t('series_chart_none')}</p>;
  // Two may be looked at: one by the pointer, one by the keyboard.
  const shown = [...new Set([focused, hovered])].flatMap((at) => chart.marks[at ?? -1] ?? []);
  return (
    <figure class="chart">
      <div class="drawing" ref={box}>
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          style={{ maxWidth: `${width}px` }}
          role="group"
          aria-label={t('series_chart', [title])}
          onKeyDown={keys.onKeyDown}
        >
          <Axes chart={chart} frame={frame} />
          <Lines chart={chart} />
          {chart.marks.map((mark, at) => (
            <SeriesMark
              key={`${mark.point} ${mark.value}`}
              mark={mark}
              standing={series.points[mark.point]?.values[mark.value]?.standing ?? 'alone'}
              label={labelOf(t, series, mark)}
              isReachable={at === keys.reachable}
              onHover={(isHovered) => setHovered(isHovered ? at : undefined)}
              onFocus={(isFocused) => {
                setFocused(isFocused ? at : undefined);
                if (isFocused) keys.reach(at);
              }}
              onOpen={() => onOpen(mark.point, mark.value)}
            />
          ))}
        </svg>
        {shown.map((mark) => (
          <p
            key={`${mark.point} ${mark.value}`}
            class="value-tip"
            style={tipPlace(mark, width)}
            aria-hidden="true"
          >
            {labelOf(t, series, mark)}
          </p>
        ))}
      </div>
      <Caption series={series} chart={chart} />
    </figure>
  );
}

function Caption({ series, chart }: { series: Series; chart: Chart }) {
  const t = useTranslate();
  const unplaced = series.points.flatMap(({ first, values }) => (first ? [] : values)).length;
  return (
    <figcaption>
      <SeriesLegend series={series} />
      <p class="quiet">
        {chart.isCut && <span>{t('series_chart_cut')} </span>}
        {unplaced > 0 && <span>{t('series_chart_left', [String(unplaced)])} </span>}
        <span class="how">{t('series_chart_keys')}</span>
      </p>
    </figcaption>
  );
}

/** What a mark says: `2022: 1.837 đảng viên … 2 bài cùng nêu`. */
function labelOf(
  t: ReturnType<typeof useTranslate>,
  series: Series,
  { point, value }: ChartMark,
): string {
  const told = series.points[point];
  const said = told?.values[value];
  return told && said ? `${pointPeriod(t, told)}: ${saidWords(t, series, said)}` : '';
}

/** Beside the mark, within the drawing. */
function tipPlace({ x, top }: ChartMark, width: number) {
  const across = x / width;
  return {
    left: `${across * 100}%`,
    top: `${(top / HEIGHT) * 100}%`,
    translate: `${-across * 100}% calc(-100% - 14px)`,
  };
}

interface AxesProps {
  chart: Chart;
  frame: { left: number; right: number; top: number; bottom: number };
}

function Axes({ chart, frame }: AxesProps) {
  return (
    <g class="axes" aria-hidden="true">
      {chart.values.map(({ at, label }) => (
        <g key={label}>
          <line
            x1={frame.left}
            x2={frame.right}
            y1={at}
            y2={at}
            data-zero={label === '0' || undefined}
          />
          <text x={frame.left - 8} y={at} dy="0.32em" text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {chart.years.map(({ at, label }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={frame.bottom} y2={frame.bottom + 5} />
          <text x={at} y={frame.bottom + 20} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {chart.isCut && (
        <path class="cut" d={`M${frame.left - 6} ${frame.bottom - 4}l4 -5l4 8l4 -5`} />
      )}
    </g>
  );
}

function Lines({ chart }: { chart: Chart }) {
  return (
    <g aria-hidden="true">
      {chart.lines.map(({ x1, y1, x2, y2 }) => (
        <line class="joined" key={x1} x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
      {chart.spans.map(({ x1, x2, y }) => (
        <line class="span" key={`${x1} ${y}`} x1={x1} x2={x2} y1={y} y2={y} />
      ))}
      {chart.disputes.map(({ x, y1, y2 }) => (
        <line class="dispute" key={x} x1={x} x2={x} y1={y1} y2={y2} />
      ))}
    </g>
  );
}

/** The room there is for a drawing, followed as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const resized = new ResizeObserver(() => {
      setWidth(Math.max(LEAST_WIDTH, Math.round(current.clientWidth)));
    });
    resized.observe(current);
    return () => resized.disconnect();
  }, []);
  return { box, width };
}

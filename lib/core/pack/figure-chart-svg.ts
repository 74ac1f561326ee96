import { escapeXml } from '../export/xml-text.ts';
import { barSize, type ChartPiece } from './chart-pieces.ts';
import type { FigureChart } from './pack-content.ts';

type Point = FigureChart['points'][number];

/** User units; the drawing is scaled to the page's width. */
const WIDTH = 640;
const LABEL_WIDTH = 210;
/** Room for the value written beside a bar's end. */
const VALUE_WIDTH = 150;
const BAR_HEIGHT = 16;
const LINE_HEIGHT = 17;
const GAP = 8;
/** What fits a label's width at the drawing's size of letters. */
const LABEL_LETTERS = 32;
const LABEL_LINES = 3;
const VALUE_LETTERS = 22;
const PLOT = { from: LABEL_WIDTH + 10, to: WIDTH - VALUE_WIDTH };

/**
 * Draws bars of a chart as an SVG picture with a bar a figure, its exact value written at its end; it is in the colour of the
 * text around it and says nothing by colour.
 * @param id prefix of the ids in it, unique in the document
 * @param title what a screen reader calls it; its description has every label and value
 */
export function figureChartSvg({ points, ends }: ChartPiece, id: string, title: string): string {
  const scale = scaleOf(ends);
  let top = GAP;
  const bars = points.map((point) => {
    const lines = wrapText(point.label, LABEL_LETTERS, LABEL_LINES);
    const height = Math.max(BAR_HEIGHT, lines.length * LINE_HEIGHT);
    const drawn = barSvg(point, lines, scale, { top, height });
    top += height + GAP;
    return drawn;
  });
  const told = points.map(({ label, written }) => `${label}: ${written}`).join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${WIDTH} ${top}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escapeXml(title)}</title>
<desc id="${id}-desc">${escapeXml(told)}</desc>
<g fill="currentColor" font-size="14">
${bars.join('\n')}
<line x1="${scale(0)}" x2="${scale(0)}" y1="0" y2="${top}" stroke="currentColor"/>
</g>
</svg>`;
}

function barSvg(
  { value, written }: Point,
  label: readonly string[],
  scale: (value: number) => number,
  { top, height }: { top: number; height: number },
): string {
  const [zero, end] = [scale(0), scale(barSize(value))];
  const [from, width] = [Math.min(zero, end), Math.abs(end - zero)];
  const middle = top + height / 2;
  const bar = `x="${round(from)}" y="${round(middle - BAR_HEIGHT / 2)}" width="${round(width)}" height="${BAR_HEIGHT}"`;
  const first = middle - ((label.length - 1) * LINE_HEIGHT) / 2 + 5;
  const lines = label.map(
    (line, at) =>
      `<text x="${LABEL_WIDTH}" y="${round(first + at * LINE_HEIGHT)}" text-anchor="end">${escapeXml(line)}</text>`,
  );
  const [shown = ''] = wrapText(written, VALUE_LETTERS, 1);
  return `${lines.join('')}<rect ${bar} fill-opacity="0.35" stroke="currentColor"/><text x="${round(from + width + 6)}" y="${round(middle + 5)}" font-weight="bold">${escapeXml(shown)}</text>`;
}

/** Gives the place of a value along the bars; zero is always among them. */
function scaleOf([low, high]: ChartPiece['ends']): (value: number) => number {
  const span = high - low || 1;
  return (value) => round(PLOT.from + ((value - low) / span) * (PLOT.to - PLOT.from));
}

/** Parts a text into lines of so many letters at most, at spaces where it has them; what is too long ends in `…`. */
export function wrapText(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (lengthOf(joined) <= letters || !line) line = joined;
    else {
      lines.push(line);
      line = word;
    }
    if (lines.length === most) break;
  }
  if (lines.length < most && line) lines.push(line);
  const isCut = lines.join(' ').length < text.trim().replace(/\s+/g, ' ').length;
  return lines.map((each, at) => shorten(each, letters, isCut && at === lines.length - 1));
}

function shorten(line: string, letters: number, isCut: boolean): string {
  if (lengthOf(line) <= letters && !isCut) return line;
  const kept = Array.from(line)
    .slice(0, letters - 1)
    .join('');
  return `${kept.trimEnd()}…`;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function round(size: number): number {
  return Math.round(size * 10) / 10;
}

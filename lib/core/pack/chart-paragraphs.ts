import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { plainParagraph } from '../export/report-paragraphs.ts';
import { FONT } from '../export/report-styles.ts';
import { legalText } from '../export/xml-text.ts';
import type { Words } from '../words.ts';
import { chartPieces, chartTitle, type ChartPiece } from './chart-pieces.ts';
import { wrapText } from './figure-chart-svg.ts';
import type { FigureChart } from './pack-content.ts';

/** Pixels. */
const AROUND = 60;
const A_BAR = 26;
/** Twentieths of a point in a pixel. */
const PER_PIXEL = 15;
/** Letters of a bar's name; the table beside the chart has it whole. */
const LABEL_LETTERS = 40;
const INK = '000000';
const GREY = 'A6A6A6';

/**
 * Makes charts that Word draws itself from its figures, with a bar a figure and its value as the article has it; its
 * name is below it. A figure too large for a bar's length leaves none.
 * @param width of the text on a page, in twentieths of a point
 */
export function chartParagraphs(chart: FigureChart, width: number, words: Words): Paragraph[] {
  return chartPieces(chart).flatMap((piece) => {
    const title = legalText(chartTitle(chart.unit, piece, words));
    const run = chartRun(piece, width, { title, unit: legalText(chart.unit) || title });
    return [
      new Paragraph({ style: 'ChartName', keepNext: true, children: [run] }),
      plainParagraph(title, 'ChartName'),
    ];
  });
}

function chartRun(
  { points, ends }: ChartPiece,
  width: number,
  { title, unit }: { title: string; unit: string },
): ChartRun {
  const sizes = points.map(({ value }) => Number(value));
  const told = points.map(({ label, written }) => `${label}: ${written}`).join('; ');
  return new ChartRun({
    type: 'bar',
    categories: points.map(({ label }) => legalText(wrapText(label, LABEL_LETTERS, 1).join(''))),
    series: [
      {
        name: unit,
        values: sizes.map((size) => (Number.isFinite(size) ? size : null)),
        color: GREY,
        pointLabels: points.map(({ written }) => ({ text: legalText(written) })),
      },
    ],
    dataLabels: { value: true, position: 'outsideEnd', font: { size: 11, bold: true, color: INK } },
    categoryAxis: { reverseOrder: true, font: { size: 11, color: INK } },
    valueAxis: { visible: false, gridlines: false, ...rangeOf(ends) },
    gapWidth: 60,
    legend: false,
    font: { name: FONT, color: INK },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    transformation: {
      width: Math.floor(width / PER_PIXEL),
      height: AROUND + A_BAR * points.length,
    },
    altText: { name: title, title, description: legalText(told) },
  });
}

/** The ends of the axis: room at the longest bars' ends for their values. */
function rangeOf([low, high]: ChartPiece['ends']) {
  const room = (high - low) * 0.2;
  if (room === 0) return {};
  return { minimum: low < 0 ? low - room : 0, maximum: high > 0 ? high + room : 0 };
}

import {
  AlignmentType,
  Header,
  type ILevelsOptions,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Layout } from './profile.ts';

/** Millimetres: top and bottom, left, right. Decree 30/2020/NĐ-CP, appendix I: 20–25, 30–35, 15–20. */
const MARGINS = { narrow: [20, 30, 15], wide: [25, 35, 20] } as const;

export const FONT = 'Times New Roman';
/** Word counts half points. */
const HALF = 2;
/** The decree's least space between paragraphs, 6 points, in twentieths of a point. */
const BETWEEN = 120;
/** 1.15 lines: between single and the decree's most, 1.5. */
const LINE = 276;
const INDENT = twips(10);

export const SOURCES = 'sources';

const sourceLevel: ILevelsOptions = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '[%1]',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: INDENT * 1.2, hanging: INDENT * 1.2 } } },
};

export const SOURCE_NUMBERING: INumberingOptions['config'][number] = {
  reference: SOURCES,
  levels: [sourceLevel],
};

/** A4 with the margins chosen; the first page has no number. */
export function pageOf({ margins }: Layout) {
  const [vertical, left, right] = MARGINS[margins].map(twips);
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: vertical,
          bottom: vertical,
          left,
          right,
          header: twips(10),
        },
      },
    },
  };
}

/** The page's number, in the middle of the upper margin. */
export function pageNumberHeader(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Header({
    children: [
      new Paragraph({ style: 'Header', alignment: AlignmentType.CENTER, children: [number] }),
    ],
  });
}

/** Styles with names of their own, so that an office changes all quotes by changing one style. */
export function reportStyles({ fontSize }: { fontSize: number }): IStylesOptions {
  const size = fontSize * HALF;
  const black = { font: FONT, size, color: '000000' };
  const bold = { ...black, bold: true };
  // LibreOffice takes lines without a rule for lines of an exact height, and squeezes them.
  const spacing = { before: 0, after: BETWEEN, line: LINE, lineRule: LineRuleType.AUTO };
  return {
    default: {
      document: { run: { ...black, language: { value: 'vi-VN' } }, paragraph: { spacing } },
      title: {
        run: { ...bold, allCaps: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { ...spacing, after: BETWEEN } },
      },
      heading1: {
        run: bold,
        paragraph: { keepNext: true, spacing: { ...spacing, before: BETWEEN * 2 } },
      },
    },
    paragraphStyles: [
      style(
        'Made',
        'Ngày lập',
        { alignment: AlignmentType.CENTER, spacing: { ...spacing, after: BETWEEN * 2 } },
        { italics: true },
      ),
      style(
        'ContentsTitle',
        'Tên mục lục',
        { alignment: AlignmentType.CENTER, keepNext: true, spacing },
        { bold: true, allCaps: true },
      ),
      style('Excerpt', 'Câu trích', {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: INDENT },
        keepNext: true,
        spacing: { ...spacing, before: BETWEEN, after: BETWEEN / 2 },
      }),
      style(
        'Reading',
        'Cách đọc',
        {
          alignment: AlignmentType.BOTH,
          indent: { left: INDENT },
          keepLines: true,
          spacing: { ...spacing, after: BETWEEN / 2, line: 240 },
        },
        { size: size - HALF },
      ),
      style('Source', 'Nguồn', { alignment: AlignmentType.LEFT, spacing }),
      style('Header', 'header', { alignment: AlignmentType.CENTER }),
    ],
  };
}

export function style(id: string, name: string, paragraph: object, run: object = {}) {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, run };
}

/** Millimetres in Word's unit, a twentieth of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 72 * 20);
}

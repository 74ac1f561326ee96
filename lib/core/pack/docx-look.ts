import { AlignmentType, BorderStyle, LineRuleType, TabStopType, type IStylesOptions } from 'docx';
import { reportStyles, style, twips } from '../export/report-styles.ts';
import type { Paper } from './pack.ts';

/** Millimetres, but for the letters, in points. */
interface PageLook {
  width: number;
  height: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  fontSize: number;
}

/** Of A4 the margins and letters of Decree 30/2020/NĐ-CP, appendix I; A5 has what is left of them at its size. */
const PAGES: Record<Paper, PageLook> = {
  A4: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, fontSize: 14 },
  A5: { width: 148, height: 210, top: 15, bottom: 15, left: 18, right: 12, fontSize: 12 },
};

const HEADER_DISTANCE = 8;
/** Twentieths of a point. */
const SMALL = 120;

const LINE = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' };
const CENTRED = { alignment: AlignmentType.CENTER };

/** Width of the text on a page, in twentieths of a point. */
export function textWidth(paper: Paper): number {
  const { width, left, right } = PAGES[paper];
  return twips(width - left - right);
}

/** Size and margins of a page. */
export function pageSize(paper: Paper) {
  const { width, height, top, bottom, left, right } = PAGES[paper];
  return {
    size: { width: twips(width), height: twips(height) },
    margin: {
      top: twips(top),
      bottom: twips(bottom),
      left: twips(left),
      right: twips(right),
      header: twips(HEADER_DISTANCE),
      footer: twips(HEADER_DISTANCE),
    },
  };
}

/** The report's styles, and those that only packs have; each named, so that an office changes all by changing one. */
export function packStyles(paper: Paper): IStylesOptions {
  const look = PAGES[paper];
  const base = reportStyles({ fontSize: look.fontSize });
  const { title, heading1 } = base.default ?? {};
  return {
    ...base,
    default: {
      ...base.default,
      title: {
        ...title,
        run: { ...title?.run, size: (look.fontSize + 6) * 2 },
        paragraph: { ...CENTRED, spacing: { before: twips(look.height / 5), after: SMALL * 2 } },
      },
      heading1: { ...heading1, paragraph: { ...heading1?.paragraph, ...CENTRED } },
      heading2: {
        ...(heading1?.run && { run: heading1.run }),
        paragraph: { keepNext: true, spacing: { before: SMALL * 2, after: SMALL / 2 } },
      },
    },
    paragraphStyles: [
      ...(base.paragraphStyles ?? []),
      ...coverStyles(look),
      ...bodyStyles(look, textWidth(paper)),
    ],
  };
}

function coverStyles({ height }: PageLook) {
  return [
    coverLine('Organisation', 'Cơ quan', 0, { bold: true, allCaps: true }),
    coverLine('Subtitle', 'Phụ đề', 4, { italics: true }),
    coverLine('Author', 'Người biên soạn', 12),
    coverLine('Dated', 'Nơi, thời gian', height / 4, { italics: true }),
  ];
}

function coverLine(id: string, name: string, gap: number, run: object = {}) {
  return style(id, name, { ...CENTRED, spacing: { before: twips(gap), after: SMALL } }, run);
}

function bodyStyles({ fontSize }: PageLook, width: number) {
  const spacing = { line: 264, lineRule: LineRuleType.AUTO, after: SMALL };
  const small = { size: (fontSize - 2) * 2 };
  const atRight = { type: TabStopType.RIGHT, position: width };
  const justified = { alignment: AlignmentType.JUSTIFIED, widowControl: true };
  const boxed = { top: LINE, bottom: LINE, left: LINE, right: LINE };
  const around = { before: SMALL, after: SMALL };
  const asked = { keepNext: true, keepLines: true, spacing: { before: SMALL } };
  const toWrite = { spacing: { before: SMALL * 2 }, tabStops: [{ ...atRight, leader: 'dot' }] };
  return [
    style('Lead', 'Lời dẫn', { spacing }, { italics: true }),
    style('Body', 'Đoạn văn', { ...justified, spacing }),
    style('Byline', 'Tác giả bài', { keepNext: true }, { ...small, italics: true }),
    style('Remark', 'Lời bình', { keepLines: true, border: boxed, spacing: around }),
    style('Cell', 'Ô bảng', { spacing: { before: 40, after: 40 } }, small),
    style('CellHead', 'Đầu cột', { ...CENTRED, keepNext: true }, { ...small, bold: true }),
    style('ChartName', 'Tên biểu đồ', CENTRED, { ...small, italics: true }),
    style('Question', 'Câu hỏi', asked),
    style('WritingLine', 'Dòng để viết', toWrite),
    style('Entry', 'Tên văn bản', { keepNext: true }, { bold: true }),
    style('RunningHead', 'Đầu trang', { tabStops: [atRight], border: { bottom: LINE } }, small),
    style('PageNumber', 'Số trang', CENTRED, small),
  ];
}

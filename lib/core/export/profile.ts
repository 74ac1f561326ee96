import * as z from 'zod';
import { CitationStyleId } from '../cite/citation-style.ts';
import { columns } from './columns.ts';
import { FORMAT_NAMES, formatOf, type FormatName } from './formats.ts';
import { ROW_ORDERS } from './order-rows.ts';

/** The page a report is set on, within what Decree 30/2020/NĐ-CP allows (A4, Times New Roman). */
export const Layout = z.object({
  /** Points. */
  fontSize: z.union([z.literal(13), z.literal(14)]),
  /** Millimetres; the decree's least, or its most: 25, 35 and 20. */
  margins: z.enum(['narrow', 'wide']),
});
export type Layout = z.infer<typeof Layout>;

/** What an export is made by: a choice of columns in their order, of rows' order and of a format. */
export const ExportChoice = z.object({
  format: z.enum(FORMAT_NAMES),
  columns: z.array(z.string()).min(1).max(200),
  order: z.enum(ROW_ORDERS),
  layout: Layout,
  /** The Vietnamese one unless it says another. */
  citationStyle: CitationStyleId.optional(),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

/** A choice kept under a name. */
export const ExportProfile = ExportChoice.extend({
  id: z.string().min(1),
  name: z.string().min(1).max(80),
});
export type ExportProfile = z.infer<typeof ExportProfile>;

/** What a report says under each quote; the quote, its source and the comparison are always there. */
const REPORT_COLUMNS = [
  'comparator',
  'written',
  'unit',
  'per',
  'change',
  'baseline',
  'subject',
  'property',
  'scope',
  'period',
  'number',
  'issuer',
  'date',
  'programme',
  'check',
  'tags',
  'note',
];

/** What a workbook shows unless more is asked for: narrow enough to read on a screen. */
const SHEET_COLUMNS = [
  'published',
  'outlet',
  'title',
  'sentence',
  'exact',
  'comparator',
  'value',
  'upper',
  'denominator',
  'unit',
  'per',
  'subject',
  'property',
  'scope',
  'period',
  'change',
  'baseline',
  'programme',
  'number',
  'issuer',
  'date',
  'check',
  'tags',
  'note',
  'state',
  'verified',
  'link',
  'written',
  'id',
];

const STANDARD_LAYOUT: Layout = { fontSize: 14, margins: 'narrow' };

/** What a reader who chooses nothing gets in a format. */
export function standardChoice(format: FormatName): ExportChoice {
  return {
    format,
    columns: standardColumns(format),
    order: 'document',
    layout: STANDARD_LAYOUT,
  };
}

function standardColumns(format: FormatName): string[] {
  if (format === 'xlsx') return SHEET_COLUMNS;
  return formatOf(format).isReport ? REPORT_COLUMNS : columns.map(({ key }) => key);
}

/** Whether a file of that choice says, somewhere in it, where its articles are from in the style chosen. */
export function citesArticles({ format, columns }: ExportChoice): boolean {
  const { isReport, hasColumns } = formatOf(format);
  // A workbook has a sheet of articles, whatever columns its excerpts have.
  return isReport || format === 'xlsx' || (hasColumns && columns.includes('citation'));
}

/** Reads stored profiles, of which nothing is trusted; what does not fit is left out. */
export function readProfiles(stored: unknown): ExportProfile[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item) => {
    const parsed = ExportProfile.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

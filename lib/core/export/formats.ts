import type { Words } from '../words.ts';
import { EXCHANGE_EXTENSION, EXCHANGE_TYPE } from './exchange-file.ts';
import type { WayBack } from './way-back.ts';

/** A kind of file a collection can leave as. */
export interface Format {
  label: Parameters<Words>[0];
  /** What the format is good for, in a sentence. */
  hint: Parameters<Words>[0];
  extension: string;
  mediaType: string;
  /** Whether the reader chooses what columns it has. */
  hasColumns: boolean;
  /** What of such a file the library takes back in. */
  wayBack: WayBack;
  /** Whether it is a text with a block an excerpt, not a table. */
  isReport?: boolean;
  /** Whether the order of its rows can be chosen. */
  hasOrder: boolean;
  /** The most excerpts a program opens such a file with in reasonable time. */
  most?: number;
}

/** Every format there is; the export dialog is made from this table. */
export const formats = {
  xlsx: {
    label: 'format_xlsx',
    hint: 'format_xlsx_hint',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    wayBack: 'none',
    hasColumns: true,
    hasOrder: true,
    // Excel's own limit of 1,048,576 rows, less the header.
    most: 1_048_575,
  },
  docx: {
    label: 'format_docx',
    hint: 'format_docx_hint',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    wayBack: 'none',
    isReport: true,
    hasColumns: true,
    hasOrder: true,
    most: 10_000,
  },
  csv: {
    label: 'format_csv',
    hint: 'format_csv_hint',
    extension: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    wayBack: 'edits',
    hasColumns: true,
    hasOrder: true,
  },
  html: {
    label: 'format_html',
    hint: 'format_html_hint',
    extension: 'html',
    mediaType: 'text/html;charset=utf-8',
    wayBack: 'none',
    isReport: true,
    hasColumns: true,
    hasOrder: true,
  },
  markdown: {
    label: 'format_markdown',
    hint: 'format_markdown_hint',
    extension: 'md',
    mediaType: 'text/markdown;charset=utf-8',
    wayBack: 'none',
    isReport: true,
    hasColumns: true,
    hasOrder: true,
  },
  ris: {
    label: 'format_ris',
    hint: 'format_ris_hint',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    wayBack: 'none',
    hasColumns: false,
    hasOrder: false,
  },
  csl: {
    label: 'format_csl',
    hint: 'format_csl_hint',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    wayBack: 'none',
    hasColumns: false,
    hasOrder: false,
  },
  json: {
    label: 'format_json',
    hint: 'format_json_hint',
    extension: EXCHANGE_EXTENSION,
    mediaType: EXCHANGE_TYPE,
    wayBack: 'whole',
    hasColumns: false,
    hasOrder: false,
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const FORMAT_NAMES = Object.keys(formats) as [FormatName, ...FormatName[]];

/** A format by its name, whatever it has. */
export function formatOf(name: FormatName): Format {
  return formats[name];
}

/** Names a file by the day it was made, as the reader's clock has it: `trich-bao-2026-11-22.csv`. */
export function fileName({ extension }: Format, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `trich-bao-${day.map((part) => String(part).padStart(2, '0')).join('-')}.${extension}`;
}

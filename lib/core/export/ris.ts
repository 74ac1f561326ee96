import { authorsOf } from '../citation.ts';
import { webLink } from '../collection/passage-link.ts';
import type { Words } from '../words.ts';
import type { WriteExport } from './export-source.ts';
import { quoteOf, type Row } from './row.ts';
import { knownDate } from './times.ts';
import { legalText } from './xml-text.ts';

/** White space, and the control character that Unicode counts as a line's end. */
const LINE_ENDS = /[\s\u0085]+/g;

/** Writes a RIS record for each article, with its quotes as notes, which EndNote, Mendeley and Zotero read. */
export const writeRis: WriteExport = async function* (source, _, { words }) {
  // Quotes of one article may lie apart; a record cannot be gone back to, so the quotes are held (not the texts).
  const records = new Map<string, Set<string>>();
  for await (const rows of source.batches()) {
    for (const row of rows) addRow(records, row, words);
  }
  for (const lines of records.values()) yield `${[...lines].join('\r\n')}\r\nER  - \r\n\r\n`;
};

/** A sentence that several figures were clipped from is noted once. */
function addRow(records: Map<string, Set<string>>, row: Row, words: Words): void {
  const { articleId } = row.annotation;
  const lines = records.get(articleId) ?? new Set(openRecord(row));
  records.set(articleId, lines);
  const note = `${quoteOf(row.annotation)} (${words(`verdict_${row.verdict}`)})`;
  lines.add(field('N1', note));
}

function openRecord({ annotation, article }: Row): string[] {
  const published = knownDate(article?.publishedTime ?? '');
  const fields: [string, string | undefined][] = [
    ['TY', 'NEWS'],
    ['TI', article?.title || annotation.target.source],
    ...(article ? authorsOf(article) : []).map((name): [string, string] => ['AU', name]),
    ['T2', article?.siteName || article?.source],
    ['PY', published[0]?.toString()],
    ['DA', slashed(published)],
    ['Y2', article && slashed(knownDate(article.captured))],
    ['UR', webLink(annotation.target.source)],
    ['LA', article?.lang || 'vi'],
  ];
  return fields.flatMap(([tag, value]) => (value ? [field(tag, value)] : []));
}

/** `[2026, 11, 20]` → `2026/11/20`. */
function slashed(date: readonly number[]): string {
  return date.map((part) => String(part).padStart(2, '0')).join('/');
}

/** A line of a record: what would end it, or begin another tag, is made a space. */
function field(tag: string, value: string): string {
  return `${tag}  - ${legalText(value).replace(LINE_ENDS, ' ').trim()}`;
}

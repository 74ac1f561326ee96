import type { Words } from '../words.ts';
import { closedDirections } from './closed-directions.ts';
import type { WriteExport } from './export-source.ts';
import { Report, type ReportEntry } from './report-entry.ts';
import { formatDay } from './times.ts';
import { legalText } from './xml-text.ts';

/** Signs that CommonMark or its common extensions may read as markup, anywhere in a line. */
const MARKUP = /[\\`*_{}[\]<>#|~&$^=:!]/g;
/** What GitHub and others make a link of by itself. */
const ADDRESS = /\bwww(?=\.)/gi;
/** What begins a list, a heading's underline or a quote only at a line's start. */
const LINE_START = /^([ \t]*)([-+]|\d+[.)](?=\s|$))/gm;

/** Writes a Markdown (CommonMark) file in which nothing a page said is markup. */
export const writeMarkdown: WriteExport = async function* (source, { columns, order }, world) {
  const { now, words } = world;
  const report = new Report(columns, order, words);
  yield `# ${plain(words('export_title'))}\n\n${plain(words('export_made', [formatDay(now.toISOString())]))}\n`;
  for await (const rows of source.batches()) {
    yield rows.map((row) => entryText(report.entry(row), words)).join('');
  }
  yield `\n## ${plain(words('export_sources'))}\n\n`;
  for (const { number, citation } of report.sources) yield `${number}. ${oneLine(citation)}\n`;
};

function entryText(entry: ReportEntry, words: Words): string {
  const { heading, quote, facts, source, link, verdict } = entry;
  const marked = quote.exact.trim() ? `**${plain(quote.exact)}**` : '';
  const sentence = `${plain(quote.before)}${marked}${plain(quote.after)}`.trim();
  const lines = [
    ...(heading === undefined ? [] : ['', `## ${oneLine(heading)}`]),
    '',
    ...`${sentence} \\[${source}\\]`.split('\n').map((line) => `> ${line}`),
    '',
    ...facts.map(({ label, value }) => `- ${oneLine(label)}: ${oneLine(value)}`),
    `- ${oneLine(verdict)}`,
    ...(link ? [`- [${plain(words('export_passage'))}](<${new URL(link).href}>)`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function oneLine(text: string): string {
  return plain(legalText(text).replace(/\s+/g, ' ').trim());
}

/** Text that CommonMark shows as it is. `"*a* <b>"` → `"\*a\* \<b\>"`. */
function plain(text: string): string {
  return closedDirections(legalText(text))
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s+/g, '\n')
    .replace(MARKUP, String.raw`\$&`)
    .replace(ADDRESS, '$&\\')
    .replace(LINE_START, (_, space: string, sign: string) => `${space}${escapeStart(sign)}`);
}

/** Only a list's sign can be escaped, not its number. */
function escapeStart(sign: string): string {
  return `${sign.slice(0, -1)}\\${sign.slice(-1)}`;
}

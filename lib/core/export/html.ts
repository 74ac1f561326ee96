import type { Words } from '../words.ts';
import type { WriteExport } from './export-source.ts';
import { htmlOpening } from './html-opening.ts';
import { partCitation } from './part-citation.ts';
import { Report, type ReportEntry } from './report-entry.ts';
import type { ReportSource } from './source-list.ts';
import { formatDay } from './times.ts';
import { escapeXml, isolatedXml } from './xml-text.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 'Times New Roman', 'Liberation Serif', serif; overflow-wrap: anywhere; }
h1 { text-align: center; text-transform: uppercase; font-size: 1.4rem; }
h2 { margin-top: 2rem; font-size: 1.2rem; border-bottom: 1px solid; }
.made { text-align: center; }
article { margin: 1.2rem 0; break-inside: avoid; }
blockquote { margin: 0 0 .4rem; padding-left: .8rem; border-left: 3px solid; white-space: pre-wrap; }
dl { margin: 0; }
dl div { display: flex; gap: .5rem; }
dt { flex: none; }
dt::after { content: ':'; }
dd { margin: 0; white-space: pre-wrap; }
.verdict { margin: .2rem 0; }
.verdict[data-bad] { font-weight: bold; text-decoration: underline; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline; }
@media print { @page { size: A4; margin: 20mm 15mm 20mm 30mm; } body { max-width: none; margin: 0; padding: 0; } a { color: inherit; } }
`;

/** Writes one self-contained HTML file: no script, no request, everything a page said as text. */
export const writeHtml: WriteExport = async function* (source, { columns, order }, world) {
  const { now, words } = world;
  const report = new Report(columns, order, words);
  const title = escapeXml(words('export_title'));
  yield `${htmlOpening(words('export_title'), STYLE)}<h1>${title}</h1>
<p class="made">${escapeXml(words('export_made', [formatDay(now.toISOString())]))}</p>
`;
  for await (const rows of source.batches()) {
    yield rows.map((row) => entryHtml(report.entry(row), words)).join('');
  }
  yield `<h2 id="sources">${escapeXml(words('export_sources'))}</h2>\n<ol>\n`;
  for (const item of report.sources) yield sourceHtml(item);
  yield '</ol>\n</body>\n</html>\n';
};

function entryHtml(entry: ReportEntry, words: Words): string {
  const { heading, quote, facts, source, link, isVerified, verdict } = entry;
  const list = facts.map(
    ({ label, value }) => `<div><dt>${escapeXml(label)}</dt><dd>${isolatedXml(value)}</dd></div>`,
  );
  const name = escapeXml(words('export_passage'));
  const passage = link
    ? ` <a href="${escapeXml(link)}" rel="noreferrer" title="${name}" aria-label="${name}">↗</a>`
    : '';
  return `${heading === undefined ? '' : `<h2>${isolatedXml(heading)}</h2>\n`}<article>
<blockquote>${quoteHtml(quote)} <a href="#source-${source}">[${source}]</a>${passage}</blockquote>
<dl>${list.join('')}</dl>
<p class="verdict"${isVerified ? '' : ' data-bad'}>${escapeXml(verdict)}</p>
</article>
`;
}

function quoteHtml({ before, exact, after }: ReportEntry['quote']): string {
  const marked = exact ? `<mark>${escapeXml(exact)}</mark>` : '';
  return `<bdi>${escapeXml(before)}${marked}${escapeXml(after)}</bdi>`;
}

function sourceHtml(source: ReportSource): string {
  const { before, address, after } = partCitation(source);
  const link = address
    ? `<a href="${escapeXml(address.url)}" rel="noreferrer">${escapeXml(address.text)}</a>`
    : '';
  return `<li id="source-${source.number}"><bdi>${escapeXml(before)}${link}${escapeXml(after)}</bdi></li>\n`;
}

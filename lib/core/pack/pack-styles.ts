/**
 * How a pack looks, whatever shows it: nothing is said by colour alone, so that it can be printed black. A space kept at
 * the end of a line hangs over its edge, for which Firefox would shrink every page in print: what hangs over is clipped.
 */
export const PACK_STYLE = `
body { font-family: 'Times New Roman', 'Liberation Serif', Tinos, serif; line-height: 1.5; overflow-wrap: anywhere; text-rendering: geometricPrecision; }
h1, h2, h3 { line-height: 1.3; break-after: avoid; text-wrap: balance; }
h1 { font-size: 1.7em; }
h2 { font-size: 1.3em; text-align: center; }
h3 { font-size: 1.1em; margin: 1.4em 0 .4em; }
p { margin: .4em 0; orphans: 3; widows: 3; }
a { color: inherit; }
.cover { text-align: center; }
.cover.page { display: flex; flex-direction: column; box-sizing: border-box; border: 3px double; padding: 2em 1.5em; min-height: 60vh; }
.cover.page h1 { margin-top: auto; font-size: 1.9em; }
.cover.page .author { margin-top: 2em; }
.cover.page .dated { margin-top: auto; }
.cover .organisation { font-weight: bold; text-transform: uppercase; }
.cover h1 { text-transform: uppercase; }
.cover .subtitle { font-size: 1.15em; font-style: italic; }
.cover .dated { font-style: italic; }
.lead { font-style: italic; }
.contents ol, ol.contents { list-style: none; margin: 0; padding: 0; }
.contents ol ol { padding-left: 1.6em; }
.contents a { display: flex; gap: .4em; text-decoration: none; padding: .15em 0; }
.contents .folio:empty { display: none; }
.contents .folio { flex: 1 0 3em; display: flex; align-items: baseline; gap: .4em; justify-content: flex-end; }
.contents .folio::before { content: ''; flex: 1; border-bottom: 1px dotted; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline; text-underline-offset: .15em; }
mark.programme { font-style: italic; }
.clipped { text-decoration: underline dotted; text-underline-offset: .15em; }
.excerpt { margin: 1.2em 0; padding: 0 0 0 .9em; border-left: 4px solid; break-inside: avoid; }
.excerpt figure, .excerpt blockquote { margin: 0; }
.excerpt p { white-space: pre-wrap; overflow-x: clip; }
.excerpt figcaption > * + *::before { content: '· '; display: inline-block; white-space: pre; }
.excerpt figcaption, .facts, .check, .note, .byline, .legend { font-size: .88em; }
.facts { margin: .3em 0; }
.facts div { display: inline; }
.facts div + div::before { content: '; '; }
.facts dt, .facts dd { display: inline; margin: 0; }
.facts dt { font-style: italic; }
.facts dt::after { content: ': '; }
.verdict[data-bad] { font-weight: bold; text-decoration: underline; }
.remark { border: 1px solid; padding: .3em .7em; }
.byline { font-style: italic; }
.opening { break-inside: avoid; break-after: avoid; }
.opening .remark, .byline, .legend { break-after: avoid; }
.source { white-space: nowrap; }
.legend { border-bottom: 1px solid; padding-bottom: .3em; }
.figures { margin: 1.2em 0; }
figure.chart { margin: .6em 0; break-inside: avoid; text-align: center; font-style: italic; }
svg.chart { display: block; width: 100%; max-width: 40em; margin: 0 auto; font-style: normal; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: .92em; }
.above { break-after: avoid; }
caption { font-weight: bold; padding: .3em; break-after: avoid; }
caption h3 { margin: .3em 0 0; font-size: 1.1em; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
thead { break-inside: avoid; break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
tbody tr:last-child { break-before: avoid; }
th, td { overflow-wrap: break-word; border: 1px solid; padding: .25em .45em; text-align: left; vertical-align: top; }
th { text-align: center; }
td.number { text-align: right; }
td.short { white-space: nowrap; }
.glossary div, .answers div { break-inside: avoid; }
.glossary dt, .answers dt { font-weight: bold; }
.glossary dd { margin: 0 0 .7em 1.4em; }
.answers div { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6em; margin: .35em 0; }
.answers dd { grid-column: 2; margin: 0; }
.question { margin: 1em 0; break-inside: avoid; }
.lines span { display: block; height: 1.9em; border-bottom: 1px dotted; }
ol.sources li { margin: .35em 0; break-inside: avoid; }
`;

/** What readers of books need not know: a window, narrow or wide, light or dark. */
export const SCREEN_STYLE = `
.cover.page:not(:has(.dated))::after { content: ''; margin-bottom: auto; }
@media screen {
  :root { color-scheme: light dark; }
  body { max-width: 44rem; margin: 0 auto; padding: 1rem; font-size: 1.06rem; }
  .part + .part { border-top: 1px solid; margin-top: 3rem; padding-top: 1rem; }
  mark { background: light-dark(#fff1b8, #5a4a00); }
  .figures { overflow-x: auto; }
  .figures > figure { position: sticky; left: 0; }
  @media (max-width: 30rem) {
    table { font-size: .84em; }
    th, td { padding: .2em .25em; }
    td.short { white-space: normal; }
    .figures > figure { position: static; }
    /* Moved sideways, or its letters would be too small to read. */
    svg.chart { width: 34rem; max-width: none; }
    .glossary dd { margin-left: .6em; }
  }
}
`;

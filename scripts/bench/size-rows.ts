import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzippedSize, LARGEST_CONTENT_SCRIPT } from '../content-size.ts';
import type { AddRow, Row } from './row.ts';

interface Manifest {
  content_scripts?: { js?: string[] }[];
}

const BUILD = new URL('../../.output/chrome-mv3/', import.meta.url);

/** What the built extension puts into pages. */
export function sizeRows(add: AddRow): void {
  const file = (name: string) => readFileSync(fileURLToPath(new URL(name, BUILD)));
  const manifest = JSON.parse(file('manifest.json').toString()) as Manifest;
  // What the manifest does not declare is put in by the background, where the reader asks or has listed the site.
  const everywhere = (manifest.content_scripts ?? []).flatMap(({ js = [] }) => js);
  const kilobytes = (name: string) => gzippedSize(file(name)) / 1000;
  const rows: Row[] = [
    {
      what: 'content script, gzipped',
      value: kilobytes('content-scripts/content.js'),
      unit: 'kB',
      limit: LARGEST_CONTENT_SCRIPT / 1000,
      note: `${kilobytes('content-scripts/views.js').toFixed(1)} kB of card behind it, once marks are painted`,
    },
    {
      what: 'probe on pages of listed sites, gzipped',
      value: kilobytes('content-scripts/probe.js'),
      unit: 'kB',
      limit: 2.048,
    },
    {
      what: 'watch for late frames where the page itself is no article, gzipped',
      value: kilobytes('content-scripts/frames.js'),
      unit: 'kB',
      limit: 2.048,
    },
    {
      what: 'script on a page that is not on the list, gzipped',
      value: everywhere.reduce((sum, name) => sum + kilobytes(name), 0),
      unit: 'kB',
      limit: 0,
    },
  ];
  for (const row of rows) add(row);
}

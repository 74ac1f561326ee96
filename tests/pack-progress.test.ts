import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportOrder, ExportReport } from '../lib/core/export/export-messages.ts';
import { countItems } from '../lib/core/pack/pack-content.ts';
import { PACK_FORMATS } from '../lib/core/pack/pack-formats.ts';
import { resolvePack } from '../lib/core/pack/resolve-pack.ts';
import { serveExport } from '../lib/platform/serve-export.ts';
import messages from '../public/_locales/vi/messages.json' with { type: 'json' };
import { ownPack } from './own-pack.ts';
import { packBytes } from './pack-of-articles.ts';
import { NOW, words } from './sample-collection.ts';
import { item, pack, section } from './sample-pack.ts';

afterEach(() => vi.unstubAllGlobals());

const own = await ownPack();
const formats = Object.keys(PACK_FORMATS);

describe.each(formats)('a pack that becomes %s', (format) => {
  it('tells of every item, of each once', async () => {
    const write = await PACK_FORMATS[format]?.writer();
    if (!write) throw new Error(`no format ${format}`);
    const onItem = vi.fn<() => void>();
    await packBytes((content, world) => write(content, world, onItem), own);
    expect(onItem).toHaveBeenCalledTimes(countItems(own));
    expect(countItems(own)).toBeGreaterThan(10);
  });

  it('says how far it is, to the last item, before it is there', async () => {
    const texts = Array.from({ length: 25 }, (_, at) => item({ type: 'text', text: `lời ${at}` }));
    const made = pack([section('Một', texts.slice(0, 7)), section('Hai', texts.slice(7))]);
    const content = resolvePack(made, { annotations: [], articles: [] }, words);
    const reports = await served({ type: 'pack', content, format, now: NOW, locale: 'vi' });
    expect(reports.map((each) => (each.type === 'progress' ? each.done : each.type))).toEqual([
      10,
      20,
      25,
      'done',
    ]);
  });
});

/** All that the export worker answers. */
function served(data: ExportOrder): Promise<ExportReport[]> {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(messages)));
  return new Promise((resolve) => {
    const reports: ExportReport[] = [];
    serveExport({
      postMessage: (report) => {
        reports.push(report);
        if (report.type !== 'progress') resolve(reports);
      },
      addEventListener: (_, hear) => hear({ data } as MessageEvent<ExportOrder>),
    });
  });
}

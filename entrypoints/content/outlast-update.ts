import type { Clip } from '../../lib/core/collection/clip.ts';
import { clipText } from '../../lib/core/collection/clip-text.ts';
import type { SessionPorts } from '../../lib/dom/reading-session.ts';
import { localised } from '../../lib/platform/localised.ts';
import type { ScriptContext } from '../../lib/platform/script-context.ts';
import type { createReader } from './reader.ts';

/** The browser tells a script nothing of the extension's end: it must look. */
const LOOK_MS = 2000;

/** What a page keeps ready for the moment its extension is updated or switched off. */
export function outlastUpdate(ctx: ScriptContext, ports: SessionPorts) {
  const unsaved = new Set<Clip>();
  const words = {
    text: localised('updated_text'),
    reload: localised('updated_reload'),
    unsaved: localised('updated_unsaved'),
  };
  let typed = '';
  let reader: ReturnType<typeof createReader> | undefined;
  const prepare = () => {
    if (!reader) return;
    const { session, layer } = reader;
    const lines = [...[...unsaved].map(clipText), typed];
    const excerpts = lines.filter((line) => line !== '').join('\n\n');
    const isNeeded = session.isOn || excerpts !== '';
    // Without its fragment, or the link would only scroll.
    const address = document.URL.replace(/#.*$/s, '');
    const lost = excerpts === '' ? undefined : { text: words.unsaved, excerpts };
    layer.prepareFarewell(isNeeded ? { ...words, address, unsaved: lost } : undefined);
  };
  return {
    /** The ports, with every clip remembered until it is stored. */
    ports: {
      ...ports,
      async save(clip) {
        unsaved.add(clip);
        prepare();
        try {
          return await ports.save(clip);
        } finally {
          // A failure the reader is told of otherwise; only one nobody is left to tell of stays.
          if (ctx.isValid) unsaved.delete(clip);
          prepare();
        }
      },
      changed(change) {
        ports.changed(change);
        if (change.what !== 'all') return;
        typed = '';
        prepare();
      },
    } satisfies SessionPorts,
    watch(created: NonNullable<typeof reader>) {
      reader = created;
      created.layer.onTyping((note) => {
        typed = note;
        prepare();
      });
      ctx.setInterval(() => undefined, LOOK_MS);
      const { signal } = ctx;
      document.addEventListener('visibilitychange', () => ctx.isValid, { signal });
    },
  };
}

import './style.css';
import { defineContentScript } from '#imports';
import type { ScriptContext } from '../../lib/platform/script-context.ts';
import { outlastUpdate } from './outlast-update.ts';
import { ports } from './ports.ts';
import { createReader } from './reader.ts';

export default defineContentScript({
  registration: 'runtime',
  main(ctx: ScriptContext) {
    const update = outlastUpdate(ctx, ports);
    update.watch(createReader(document, window, update.ports, ctx.signal));
  },
});

import './style.css';
import { defineContentScript } from '#imports';
import { outlastUpdate } from './outlast-update.ts';
import { ports } from './ports.ts';
import { createReader } from './reader.ts';

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    const update = outlastUpdate(ctx, ports);
    update.watch(createReader(document, window, update.ports, ctx.signal));
  },
});

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** How each framework draws the same article into an element, again and again. */
const RENDERERS = {
  preact: `
    import { h, render } from 'preact';
    globalThis.draw = (app, tree) => render(tree(h), app);`,
  react: `
    import { createElement } from 'react';
    import { flushSync } from 'react-dom';
    import { createRoot } from 'react-dom/client';
    const roots = new WeakMap();
    globalThis.draw = (app, tree) => {
      if (!roots.has(app)) roots.set(app, createRoot(app));
      flushSync(() => roots.get(app).render(tree(createElement)));
    };`,
  vue: `
    import { h, render } from '@vue/runtime-dom';
    globalThis.draw = (app, tree) => render(tree(h), app);`,
};
export type Framework = keyof typeof RENDERERS;

/** A script that sets `draw(element, tree)`, with a framework as developers have it: with all its warnings. */
export async function bundledRenderer(framework: Framework): Promise<string> {
  // A file that is not there, in a place from where packages are found.
  const entry = fileURLToPath(new URL('renderer.js', import.meta.url));
  const made = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    plugins: [
      {
        name: 'renderer',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) => (id === entry ? RENDERERS[framework] : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'renderer' },
    },
  });
  const outputs = Array.isArray(made) ? made : [made];
  const [chunk] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${framework} was not bundled`);
  return chunk.code;
}

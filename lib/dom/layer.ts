/** The one element added to a page; its shadow root is closed, so that page script reaches nothing of ours. */
export interface Layer {
  /** Where views are rendered. */
  container: HTMLElement;
  host: HTMLElement;
  /** The layer's own sheet. */
  style: HTMLStyleElement;
  remove(): void;
}

/** A plain name that says nothing of what is read, should page script look. */
const HOST_NAME = 'reader-layer';

/** Adds a layer behind the body, so that scripts which rewrite the body leave it alone. */
export function createLayer(document: Document, css = '', name = HOST_NAME): Layer {
  const host = document.createElement(name);
  // Page rules such as `body > * { display: none }` must not reach it, nor give it a box of its own.
  host.style.setProperty('all', 'initial');
  host.style.setProperty('display', 'contents');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  root.append(style, container);
  document.documentElement.append(host);
  return { container, host, style, remove: () => host.remove() };
}

/** A page in a frame of the extension page: laid out as in a tab, while none of its scripts run. */
export interface Frame {
  document: Document;
  view: Window & typeof globalThis;
  remove(): void;
}

/** Saved pages name pictures and styles of sites that may never answer. */
const OFFLINE = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** Opens a page in a frame of a tab's size. */
export async function openFrame(html: string): Promise<Frame> {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-same-origin');
  element.style.cssText = 'width: 1280px; height: 800px; border: 0';
  element.srcdoc = html.replace(/<head[^>]*>/i, (head) => head + OFFLINE);
  const loaded = new Promise((done) => element.addEventListener('load', done, { once: true }));
  document.body.append(element);
  await loaded;
  const { contentDocument, contentWindow } = element;
  if (!contentDocument || !contentWindow) throw new Error('the frame shows no page');
  return {
    document: contentDocument,
    view: contentWindow as Frame['view'],
    remove: () => element.remove(),
  };
}

/** Makes the browser do what it owes: styles and layout of the whole page. */
export function flush(document: Document): void {
  document.body.getBoundingClientRect();
}

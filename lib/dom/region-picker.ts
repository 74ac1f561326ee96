import { createLayer } from './layer.ts';

const HOST_NAME = 'reader-picker';
/** Paragraphs and what lies in them are no region; what holds them is. */
const HOLDERS = 'div, section, article, main, td, li, blockquote, body';
const STYLE = `
  .box { position: fixed; z-index: 2147483646; box-sizing: border-box; pointer-events: none;
    border: 3px solid #0b5cad; outline: 2px solid #fff; background: rgb(11 92 173 / 14%); }
  .hint { position: fixed; z-index: 2147483647; inset: auto 0 0 0; margin: 0; padding: 12px 16px; pointer-events: none;
    background: #0b3d6e; color: #fff; font: 16px/1.5 system-ui, sans-serif; text-align: center; }
  .hint span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 700; }
`;
/** Where a reader who points with keys begins. */
const START = 'article, main, [role="main"]';
/** The longest that systems let pass between two clicks of one double click. */
const DOUBLE_CLICK_MS = 900;
/** Letters of a region's text that tell which it is. */
const TOLD = 80;

/**
 * Lets the reader point at an element: hovering outlines, arrow keys widen, narrow and go to the next or the one
 * before, a click or Enter picks, Escape leaves. The page hears of none of it, and nothing of it is changed.
 * @returns what was picked; nothing where the reader left, or is picking already
 */
export function pickRegion(document: Document, hint: string): Promise<Element | undefined> {
  if (document.querySelector(HOST_NAME)) return Promise.resolve(undefined);
  const layer = createLayer(document, STYLE, HOST_NAME);
  const box = document.createElement('div');
  const words = document.createElement('p');
  const told = document.createElement('span');
  box.className = 'box';
  words.className = 'hint';
  words.setAttribute('role', 'status');
  words.append(hint, told);
  layer.container.append(box, words);
  const trail = new Trail(document, box, told);
  const listening = new AbortController();
  return new Promise((done) => {
    const end = (picked: Element | undefined) => {
      listening.abort();
      layer.remove();
      done(picked);
    };
    listen(document, trail, end, listening.signal);
  });
}

/** The element pointed at, with the narrower ones that were left by widening. */
class Trail {
  #at: Element | undefined;
  #inner: Element[] = [];
  #pointer: { x: number; y: number } | undefined;
  readonly #document: Document;
  readonly #box: HTMLElement;
  readonly #told: HTMLElement;

  constructor(document: Document, box: HTMLElement, told: HTMLElement) {
    this.#document = document;
    this.#box = box;
    this.#told = told;
  }

  get picked(): Element | undefined {
    return this.#at;
  }

  point(x: number, y: number): void {
    // A page that scrolls under a resting pointer tells of a move too: what the keys chose stays.
    if (x === this.#pointer?.x && y === this.#pointer.y) return;
    this.#pointer = { x, y };
    const holder = this.#document.elementFromPoint(x, y)?.closest(HOLDERS) ?? undefined;
    // What was widened stays so while the pointer moves inside it.
    if (holder && this.#inner.length > 0 && this.#at?.contains(holder)) return;
    this.#go(holder, []);
  }

  widen(): void {
    const outer = this.#at?.parentElement;
    if (!this.#at) this.#start();
    else if (outer && outer.tagName !== 'HTML') this.#go(outer, [...this.#inner, this.#at]);
    this.#show();
  }

  narrow(): void {
    const at = this.#at;
    const inner = this.#inner.at(-1);
    if (!at) this.#start();
    else if (inner) this.#go(inner, this.#inner.slice(0, -1));
    else this.#go([...at.querySelectorAll(HOLDERS)].find(hasText) ?? at, []);
    this.#show();
  }

  /** Goes to the region before or after, in the same one. */
  step(to: 'previousElementSibling' | 'nextElementSibling'): void {
    let next = this.#at?.[to];
    while (next && !(next.matches(HOLDERS) && hasText(next))) next = next[to];
    if (!this.#at) this.#start();
    else if (next) this.#go(next, []);
    this.#show();
  }

  #start(): void {
    this.#go(this.#document.querySelector(START) ?? this.#document.body, []);
  }

  #go(at: Element | undefined, inner: Element[]): void {
    this.#at = at;
    this.#inner = inner;
    this.#told.textContent = at?.textContent?.trim().slice(0, TOLD) ?? '';
    this.draw();
  }

  /** Keys may lead out of the window, where the pointer cannot. */
  #show(): void {
    this.#at?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    this.draw();
  }

  draw(): void {
    const { left = 0, top = 0, width = 0, height = 0 } = this.#at?.getBoundingClientRect() ?? {};
    const place = { left, top, width, height };
    for (const [name, value] of Object.entries(place)) {
      this.#box.style.setProperty(name, `${value}px`);
    }
  }
}

/** A reader who double-clicks picks with the first click; the second must not open what lies under the pointer. */
function swallowSecondClick(document: Document): void {
  const signal = AbortSignal.timeout(DOUBLE_CLICK_MS);
  document.addEventListener('click', swallowSecond, { signal, capture: true });
}

function swallowSecond(event: MouseEvent): void {
  if (event.detail < 2) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function listen(
  document: Document,
  trail: Trail,
  end: (picked: Element | undefined) => void,
  signal: AbortSignal,
): void {
  const keys: Record<string, () => void> = {
    Escape: () => end(undefined),
    Enter: () => trail.picked && end(trail.picked),
    ArrowUp: () => trail.widen(),
    ArrowDown: () => trail.narrow(),
    ArrowLeft: () => trail.step('previousElementSibling'),
    ArrowRight: () => trail.step('nextElementSibling'),
  };
  const acts: Record<string, (event: MouseEvent & KeyboardEvent) => void> = {
    pointermove: ({ clientX, clientY }) => trail.point(clientX, clientY),
    click({ clientX, clientY }) {
      trail.point(clientX, clientY);
      swallowSecondClick(document);
      end(trail.picked);
    },
    keydown: ({ key }) => keys[key]?.(),
    pointerdown: () => undefined,
    mousedown: () => undefined,
  };
  // Other keys, such as those that scroll or go back, stay the browser's.
  const isOurs = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
    key in keys && !ctrlKey && !metaKey && !altKey;
  const view = document.defaultView;
  for (const [type, act] of Object.entries(acts)) {
    const heard = (event: Event) => {
      if (!event.isTrusted) return;
      if (type === 'keydown' && !isOurs(event as KeyboardEvent)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act(event as MouseEvent & KeyboardEvent);
    };
    view?.addEventListener(type, heard, { signal, capture: true, passive: false });
  }
  view?.addEventListener('scroll', () => trail.draw(), { signal, capture: true, passive: true });
}

/** Advertisements not loaded and menus not open are no region to go to. */
function hasText(element: Element): boolean {
  return element.getClientRects().length > 0 && element.textContent?.trim() !== '';
}

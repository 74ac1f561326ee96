/** What holds the article's place fills so much of the window, by width and by height. */
const WIDE = 0.4;
const HIGH = 0.4;
/** Players and maps fill as much and hold no article. */
const PLAYER = /youtube|vimeo|facebook|tiktok|player|video|embed|maps/i;

/** Finds what takes an article's place where no text of one can be read: a frame of another site, a picture. */
export function unreadable(document: Document): 'in-frame' | 'in-picture' | undefined {
  const fills = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
    return width > innerWidth * WIDE && height > innerHeight * HIGH;
  };
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame')];
  if (frames.some((frame) => fills(frame) && !frame.contentDocument && !PLAYER.test(frame.src))) {
    return 'in-frame';
  }
  return [...document.images].some(fills) ? 'in-picture' : undefined;
}

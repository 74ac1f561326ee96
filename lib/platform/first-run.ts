import { browser } from '#imports';

const WELCOMED = 'welcomed';

/** Shows the practice page after the first install, once a profile: not after updates or when it is installed again. */
export async function welcome(): Promise<void> {
  const { [WELCOMED]: isWelcomed } = await browser.storage.local.get(WELCOMED);
  if (isWelcomed) return;
  await openOwnPage('welcome.html');
  await browser.storage.local.set({ [WELCOMED]: true });
}

/** Opens one of the extension's pages in a tab at the front. */
export async function openOwnPage(page: 'library.html' | 'welcome.html'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}` as '/background.js') });
}

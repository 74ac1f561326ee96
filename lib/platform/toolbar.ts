import { browser } from '#imports';
import { localised } from './localised.ts';

/** What the toolbar button says of a tab: marks on, off, no article, or an article found and not yet read. */
export type ToolbarState = 'on' | 'off' | 'none' | 'found';

const OFF = { 16: '/icon/off-16.png', 32: '/icon/off-32.png' };
const ICONS: Record<ToolbarState, Record<number, string>> = {
  on: { 16: '/icon/16.png', 32: '/icon/32.png' },
  off: OFF,
  none: { 16: '/icon/none-16.png', 32: '/icon/none-32.png' },
  found: OFF,
};

/** Our own blue on both toolbars; the badge's text is white. */
const BADGE_COLOUR = '#0b5cad';
/** Where some excerpts say another than the page. */
const ALARM_COLOUR = '#a83600';
/** Three digits are what a badge has room for. */
const MOST_SHOWN = 999;
/** A dot, where there is an article but nothing of it is kept. */
const FOUND = '●';

/**
 * Shows the state of a tab's page, how many excerpts of it are kept and how many of these the page does not bear out
 * any more, on the toolbar button. The browser forgets it
 * when the tab goes elsewhere; a tab closed meanwhile is no failure.
 */
export async function showOnToolbar(
  tabId: number,
  state: ToolbarState,
  excerpts: number,
  affected = 0,
): Promise<void> {
  const count = excerpts > MOST_SHOWN ? `${MOST_SHOWN}+` : `${excerpts}`;
  const text = excerpts > 0 ? count : state === 'found' ? FOUND : '';
  const states = localised(`toolbar_${state}`, [count]);
  const title =
    affected > 0 ? `${states} ${localised('toolbar_affected', [`${affected}`])}` : states;
  const { action } = browser;
  await Promise.all([
    setIcon(tabId, ICONS[state]),
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: affected > 0 ? ALARM_COLOUR : BADGE_COLOUR }),
    action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}

/** Makes the button of a tab as it is where nothing was read. */
export async function clearToolbar(tabId: number): Promise<void> {
  const { action } = browser;
  await Promise.all([
    setIcon(tabId, ICONS.off),
    action.setBadgeText({ tabId, text: '' }),
    action.setTitle({ tabId, title: localised('action_title') }),
  ]).catch(() => undefined);
}

/** The button of a phone's browser is a line of its menu: it has a name, and a badge at most. */
async function setIcon(tabId: number, path: Record<number, string>): Promise<void> {
  const { setIcon: set }: Partial<typeof browser.action> = browser.action;
  await set?.({ tabId, path });
}

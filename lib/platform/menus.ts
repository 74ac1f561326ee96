import { browser } from '#imports';
import { localised } from './localised.ts';

/** Browsers of phones have neither menus nor keys. */
const anyBrowser: Partial<Pick<typeof browser, 'contextMenus' | 'commands'>> = browser;

/** The entries of our context menus and the commands of the same names. */
export type MenuAction = 'clip-selection' | 'missed' | 'open-library';

/** Makes the context menus anew; they outlive the worker, so once an install or update is enough. */
export async function addMenus(): Promise<void> {
  const { contextMenus } = anyBrowser;
  if (!contextMenus) return;
  await contextMenus.removeAll();
  const entries = [
    ['clip-selection', 'selection', 'menu_clip_selection'],
    ['missed', 'selection', 'menu_missed'],
    ['open-library', 'action', 'menu_open_library'],
  ] as const;
  for (const [id, context, title] of entries) {
    contextMenus.create({ id, contexts: [context], title: localised(title) });
  }
}

/** Hears of a menu entry picked or a command's key pressed, with the tab it was for. */
export function onMenuAction(act: (action: MenuAction, tabId: number | undefined) => void): void {
  anyBrowser.contextMenus?.onClicked.addListener(({ menuItemId }, tab) =>
    act(menuItemId as MenuAction, tab?.id),
  );
  anyBrowser.commands?.onCommand.addListener((command, tab) => act(command as MenuAction, tab?.id));
}

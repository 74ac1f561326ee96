import { browser } from '#imports';

/**
 * Opens the side panel of a window. Must be called before anything is awaited in the handler of a click or key:
 * both browsers only open a panel while they still see the reader's gesture.
 */
export function openPanel(windowId: number): void {
  const { sidebarAction, sidePanel } = browser as unknown as {
    sidebarAction?: { open(): Promise<void> };
    sidePanel?: { open(where: { windowId: number }): Promise<void> };
  };
  const opened = sidebarAction ? sidebarAction.open() : sidePanel?.open({ windowId });
  // A browser that refuses (no panel in a popup window), or has none (phones), still reads the page; the card does
  // the rest.
  opened?.catch(() => undefined);
}

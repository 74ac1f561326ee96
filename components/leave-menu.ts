import type { TargetedKeyboardEvent } from 'preact';

/** Closes a menu that is drawn as `details`; its summary has the keyboard then. */
export function leaveMenu(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** Has Escape close a menu from anywhere in it. */
export function leaveMenuByKey(event: TargetedKeyboardEvent<HTMLDetailsElement>): void {
  if (event.key === 'Escape' && event.currentTarget.open) leaveMenu(event.currentTarget);
}

import { useCallback } from 'preact/hooks';

/** What a key does to the item that has the keyboard. */
export type ItemKeys = Partial<Record<string, (id: string) => void>>;

/** Whether a key pressed there is meant for a field, not for the list around it. */
export function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  return (
    isComposing ||
    (target instanceof Element &&
      target.closest('input:not([type=checkbox]), textarea, select, [role=listbox]') !== null)
  );
}

/**
 * Leads the keyboard through a list whose items are `[data-item]`: arrows, J and K move, Home and End leap, and
 * `keys` act on the item (a letter in lower case, or `Enter`, `Delete`, ` `).
 */
export function useListKeys(keys: ItemKeys) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target, currentTarget } = event;
      if (!(target instanceof Element) || !(currentTarget instanceof Element)) return;
      const item = target.closest<HTMLElement>('[data-item]');
      if (!item) return;
      const items = [...currentTarget.querySelectorAll<HTMLElement>('[data-item]')];
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const next = neighbour(items, items.indexOf(item), key);
      const act = keys[key];
      // A button inside the item answers to Enter and the space bar itself.
      const isOwn = target !== item && (key === 'Enter' || key === ' ');
      if (next) next.focus();
      else if (act && !isOwn) act(item.dataset['item'] ?? '');
      else return;
      event.preventDefault();
    },
    [keys],
  );
}

function neighbour(
  items: readonly HTMLElement[],
  at: number,
  key: string,
): HTMLElement | undefined {
  if (key === 'ArrowDown' || key === 'j') return items[at + 1];
  if (key === 'ArrowUp' || key === 'k') return items[at - 1];
  if (key === 'Home') return items[0];
  return key === 'End' ? items.at(-1) : undefined;
}

import { browser } from '#imports';

/** The interface's words for a key of `_locales`, in the browser's language; `$1`, `$2` … are the arguments. */
export function localised(key: string, args: readonly string[] = []): string {
  return browser.i18n.getMessage(key as never, [...args]);
}

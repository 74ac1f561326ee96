import type { Words } from '../core/words.ts';

type Messages = Record<string, { message: string }>;

/**
 * The interface's words of a language, read from the extension's own files: workers have no `browser.i18n`.
 * @param locale folder of `_locales`: `vi`
 */
export async function localeWords(locale: string): Promise<Words> {
  const response = await fetch(`/_locales/${locale}/messages.json`);
  const messages = (await response.json()) as Messages;
  return (key, args = []) =>
    (messages[key]?.message ?? '').replace(
      /\$(\d)/g,
      (_, at: string) => args[Number(at) - 1] ?? '',
    );
}

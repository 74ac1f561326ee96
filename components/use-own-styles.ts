import { useEffect, useState } from 'preact/hooks';
import type { OwnStyle } from '../lib/core/cite/citation-style.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';
import { useTranslate } from './i18n.tsx';
import { messageKeyOf } from './use-notice.ts';

/** What was said last of the reader's styles. */
interface Said {
  text: string;
  isBad: boolean;
}

/** The citation styles of the reader's own, and deeds on them that end in words. */
export function useOwnStyles({ follow, add, remove }: CitationStyleActions) {
  const t = useTranslate();
  /** Nothing before they are read. */
  const [own, setOwn] = useState<readonly OwnStyle[]>();
  const [said, setSaid] = useState<Said>();
  const fail = (error: unknown) => {
    const { messageArgs } = (error ?? {}) as { messageArgs?: readonly string[] };
    setSaid({ text: t(messageKeyOf(error), messageArgs), isBad: true });
  };
  const attempt = async <Value>(work: Promise<Value>, say: (value: Value) => string) => {
    try {
      const value = await work;
      setSaid({ text: say(value), isBad: false });
      return value;
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  useEffect(() => follow(setOwn, fail), [follow]);
  return {
    own,
    said,
    /** Gives the style added, if it was. */
    add: async (file: File) => {
      const added = await attempt(add(file), ({ title }) => t('citation_added', [title]));
      // What is chosen next is there already, not first missing.
      if (added) setOwn((was = []) => [...was.filter(({ id }) => id !== added.id), added]);
      return added;
    },
    remove: ({ id, title }: OwnStyle) =>
      void attempt(remove(id), () => t('citation_removed', [title])),
  };
}

/** The reader's own style of that id as it is now; nothing where it is none or not there. */
export function useOwnStyle(
  id: string | undefined,
  { follow }: CitationStyleActions,
): string | undefined {
  const [own, setOwn] = useState<readonly OwnStyle[]>([]);
  useEffect(() => follow(setOwn, () => undefined), [follow]);
  return own.find((style) => style.id === id)?.csl;
}

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
export function useOwnStyles({ load, add, remove }: CitationStyleActions) {
  const t = useTranslate();
  /** Nothing before they are read. */
  const [own, setOwn] = useState<readonly OwnStyle[]>();
  const [said, setSaid] = useState<Said>();
  const attempt = async (work: Promise<OwnStyle[]>) => {
    try {
      const all = await work;
      setOwn(all);
      setSaid(undefined);
      return all;
    } catch (error) {
      const { messageArgs } = error as { messageArgs?: readonly string[] };
      setSaid({ text: t(messageKeyOf(error), messageArgs), isBad: true });
      return undefined;
    }
  };
  useEffect(() => void attempt(load()), []);
  return {
    own,
    said,
    /** Gives the style added, if it was. */
    add: async (file: File) => {
      const added = (await attempt(add(file)))?.at(-1);
      if (added) setSaid({ text: t('citation_added', [added.title]), isBad: false });
      return added;
    },
    remove: async ({ id, title }: OwnStyle) => {
      const all = await attempt(remove(id));
      if (all) setSaid({ text: t('citation_removed', [title]), isBad: false });
    },
  };
}

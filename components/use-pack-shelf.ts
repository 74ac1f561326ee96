import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from './i18n.tsx';
import type { PackActions, PackShelf } from './pack-actions.ts';
import { messageKeyOf } from './use-notice.ts';

interface Followed {
  /** Nothing before the first reading. */
  shelf: PackShelf | undefined;
  failure: MessageKey | undefined;
}

/** The packs and templates as they are now. */
export function usePackShelf(follow: PackActions['follow']): Followed {
  const [followed, setFollowed] = useState<Followed>({ shelf: undefined, failure: undefined });
  useEffect(
    () =>
      follow(
        (shelf) => setFollowed({ shelf, failure: undefined }),
        (error) => setFollowed((was) => ({ ...was, failure: messageKeyOf(error) })),
      ),
    [follow],
  );
  return followed;
}

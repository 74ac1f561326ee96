import { browser } from '#imports';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MessageKey } from '../../components/i18n.tsx';
import { FIGURE_KINDS, PROGRAMME_KINDS } from '../../components/kinds.ts';
import { valueLabel } from '../../components/value-label.ts';
import type { LibraryStatus } from '../../lib/core/collection/library-desk.ts';
import type { FACETS } from '../../lib/core/collection/search-index.ts';
import { tidyTags } from '../../lib/core/collection/tags.ts';
import {
  connectLibrary,
  type Labels,
  type LibraryChannel,
} from '../../lib/platform/library-channel.ts';
import { localised } from '../../lib/platform/localised.ts';
import { onSettingsChange, readSettings } from '../../lib/platform/settings.ts';
import { useSettings } from '../sidepanel/use-settings.ts';

type Coded = Extract<(typeof FACETS)[number], 'state' | 'check' | 'missing' | 'agreement'>;

const CODES: Record<Coded, readonly string[]> = {
  state: ['draft', 'checked', 'approved', 'returned'],
  check: ['exact', 'rounded', 'truncated', 'mismatch'],
  missing: ['period', 'denominator', 'organisation'],
  agreement: ['confirmed', 'disputed'],
};

/** What the reader may call values that are stored as codes. */
function labels(): Labels {
  const kinds = [
    ...FIGURE_KINDS.map((kind) => [`figure/${kind}`, localised('type_figure')] as const),
    ...PROGRAMME_KINDS.map((kind) => [`programme/${kind}`, localised('type_programme')] as const),
    ['selection', ''] as const,
  ];
  const coded = Object.entries(CODES).map(([name, codes]) => [
    name,
    Object.fromEntries(codes.map((code) => [code, valueLabel(localised, name as Coded, code)])),
  ]);
  return {
    ...Object.fromEntries(coded),
    kind: Object.fromEntries(
      kinds.map(([code, type]) => [code, `${type} ${valueLabel(localised, 'kind', code)}`]),
    ),
    unit: {
      VND: localised('unit_vnd'),
      USD: localised('unit_usd'),
      '%': localised('unit_percent'),
    },
  };
}

/** The worker that holds the collection; one a page. */
export function openLibrary(): LibraryChannel {
  return connectLibrary(new Worker(browser.runtime.getURL('/library-worker.js')));
}

interface Shown {
  status?: LibraryStatus;
  failure?: MessageKey;
}

/**
 * The collection as it is now, followed through every change from any window, or why it cannot be read. The reader's own
 * list of tags comes before the others in use.
 */
export function useLibrary({ start, signAs }: LibraryChannel): Shown {
  const [shown, setShown] = useState<Shown>({});
  const { tags } = useSettings();
  useEffect(() => {
    // A name that cannot be read signs nothing; the deed itself must not wait for it.
    readSettings().then(
      ({ name }) => signAs(name || undefined),
      () => undefined,
    );
    start(
      labels(),
      (status) => setShown({ status }),
      (failure) => setShown((was) => ({ ...was, failure })),
    );
    return onSettingsChange(({ name }) => signAs(name || undefined));
  }, [start, signAs]);
  return useMemo(() => {
    const { status } = shown;
    return status
      ? { ...shown, status: { ...status, tags: tidyTags([...tags, ...status.tags]) } }
      : shown;
  }, [shown, tags]);
}

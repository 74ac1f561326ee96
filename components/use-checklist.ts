import { useMemo, useState } from 'preact/hooks';
import {
  EVERYTHING,
  filterMentions,
  groupMentions,
  type ChecklistFilter,
  type Grouping,
} from '../lib/core/checklist.ts';
import type { PageState } from '../lib/core/page-state.ts';

/** How the reader has the checklist shown, and what is ticked in it. */
export interface Checklist {
  filter: ChecklistFilter;
  setFilter: (filter: ChecklistFilter) => void;
  grouping: Grouping;
  setGrouping: (grouping: Grouping) => void;
  /** Indexes of the mentions shown, as they are listed: in text order, or in text order within each group. */
  shown: number[];
  ticked: ReadonlySet<number>;
  setTicked: (ticked: ReadonlySet<number>) => void;
}

const NOTHING: ReadonlySet<number> = new Set();

/**
 * The checklist of a page. A page read anew keeps the filter, for the reader chose it; another article begins with all
 * of its mentions shown and none ticked, for what is hidden there would be missed.
 */
export function useChecklist(page: PageState | undefined): Checklist {
  const [grouping, setGrouping] = useState<Grouping>('none');
  const { article, mentions } = page && page.status !== 'refused' ? page : NO_PAGE;
  const [filter, setFilter] = useStateOf(article?.url, EVERYTHING);
  // Ticks are places in the list: text that came later moves them.
  const [ticked, setTicked] = useStateOf(`${article?.url} ${mentions?.length}`, NOTHING);
  const shown = useMemo(() => {
    const all = mentions ?? [];
    const groups = groupMentions(filterMentions(all, filter), all, grouping);
    return groups.flatMap((group) => group.mentions);
  }, [mentions, filter, grouping]);
  return { filter, setFilter, grouping, setGrouping, shown, ticked, setTicked };
}

const NO_PAGE = { article: undefined, mentions: undefined };

/** State of one thing; of another it is as usual. */
function useStateOf<Value>(
  thing: string | undefined,
  usual: Value,
): [value: Value, set: (value: Value) => void] {
  const [kept, keep] = useState({ thing, value: usual });
  return [kept.thing === thing ? kept.value : usual, (value) => keep({ thing, value })];
}

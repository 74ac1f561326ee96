import { useMemo, useState } from 'preact/hooks';
import {
  EVERYTHING,
  filterMentions,
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
  /** Indexes of the mentions shown, in text order. */
  shown: number[];
  ticked: ReadonlySet<number>;
  setTicked: (ticked: ReadonlySet<number>) => void;
}

/** The checklist of a page; a page read anew keeps the filter, for the reader chose it. */
export function useChecklist(page: PageState | undefined): Checklist {
  const [filter, setFilter] = useState(EVERYTHING);
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const mentions = page && page.status !== 'refused' ? page.mentions : undefined;
  const shown = useMemo(() => filterMentions(mentions ?? [], filter), [mentions, filter]);
  return { filter, setFilter, grouping, setGrouping, shown, ticked, setTicked };
}

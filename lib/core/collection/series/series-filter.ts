/** Which series are wanted: those with something to compare, those in conflict, or every one. */
export const SERIES_FILTERS = ['several', 'conflicts', 'all'] as const;
export type SeriesFilter = (typeof SERIES_FILTERS)[number];

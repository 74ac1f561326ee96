/** The tables and indexes, in Dexie's notation, of each version as released: what lies on a machine does not change with our code. */
export const SCHEMAS = {
  v1: {
    articles: 'id, sourceKey',
    annotations: 'id, articleId, created, deleted, *tags',
    tagCounts: 'tag',
    damaged: 'key',
    skips: 'id, sourceKey',
  },
  v2: {
    articles: 'id, sourceKey',
    annotations: 'id, articleId, created, *tags',
    damaged: 'key',
    skips: 'id, sourceKey',
    revisions: '[annotationId+id], head',
    facetCounts: '[facet+value]',
    trash: 'id, since',
    local: 'key',
  },
  v3: {
    articles: 'id, sourceKey',
    annotations: 'id, articleId, created, *tags',
    damaged: 'key',
    skips: 'id, sourceKey',
    revisions: '[annotationId+id], head',
    facetCounts: '[facet+value], [facet+count]',
    trash: 'id, since',
    local: 'key',
    companions: 'id, type',
  },
} as const satisfies Record<string, Record<string, string>>;
export type StoredVersion = keyof typeof SCHEMAS;

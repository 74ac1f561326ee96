import * as z from 'zod';
import { tidyTags } from './collection/tags.ts';

/** How marks look: tinted and underlined, or underlined alone. */
export const MarkStyle = z.enum(['colour', 'underline']);
export type MarkStyle = z.infer<typeof MarkStyle>;

/** What is done on a site: read by itself, only say that there is an article, or nothing unasked. */
export const SiteMode = z.enum(['on', 'ask', 'off']);
export type SiteMode = z.infer<typeof SiteMode>;

/** What the reader has chosen. */
export const Settings = z.object({
  /** The name that excerpts and reviews are signed with. */
  name: z.string().max(200),
  /** The controlled list of tags, in the reader's order. */
  tags: z.array(z.string()),
  markStyle: MarkStyle,
  /** By the host part of a pattern: `bao.vn`, or `*.bao.vn` with its subdomains. */
  sites: z.record(z.string(), SiteMode),
  /** What is read as the article of a site, by host, where the reader chose it: a CSS selector. */
  regions: z.record(z.string(), z.string().max(2000)),
  /** The key of a reading action, where it is not the usual one. */
  keys: z.record(z.string(), z.string()),
});
export type Settings = z.infer<typeof Settings>;

/** As much of the settings as a page being read needs; which sites the reader reads is no page's business. */
export const PageSettings = Settings.pick({ markStyle: true, keys: true });
export type PageSettings = z.infer<typeof PageSettings>;

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  tags: [],
  markStyle: 'colour',
  sites: {},
  regions: {},
  keys: {},
};

/** Settings as they lay in storage, as far as they could be read. */
export interface StoredSettings {
  settings: Settings;
  /** Something in storage was not what it should be; it is to be kept beside what replaces it. */
  isDamaged: boolean;
}

/**
 * Reads stored settings: a damaged field is the usual one, a damaged entry of a list is left out, the rest is kept.
 * `{ markStyle: 'underline', tags: 7 }` → underline, no tags, damaged.
 */
export function parseSettings(stored: unknown): StoredSettings {
  if (stored === undefined) return { settings: DEFAULT_SETTINGS, isDamaged: false };
  const fields = (z.looseObject({}).safeParse(stored).data ?? {}) as Record<string, unknown>;
  const { name, tags, markStyle, sites, regions, keys } = fields;
  return {
    settings: {
      name: valid(Settings.shape.name, name) ?? DEFAULT_SETTINGS.name,
      tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
      markStyle: valid(MarkStyle, markStyle) ?? DEFAULT_SETTINGS.markStyle,
      sites: entriesOf(SiteMode, sites),
      regions: entriesOf(Settings.shape.regions.valueType, regions),
      keys: entriesOf(z.string(), keys),
    },
    isDamaged: !Settings.partial().safeParse(stored).success,
  };
}

/**
 * Reads a list of tags from a text or table file: a tag a line or a cell of the first column.
 * `"Đảng viên","120"⏎nông thôn mới` → `['Đảng viên', 'nông thôn mới']`.
 */
export function parseTagList(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return tidyTags(lines.map(firstCell));
}

/** A quoted cell keeps its commas; a doubled quote in it is one. */
function firstCell(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)?.[1];
  return quoted?.replaceAll('""', '"') ?? line.split(/[,;\t]/, 1)[0] ?? '';
}

function valid<Value>(schema: z.ZodType<Value>, value: unknown): Value | undefined {
  return schema.safeParse(value).data;
}

function entriesOf<Value>(schema: z.ZodType<Value>, value: unknown): Record<string, Value> {
  const entries = Object.entries(z.looseObject({}).safeParse(value).data ?? {});
  return Object.fromEntries(
    entries.flatMap(([key, entry]) => {
      const read = schema.safeParse(entry);
      return read.success ? [[key, read.data] as const] : [];
    }),
  );
}

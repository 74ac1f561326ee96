import type { Annotation } from '../annotation.ts';
import { canonicalJson } from '../canonical-json.ts';
import { revisionOf } from './revision.ts';
import { tidyTags } from './tags.ts';

/** The parts of an excerpt that versions of it can say otherwise, and that are chosen one by one. */
export const VERSION_PARTS = ['mention', 'tags', 'note', 'colour', 'review', 'deleted'] as const;
export type VersionPart = (typeof VERSION_PARTS)[number];

/** Parts of which what all versions say can be kept together. */
const JOINABLE = ['tags', 'note'] as const satisfies VersionPart[];

/** Between which versions somebody chose, and what: all by revision. */
export interface VersionChoice {
  /** Those the person saw; one that came meanwhile is not chosen against. */
  between: readonly string[];
  /** The version that is kept. */
  revision: string;
  /** Parts taken from another version, or from all. */
  parts?: Partial<Record<VersionPart, string>>;
}

/** Stands for all versions in a choice of tags or notes. */
export const ALL_VERSIONS = 'all';

/** Fields that go with a part: what a mention says is one thing with what was checked and corrected of it. */
const FIELDS = {
  mention: ['mention', 'checks', 'completed', 'correction', 'supersedes'],
  tags: ['tags'],
  note: ['note'],
  colour: ['colour'],
  review: ['review'],
  deleted: ['deleted'],
} as const satisfies Record<VersionPart, readonly (keyof Annotation)[]>;

export function isJoinable(part: VersionPart): part is (typeof JOINABLE)[number] {
  return (JOINABLE as readonly string[]).includes(part);
}

/** The parts that some of the versions say otherwise, in a fixed order. */
export function differingParts(versions: readonly Annotation[]): VersionPart[] {
  return VERSION_PARTS.filter(
    (part) => new Set(versions.map((version) => sayingOf(version, part))).size > 1,
  );
}

function sayingOf(version: Annotation, part: VersionPart): string {
  const { review } = version;
  const said = { ...version, review: { state: review?.state ?? 'draft', reason: review?.reason } };
  return canonicalJson(FIELDS[part].map((field) => said[field] ?? null));
}

/** Makes the content a choice gives. Throws RangeError where it names a version that is not among `versions`. */
export function combineVersions(
  versions: readonly Annotation[],
  choice: VersionChoice,
): Annotation {
  const { revision, parts = {} } = choice;
  const versionOf = (wanted: string) => {
    const found = versions.find((version) => revisionOf(version) === wanted);
    if (!found) throw new RangeError(`no version ${wanted}`);
    return found;
  };
  const taken = VERSION_PARTS.flatMap((part) => {
    const from = parts[part];
    if (from === undefined) return [];
    const source = from === ALL_VERSIONS ? joined(versions) : versionOf(from);
    return FIELDS[part].map((field) => [field, (source as Partial<Annotation>)[field]] as const);
  });
  return withoutAbsent({ ...versionOf(revision), ...Object.fromEntries(taken) });
}

/** What all versions have together, in their order: each tag once, each note a paragraph. */
function joined(versions: readonly Annotation[]): Pick<Annotation, 'tags' | 'note'> {
  const notes = new Set(versions.map(({ note }) => note.trim()).filter(Boolean));
  return { tags: tidyTags(versions.flatMap(({ tags }) => tags)), note: [...notes].join('\n\n') };
}

function withoutAbsent(version: Annotation): Annotation {
  const present = Object.entries(version).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Annotation;
}

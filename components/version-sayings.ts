import type { Annotation } from '../lib/core/annotation.ts';
import type { VersionPart } from '../lib/core/collection/version-choice.ts';
import { kindWord, mentionFacts } from '../lib/core/mention-words.ts';
import { formatTime } from './format-time.ts';
import type { Translate } from './i18n.tsx';

/** One thing that a version says, and whether all versions say it. */
export interface Saying {
  label?: string;
  text: string;
  isShared: boolean;
}

type Told = Omit<Saying, 'isShared'>;

/** What each version says in one of its parts, in the reader's words; nothing where a version is silent. */
export function sayingsOf(
  t: Translate,
  part: VersionPart,
  versions: readonly Annotation[],
): Saying[][] {
  const told = versions.map((version) => TELL[part](version, t));
  return told.map((sayings) =>
    sayings.map((saying) => ({
      ...saying,
      isShared: told.every((others) => others.some((other) => isSame(saying, other))),
    })),
  );
}

function isSame(one: Told, other: Told): boolean {
  return one.label === other.label && one.text === other.text;
}

const TELL: Record<VersionPart, (version: Annotation, t: Translate) => Told[]> = {
  mention: ({ mention }, t) =>
    mention
      ? [
          { label: t('excerpt_kind'), text: kindWord(t, mention) },
          ...mentionFacts(t, mention)
            // A number in words says the same as the number.
            .filter(({ label }) => label !== t('fact_words'))
            .map(({ label, value }) => ({ label, text: value })),
        ]
      : [],
  tags: ({ tags }) => tags.map((text) => ({ text })),
  note: ({ note }) => (note ? [{ text: note }] : []),
  colour: ({ colour }, t) => (colour ? [{ text: t(`colour_${colour}`) }] : []),
  review: ({ review }, t) => [
    { text: [t(`review_${review?.state ?? 'draft'}`), review?.reason].filter(Boolean).join(': ') },
    ...(review?.by || review?.at
      ? [{ text: [review.by, review.at && formatTime(review.at)].filter(Boolean).join(', ') }]
      : []),
  ],
  deleted: ({ deleted }, t) => [{ text: t(deleted ? 'version_deleted' : 'version_kept') }],
};

import type { Annotation } from '../lib/core/annotation.ts';
import {
  ALL_VERSIONS,
  differingParts,
  isJoinable,
  VERSION_PARTS,
  type VersionPart,
} from '../lib/core/collection/version-choice.ts';
import { formatTime } from './format-time.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { sayingsOf, type Saying } from './version-sayings.ts';

const LABELS = {
  mention: 'version_reading',
  tags: 'version_tags',
  note: 'version_note',
  colour: 'history_colour',
  review: 'version_state',
  deleted: 'version_trash',
} as const satisfies Record<VersionPart, MessageKey>;

interface Version {
  label: string;
  annotation: Annotation;
  /** Needed where parts are picked. */
  revision?: string;
}

/** Has each part that differs taken from one version, or from all. */
export interface Picking {
  /** Names the radio buttons of this table apart from another's. */
  id: string;
  picked: (part: VersionPart) => string | undefined;
  onPick: (part: VersionPart, revision: string) => void;
}

interface VersionTableProps {
  versions: readonly Version[];
  caption?: string;
  picking?: Picking;
}

/** Versions of one excerpt side by side: who made each and when, and what each says, differences marked. */
export function VersionTable({ versions, caption, picking }: VersionTableProps) {
  const t = useTranslate();
  const annotations = versions.map(({ annotation }) => annotation);
  const differing = differingParts(annotations);
  return (
    <table class="versions">
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          <td />
          {versions.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('version_made')}</th>
          {annotations.map(({ author, editor, modified }, at) => (
            <td key={at}>
              {editor ?? author ?? t('version_nobody')}, {formatTime(modified)}
            </td>
          ))}
        </tr>
      </thead>
      <tbody>
        {VERSION_PARTS.map((part) =>
          differing.includes(part) ? (
            <DifferingRow key={part} part={part} versions={versions} picking={picking} />
          ) : (
            <SameRow key={part} part={part} annotations={annotations} />
          ),
        )}
      </tbody>
    </table>
  );
}

interface DifferingRowProps {
  part: VersionPart;
  versions: readonly Version[];
  picking: Picking | undefined;
}

function DifferingRow({ part, versions, picking }: DifferingRowProps) {
  const t = useTranslate();
  const said = sayingsOf(
    t,
    part,
    versions.map(({ annotation }) => annotation),
  );
  const radio = (from: string, label: string) =>
    picking && (
      <input
        type="radio"
        name={`${picking.id}-${part}`}
        aria-label={label}
        checked={picking.picked(part) === from}
        onChange={() => picking.onPick(part, from)}
      />
    );
  return (
    <tr data-differs>
      <th scope="row">
        {t(LABELS[part])}
        {picking && isJoinable(part) && (
          <label>
            {radio(ALL_VERSIONS, `${t(LABELS[part])}: ${t('conflict_all')}`)}
            {t('conflict_all')}
          </label>
        )}
      </th>
      {versions.map(({ revision = '' }, at) => (
        <td key={at}>
          <label>
            {radio(revision, t('conflict_pick', [t(LABELS[part]), String(at + 1)]))}
            <Sayings said={said[at] ?? []} />
          </label>
        </td>
      ))}
    </tr>
  );
}

function SameRow({ part, annotations }: { part: VersionPart; annotations: readonly Annotation[] }) {
  const t = useTranslate();
  const [said] = sayingsOf(t, part, annotations);
  if (!said || said.length === 0) return null;
  return (
    <tr>
      <th scope="row">{t(LABELS[part])}</th>
      <td colSpan={annotations.length}>
        <Sayings said={said} />
      </td>
    </tr>
  );
}

function Sayings({ said }: { said: readonly Saying[] }) {
  const t = useTranslate();
  if (said.length === 0) return <span class="quiet">{t('version_none')}</span>;
  return (
    <span>
      {said.map(({ label, text, isShared }) => (
        <span key={label + text} class="saying">
          {label && <span class="quiet">{label}: </span>}
          {isShared ? text : <strong>{text}</strong>}
        </span>
      ))}
    </span>
  );
}

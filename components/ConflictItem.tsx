import type { OpenConflict } from '../lib/core/collection/library-desk.ts';
import { differingParts, type VersionPart } from '../lib/core/collection/version-choice.ts';
import { ExcerptSource } from './ExcerptSource.tsx';
import { useTranslate } from './i18n.tsx';
import { Kbd } from './Kbd.tsx';
import { MarkedSentence } from './MarkedSentence.tsx';
import { VersionTable } from './VersionTable.tsx';

/** From which version each part is to be taken, by revision. */
export type Picks = Partial<Record<VersionPart, string>>;

interface ConflictItemProps {
  conflict: OpenConflict;
  isFirst: boolean;
  picks: Picks;
  onPicks: (picks: Picks) => void;
  /** Keeps the how-many-th version, from 0. */
  onKeep: (at: number) => void;
  onCombine: () => void;
}

/** One excerpt with its versions side by side: one is kept as it is, or parts of several. */
export function ConflictItem({ conflict, isFirst, picks, onPicks, ...deeds }: ConflictItemProps) {
  const t = useTranslate();
  const { excerpt, versions } = conflict;
  const { annotation, article } = excerpt;
  const { id, mention, target } = annotation;
  const [first] = versions;
  const differing = differingParts(versions.map((version) => version.annotation));
  const numbered = versions.map((version, at) => ({
    ...version,
    label: t(at === 0 ? 'conflict_shown' : 'conflict_rival', [String(at + 1)]),
  }));
  return (
    <li
      id={`excerpt-${id}`}
      class="conflict"
      data-item={id}
      data-type={mention?.type ?? 'selection'}
      tabIndex={isFirst ? 0 : -1}
      aria-label={t('conflict_item', [mention?.exact ?? target.selector[0].exact])}
    >
      <MarkedSentence
        text={target.selector[0].exact}
        start={mention?.start ?? 0}
        length={mention ? mention.end - mention.start : 0}
      />
      <ExcerptSource annotation={annotation} article={article} />
      {/* Many versions are wider than a phone: the table scrolls, not the page. */}
      <div class="scroll" tabIndex={0} role="region" aria-label={t('conflicts_title')}>
        <VersionTable
          versions={numbered}
          picking={{
            id,
            picked: (part) => picks[part] ?? first?.revision,
            onPick: (part, revision) => onPicks({ ...picks, [part]: revision }),
          }}
        />
      </div>
      {differing.length === 0 && <p class="quiet">{t('conflict_elsewhere')}</p>}
      <div class="actions">
        {versions.map(({ revision }, at) => (
          <button key={revision} type="button" onClick={() => deeds.onKeep(at)}>
            {t('conflict_keep', [String(at + 1)])} <Kbd>{String(at + 1)}</Kbd>
          </button>
        ))}
        <button
          type="button"
          class="primary"
          disabled={Object.keys(picks).length === 0}
          onClick={deeds.onCombine}
        >
          {t('conflict_combine')} <Kbd>G</Kbd>
        </button>
      </div>
    </li>
  );
}

import { useMemo } from 'preact/hooks';
import type { Annotation } from '../lib/core/annotation.ts';
import {
  blankCandidates,
  blankQuestions,
  usualBlanks,
  type BlankCandidate,
  type BlankQuestion,
} from '../lib/core/pack/blank-questions.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { PackPickDialog } from './PackPickDialog.tsx';
import { PackChoice, PackPickList } from './PackPickList.tsx';
import { usePicking } from './use-picking.ts';

interface PackBlanksProps {
  /** The excerpts of the pack that no question was made of yet, in its order. */
  annotations: readonly Annotation[];
  onAdd: (questions: readonly BlankQuestion[]) => void;
  onClose: () => void;
}

/** Offers a question for each approved figure of the pack, its number taken out. */
export function PackBlanks({ annotations, onAdd, onClose }: PackBlanksProps) {
  const t = useTranslate();
  const candidates = useMemo(() => blankCandidates(annotations), [annotations]);
  const picking = usePicking(() => usualBlanks(candidates));
  return (
    <PackPickDialog
      title={t('pack_blanks_title')}
      add={t('pack_blanks_add', [formatCount(picking.picked.length)])}
      isNothing={picking.picked.length === 0}
      onAdd={() => onAdd(blankQuestions(annotations, new Set(picking.picked)))}
      onClose={onClose}
    >
      <p>{t(candidates.length > 0 ? 'pack_blanks_hint' : 'pack_blanks_none')}</p>
      {candidates.length > 0 && (
        <PackPickList ids={candidates.map(({ annotationId }) => annotationId)} picking={picking}>
          {candidates.map((candidate) => (
            <PackChoice key={candidate.annotationId} id={candidate.annotationId} picking={picking}>
              {candidate.sentence}
              <span class="source">
                <span>{t('pack_blank_answer', [candidate.answer])}</span>
                {sharesSentence(candidate, candidates) && <span>{t('pack_blank_shared')}</span>}
              </span>
            </PackChoice>
          ))}
        </PackPickList>
      )}
    </PackPickDialog>
  );
}

function sharesSentence({ group }: BlankCandidate, all: readonly BlankCandidate[]): boolean {
  return all.filter((each) => each.group === group).length > 1;
}

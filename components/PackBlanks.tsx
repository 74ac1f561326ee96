import { useMemo, useState } from 'preact/hooks';
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => usualBlanks(candidates));
  const flip = (id: string) =>
    setChosen((was) => {
      const next = new Set(was);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <PackPickDialog
      title={t('pack_blanks_title')}
      add={t('pack_blanks_add', [formatCount(chosen.size)])}
      isNothing={chosen.size === 0}
      onAdd={() => onAdd(blankQuestions(annotations, chosen))}
      onClose={onClose}
    >
      <p>{t(candidates.length > 0 ? 'pack_blanks_hint' : 'pack_blanks_none')}</p>
      <ul class="pack-found" tabIndex={0} aria-label={t('pack_found')}>
        {candidates.map((candidate) => (
          <li key={candidate.annotationId}>
            <label class="pack-choice">
              <input
                type="checkbox"
                checked={chosen.has(candidate.annotationId)}
                onChange={() => flip(candidate.annotationId)}
              />
              <span>
                {candidate.sentence}
                <span class="source">
                  <span>{t('pack_blank_answer', [candidate.answer])}</span>
                  {sharesSentence(candidate, candidates) && <span>{t('pack_blank_shared')}</span>}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </PackPickDialog>
  );
}

function sharesSentence({ group }: BlankCandidate, all: readonly BlankCandidate[]): boolean {
  return all.filter((each) => each.group === group).length > 1;
}

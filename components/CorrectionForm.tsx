import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Figure, FigureKind, Mention, ProgrammeKind } from '../lib/core/annotation.ts';
import type { Verdict } from '../lib/core/correct-mention.ts';
import { formatValue, parseValue } from '../lib/core/format-value.ts';
import { useTranslate, type MessageKey, type Translate } from './i18n.tsx';
import { FIGURE_KINDS, PROGRAMME_KINDS } from './kinds.ts';
import { SubmitButton } from './SubmitButton.tsx';
import { useFirstFocus } from './use-first-focus.ts';

type Problem = 'not-a-mention' | 'wrong-kind' | 'wrong-value';

interface CorrectionFormProps {
  mention: Mention;
  isBusy: boolean;
  onCorrect: (verdict: Verdict) => void;
  onCancel: () => void;
}

/** Says what the recogniser got wrong; the correction is kept with the excerpt. */
export function CorrectionForm({ mention, isBusy, onCorrect, onCancel }: CorrectionFormProps) {
  const t = useTranslate();
  const [problem, setProblem] = useState<Problem>('not-a-mention');
  const [kind, setKind] = useState<string>(mention.kind);
  const [typed, setTyped] = useState(mention.type === 'figure' ? formatValue(mention.value) : '');
  const [isUnread, setUnread] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The choices, not the first of them alone: they may begin under the edge of a card.
  useLayoutEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const submit = (event: MouseEvent) => {
    event.preventDefault();
    const verdict = verdictOf(problem, kind as Mention['kind'], parseValue(typed));
    setUnread(!verdict);
    if (verdict && event.isTrusted) onCorrect(verdict);
  };
  return (
    <form
      ref={form}
      class="correction"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Problems type={mention.type} problem={problem} onChange={setProblem} />
      {problem === 'wrong-kind' && (
        <KindField t={t} type={mention.type} kind={kind} onChange={setKind} />
      )}
      {problem === 'wrong-value' && <ValueField t={t} typed={typed} onChange={setTyped} />}
      {isUnread && (
        <p class="failure" role="alert">
          {t('correct_unread')}
        </p>
      )}
      <div class="less">
        <SubmitButton isBusy={isBusy} onSubmit={submit}>
          {t('correct_save')}
        </SubmitButton>
        <button type="button" onClick={onCancel}>
          {t('correct_cancel')}
        </button>
      </div>
    </form>
  );
}

interface ProblemsProps {
  type: Mention['type'];
  problem: Problem;
  onChange: (problem: Problem) => void;
}

function Problems({ type, problem, onChange }: ProblemsProps) {
  const t = useTranslate();
  const first = useFirstFocus<HTMLInputElement>();
  const problems: Problem[] =
    type === 'figure'
      ? ['not-a-mention', 'wrong-kind', 'wrong-value']
      : ['not-a-mention', 'wrong-kind'];
  return (
    <fieldset>
      <legend>{t('correct_what')}</legend>
      {problems.map((each, at) => (
        <label key={each}>
          <input
            ref={at === 0 ? first : undefined}
            type="radio"
            name="problem"
            checked={problem === each}
            onChange={() => onChange(each)}
          />
          {t(`correct_${each.replaceAll('-', '_')}` as MessageKey)}
        </label>
      ))}
    </fieldset>
  );
}

function verdictOf(
  problem: Problem,
  kind: Mention['kind'],
  value: Figure['value'] | undefined,
): Verdict | undefined {
  if (problem === 'wrong-kind') return { problem, kind };
  if (problem === 'not-a-mention') return { problem };
  return value === undefined ? undefined : { problem, value };
}

interface KindFieldProps {
  t: Translate;
  type: Mention['type'];
  kind: string;
  onChange: (kind: string) => void;
}

/** The kinds a figure or a document can be of. */
export function KindField({ t, type, kind, onChange }: KindFieldProps) {
  const id = useId();
  const kinds: readonly (FigureKind | ProgrammeKind)[] =
    type === 'figure' ? FIGURE_KINDS : PROGRAMME_KINDS;
  return (
    <p class="row">
      <label for={id}>{t('correct_kind')}</label>
      <select id={id} value={kind} onChange={(event) => onChange(event.currentTarget.value)}>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {t(`kind_${each.replaceAll('-', '_')}` as MessageKey)}
          </option>
        ))}
      </select>
    </p>
  );
}

interface ValueFieldProps {
  t: Translate;
  typed: string;
  onChange: (typed: string) => void;
}

/** A value typed the Vietnamese way. */
export function ValueField({ t, typed, onChange }: ValueFieldProps) {
  const id = useId();
  return (
    <p class="row">
      <label for={id}>{t('correct_value')}</label>
      <input
        id={id}
        value={typed}
        placeholder="1.837 · 31,3 · 90 - 100 · 16/51"
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </p>
  );
}

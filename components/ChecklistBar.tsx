import type { ChecklistFilter, Grouping } from '../lib/core/checklist.ts';
import type { ListedMention } from '../lib/core/page-state.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { Checklist } from './use-checklist.ts';

const PROGRESS = ['all', 'open', 'kept', 'skipped', 'flagged'] as const;
const GROUPINGS: readonly Grouping[] = ['none', 'block', 'kind'];

interface ChecklistBarProps {
  checklist: Checklist;
  mentions: readonly ListedMention[];
}

/** Which mentions the checklist shows, and in what order. */
export function ChecklistBar({ checklist, mentions }: ChecklistBarProps) {
  const t = useTranslate();
  const { filter, setFilter, grouping, setGrouping } = checklist;
  const kinds = [...new Set(mentions.map(({ mention }) => mention.kind))];
  return (
    <search class="filters" aria-label={t('filter_label')}>
      <Choice
        label={t('filter_progress')}
        value={filter.progress}
        options={PROGRESS.map((each) => [each, t(`filter_${each}`)])}
        onChange={(progress) =>
          setFilter({ ...filter, progress: progress as ChecklistFilter['progress'] })
        }
      />
      <Choice
        label={t('filter_kind')}
        value={filter.kind}
        options={[
          ['all', t('filter_all')],
          ['figure', t('type_figure')],
          ['programme', t('type_programme')],
          ...kinds.map((kind): [string, string] => [
            kind,
            `– ${t(`kind_${kind.replaceAll('-', '_')}` as MessageKey)}`,
          ]),
        ]}
        onChange={(kind) => setFilter({ ...filter, kind })}
      />
      <Choice
        label={t('filter_group')}
        value={grouping}
        options={GROUPINGS.map((each) => [each, t(`group_${each}`)])}
        onChange={(each) => setGrouping(each as Grouping)}
      />
      <label class="choice">
        <span>{t('filter_words')}</span>
        <input
          type="search"
          value={filter.words}
          onInput={(event) => setFilter({ ...filter, words: event.currentTarget.value })}
        />
      </label>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

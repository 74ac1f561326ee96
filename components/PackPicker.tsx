import { useState } from 'preact/hooks';
import type { Excerpt } from '../lib/core/collection/excerpt.ts';
import type { LibraryDesk } from '../lib/core/collection/library-desk.ts';
import {
  EVERYTHING,
  type Chosen,
  type SearchRequest,
} from '../lib/core/collection/search-index.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { FIGURE_KINDS } from './kinds.ts';
import { MarkedSentence } from './MarkedSentence.tsx';
import { PackCheck } from './PackCheck.tsx';
import { PackPickDialog } from './PackPickDialog.tsx';
import { PackChoice, PackPickList } from './PackPickList.tsx';
import { PackState } from './PackState.tsx';
import { Pager } from './Pager.tsx';
import { SearchField } from './SearchField.tsx';
import { useFound } from './use-found.ts';
import { usePicking, type Picking } from './use-picking.ts';

const PAGE = 20;

interface PackPickerProps {
  desk: LibraryDesk;
  version: number;
  /** Whether only excerpts with a figure are offered. */
  isFigures: boolean;
  /** Excerpts that are in already. */
  known: ReadonlySet<string>;
  onlyApproved: boolean;
  /** The ids picked, in the order they were picked. */
  onAdd: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** Finds excerpts as the library does and picks any number of them. */
export function PackPicker(props: PackPickerProps) {
  const { desk, version, isFigures, onAdd, onClose } = props;
  const t = useTranslate();
  const [text, setText] = useState('');
  const [isApproved, setApproved] = useState(props.onlyApproved);
  const [at, setAt] = useState(0);
  const picking = usePicking();
  const { picked } = picking;
  const request = requestOf(text, isApproved, isFigures);
  const { page } = useFound(
    desk,
    { request, page: { from: at * PAGE, count: PAGE, whole: [] } },
    version,
  );
  return (
    <PackPickDialog
      title={t(isFigures ? 'pack_pick_figures' : 'pack_pick_excerpts')}
      add={t('pack_add_picked', [formatCount(picked.length)])}
      isNothing={picked.length === 0}
      onAdd={() => onAdd(picked)}
      onClose={onClose}
    >
      <SearchField
        text={text}
        onText={(typed) => {
          setText(typed);
          setAt(0);
        }}
      />
      <PackCheck
        label={t('pack_pick_approved')}
        checked={isApproved}
        onChecked={(checked) => {
          setApproved(checked);
          setAt(0);
        }}
      />
      <p class="count" role="status">
        {page && t('library_found', [formatCount(page.total), formatCount(page.of)])}
        {page?.total === 0 && ` – ${t('pack_pick_none')}`}
      </p>
      <PackPickList
        ids={(page?.excerpts ?? []).map(({ annotation }) => annotation.id)}
        picking={picking}
        page={at}
      >
        {page?.excerpts.map((excerpt) => (
          <Choice key={excerpt.annotation.id} {...props} excerpt={excerpt} picking={picking} />
        ))}
      </PackPickList>
      <Pager page={at} pages={Math.ceil((page?.total ?? 0) / PAGE)} onPage={setAt} />
    </PackPickDialog>
  );
}

function requestOf(text: string, isApproved: boolean, isFigures: boolean): SearchRequest {
  const chosen: Chosen = {
    ...(isApproved && { state: ['approved'] }),
    ...(isFigures && { kind: FIGURE_KINDS.map((kind) => `figure/${kind}`) }),
  };
  return { ...EVERYTHING, text, chosen };
}

interface ChoiceProps extends Pick<PackPickerProps, 'known' | 'onlyApproved'> {
  excerpt: Excerpt;
  picking: Picking;
}

function Choice({ excerpt, known, onlyApproved, picking }: ChoiceProps) {
  const t = useTranslate();
  const { annotation, article } = excerpt;
  const { mention, target } = annotation;
  return (
    <PackChoice type={mention?.type ?? 'selection'} id={annotation.id} picking={picking}>
      <MarkedSentence
        text={target.selector[0].exact}
        start={mention?.start ?? 0}
        length={mention ? mention.end - mention.start : 0}
        isPhrase
      />
      <span class="source">
        <span>{article?.title || target.source}</span>
        <PackState annotation={annotation} onlyApproved={onlyApproved} />
        {known.has(annotation.id) && <span>{t('pack_already_in')}</span>}
      </span>
    </PackChoice>
  );
}

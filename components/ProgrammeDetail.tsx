import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LibraryDesk, LibraryStatus } from '../lib/core/collection/library-desk.ts';
import type { OpenProgramme } from '../lib/core/collection/programme-desk.ts';
import { formatCount } from './format-count.ts';
import { useTranslate } from './i18n.tsx';
import { programmeExcerptsPlace, programmeName } from './programme-words.ts';
import { ProgrammeCitations } from './ProgrammeCitations.tsx';
import { ProgrammeFacts } from './ProgrammeFacts.tsx';
import { ProgrammeLike } from './ProgrammeLike.tsx';
import { useAnswer } from './use-answer.ts';
import type { Deeds } from './use-library-actions.ts';
import { useProgrammeDeeds } from './use-programme-deeds.ts';

interface ProgrammeDetailProps {
  desk: LibraryDesk;
  status: LibraryStatus;
  deeds: Deeds;
  id: string;
}

/** One document: what is known of it and by whom, what it may be one with, and every article and excerpt that cites it. */
export function ProgrammeDetail({ desk, status, deeds, id }: ProgrammeDetailProps) {
  const t = useTranslate();
  const asked = [desk, id, status.version];
  const answer = useAnswer(() => desk.programmes('open', id), asked);
  const back = <a href="#programmes">← {t('programmes_title')}</a>;
  if (!answer) return <p role="status">{t('library_loading')}</p>;
  if (answer.value) {
    return <Opened desk={desk} deeds={deeds} opened={answer.value} back={back} />;
  }
  // What is still being read may yet bring it.
  if (!status.isComplete) return <p role="status">{t('library_loading')}</p>;
  return (
    <p class="none">
      {t('programme_gone')} {back}
    </p>
  );
}

interface OpenedProps extends Pick<ProgrammeDetailProps, 'desk' | 'deeds'> {
  opened: OpenProgramme;
  back: preact.JSX.Element;
}

function Opened({ desk, deeds, opened, back }: OpenedProps) {
  const t = useTranslate();
  const { entry, articles, like } = opened;
  const { id, place, fields, isByHand, excerpts } = entry;
  const told = useProgrammeDeeds(desk.programmes, deeds);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const name = programmeName(t, entry);
  const title = fields.title?.value;
  return (
    <article class="programme">
      <nav>{back}</nav>
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      {title && title !== name && <p class="programme-title">{title}</p>}
      <ProgrammeFacts entry={entry} onSave={(edit) => told.edit(id, edit)} />
      <div class="actions">
        {excerpts > 0 && (
          <a class="button" href={programmeExcerptsPlace(place)}>
            {t('programme_show_excerpts', [formatCount(excerpts)])}
          </a>
        )}
        {isByHand && (
          <button type="button" onClick={() => void told.forget(id)}>
            {t('programme_forget')}
          </button>
        )}
      </div>
      <ProgrammeLike
        like={like}
        onMerge={(other) => void told.merge([id, other])}
        onPart={(other) => void told.part(id, other)}
      />
      <ProgrammeCitations
        desk={desk}
        articles={articles}
        onSplit={(some) => told.split(id, some)}
      />
    </article>
  );
}

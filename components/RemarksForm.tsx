import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Colour } from '../lib/core/annotation.ts';
import { tidyTags } from '../lib/core/collection/tags.ts';
import { useTranslate } from './i18n.tsx';
import type { ReaderRemarks } from './MentionDetail.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { TagInput } from './TagInput.tsx';

const COLOURS: readonly Colour[] = ['yellow', 'green', 'blue', 'pink', 'violet'];

interface RemarksFormProps {
  /** The excerpt they belong to; none while it is not kept. */
  id: string | undefined;
  /** What is there already. */
  remarks: ReaderRemarks | undefined;
  isBusy: boolean;
  knownTags: readonly string[];
  /** The words on the button. */
  label: string;
  onSubmit: (remarks: ReaderRemarks) => void;
  /** What else can be done, beside the button. */
  children?: ComponentChildren;
}

function hasRemarks(remarks: ReaderRemarks | undefined): boolean {
  return Boolean(remarks && (remarks.tags.length > 0 || remarks.note || remarks.colour));
}

/** Tags, a colour and a note, given in one go with the clip or changed later. */
export function RemarksForm({
  id,
  remarks,
  isBusy,
  knownTags,
  label,
  onSubmit,
  children,
}: RemarksFormProps) {
  const t = useTranslate();
  const noteId = useId();
  const { tags, setTags, note, setNote, colour, setColour } = useDraft(id, remarks, onSubmit);
  const submit = (event: MouseEvent) => {
    event.preventDefault();
    // Page script can click what it cannot see; only the reader keeps things.
    if (event.isTrusted) onSubmit({ tags, note: note.trim(), colour });
  };
  return (
    <form class="remarks">
      <div class="less">
        <SubmitButton isBusy={isBusy} onSubmit={submit}>
          {isBusy ? t('card_clipping') : label}
        </SubmitButton>
        {children}
      </div>
      <details class="more" open={hasRemarks(remarks)}>
        <summary>{t('card_more')}</summary>
        <TagInput label={t('card_tags')} tags={tags} known={knownTags} onChange={setTags} />
        <label for={noteId}>{t('card_note')}</label>
        <textarea
          id={noteId}
          rows={1}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <Colours picked={colour} onPick={setColour} />
      </details>
    </form>
  );
}

/** What is typed, until it is kept. What was typed before the excerpt was kept by a key goes to it as well. */
function useDraft(
  id: string | undefined,
  remarks: ReaderRemarks = NOTHING,
  onSubmit: (remarks: ReaderRemarks) => void,
) {
  const [tags, setTags] = useState(remarks.tags);
  const [note, setNote] = useState(remarks.note);
  const [colour, setColour] = useState(remarks.colour);
  const typedFor = useRef(id);
  useEffect(() => {
    if (typedFor.current === id) return;
    const isJustKept = typedFor.current === undefined;
    typedFor.current = id;
    const whole = isJustKept ? joined(remarks, { tags, note, colour }) : remarks;
    setTags(whole.tags);
    setNote(whole.note);
    setColour(whole.colour);
    if (!isSame(whole, remarks)) onSubmit(whole);
  }, [id]);
  return { tags, setTags, note, setNote, colour, setColour };
}

const NOTHING: ReaderRemarks = { tags: [], note: '' };

function joined(kept: ReaderRemarks, typed: ReaderRemarks): ReaderRemarks {
  return {
    tags: tidyTags([...kept.tags, ...typed.tags]),
    note: typed.note.trim() || kept.note,
    colour: typed.colour ?? kept.colour,
  };
}

function isSame(one: ReaderRemarks, other: ReaderRemarks): boolean {
  const isTagged = one.tags.join('\n') === other.tags.join('\n');
  return isTagged && one.note === other.note && one.colour === other.colour;
}

interface ColoursProps {
  picked: Colour | undefined;
  onPick: (colour: Colour | undefined) => void;
}

function Colours({ picked, onPick }: ColoursProps) {
  const t = useTranslate();
  const name = useId();
  return (
    <fieldset class="colours">
      <legend>{t('card_colour')}</legend>
      {[undefined, ...COLOURS].map((colour) => {
        const word = t(`colour_${colour ?? 'none'}`);
        return (
          <label key={word} class="swatch" data-colour={colour} title={word}>
            <input
              type="radio"
              name={name}
              aria-label={word}
              checked={picked === colour}
              onChange={() => onPick(colour)}
            />
          </label>
        );
      })}
    </fieldset>
  );
}

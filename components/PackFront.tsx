import { useEffect, useRef } from 'preact/hooks';
import { Paper, PackParts, type Pack } from '../lib/core/pack/pack.ts';
import type { CitationStyleActions } from './citation-style-actions.ts';
import { CitationStyleField } from './CitationStyleField.tsx';
import { useTranslate } from './i18n.tsx';
import { PackCheck } from './PackCheck.tsx';
import { PackField } from './PackField.tsx';
import type { PackLookup } from './use-pack-material.ts';
import type { OpenPack } from './use-pack.ts';

interface PackFrontProps {
  open: OpenPack;
  lookup: PackLookup | undefined;
  styles: CitationStyleActions;
}

/** What the cover says, which parts there are, on what paper, how sources are cited. */
export function PackFront({ open: { pack, change }, lookup, styles }: PackFrontProps) {
  const t = useTranslate();
  const isUnusable = lookup?.isStyleUnusable === true;
  const front = useOpenedWhen(isUnusable);
  const edit = (fields: Partial<Pack>, field?: string) =>
    change((was) => ({ ...was, ...fields }), field);
  const field = (name: 'subtitle' | 'author' | 'organisation' | 'dated') => (
    <PackField
      label={t(`pack_${name}`)}
      placeholder={t(`pack_${name}_hint`)}
      value={pack[name]}
      onValue={(value) => edit({ [name]: value }, name)}
    />
  );
  return (
    <details class="pack-front" ref={front}>
      <summary>{t('pack_front')}</summary>
      <div class="pack-cover">
        {field('subtitle')}
        {field('organisation')}
        {field('author')}
        {field('dated')}
      </div>
      <fieldset>
        <legend>{t('pack_parts')}</legend>
        {PackParts.keyof().options.map((part) => (
          <PackCheck
            key={part}
            label={t(`pack_part_${part}`)}
            checked={pack.parts[part]}
            onChecked={(checked) => edit({ parts: { ...pack.parts, [part]: checked } })}
          />
        ))}
      </fieldset>
      <PaperChoice paper={pack.paper} onChoose={(paper) => edit({ paper })} />
      <PackCheck
        label={t('pack_only_approved')}
        checked={pack.onlyApproved}
        onChecked={(onlyApproved) => edit({ onlyApproved })}
      />
      <CitationStyleField
        chosen={pack.citationStyle}
        onChoose={(citationStyle) => edit({ citationStyle })}
        isUnusable={isUnusable}
        actions={styles}
      />
    </details>
  );
}

interface PaperChoiceProps {
  paper: Paper;
  onChoose: (paper: Paper) => void;
}

function PaperChoice({ paper: chosen, onChoose }: PaperChoiceProps) {
  const t = useTranslate();
  return (
    <fieldset>
      <legend>{t('pack_paper')}</legend>
      {Paper.options.map((paper) => (
        <label key={paper} class="pack-check">
          <input
            type="radio"
            name="pack-paper"
            checked={paper === chosen}
            onChange={() => onChoose(paper)}
          />
          {paper}
        </label>
      ))}
    </fieldset>
  );
}

/** Opens what it is put on when there is something in it to be seen; the reader may close it again. */
function useOpenedWhen(isToBeSeen: boolean) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isToBeSeen && details.current) details.current.open = true;
  }, [isToBeSeen]);
  return details;
}

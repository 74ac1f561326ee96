import { itemsOf, copyOfPack } from '../lib/core/pack/pack-edit.ts';
import { BUILT_IN_FRAMES, emptyFrame, frameOf, packFrom } from '../lib/core/pack/pack-template.ts';
import type { Pack, PackFrame, PackTemplate } from '../lib/core/pack/pack.ts';
import { FileButton } from './FileButton.tsx';
import { formatCount } from './format-count.ts';
import { formatTime } from './format-time.ts';
import { useTranslate } from './i18n.tsx';
import type { PackActions, PackShelf } from './pack-actions.ts';
import { useFocusNext } from './use-focus-next.ts';
import type { Deeds } from './use-library-actions.ts';

interface PackShelfViewProps {
  shelf: PackShelf;
  packs: PackActions;
  deeds: Deeds;
}

/** All packs, and what to start another from. */
export function PackShelfView(props: PackShelfViewProps) {
  const { shelf, packs } = props;
  const t = useTranslate();
  const deeds = useShelfDeeds(props);
  return (
    <section class="pack-shelf">
      <h1 tabIndex={-1}>{t('packs_title')}</h1>
      <p class="quiet">{t('packs_hint')}</p>
      <PackList packs={shelf.packs} deeds={deeds} />
      <h2>{t('packs_new')}</h2>
      <ul class="pack-frames">
        <Frame
          name={t('pack_blank')}
          hint={t('pack_blank_hint')}
          onStart={() =>
            deeds.start(emptyFrame(t('pack_section_untitled', ['1'])), t('pack_untitled'))
          }
        />
        {BUILT_IN_FRAMES.map((frame) => (
          <Frame
            key={frame.name}
            name={frame.name}
            hint={sectionsOf(frame)}
            onStart={() => deeds.start(frame, frame.name)}
            onShare={() => packs.shareTemplate(frame)}
          />
        ))}
        {shelf.templates.map((template) => (
          <Frame
            key={template.id}
            id={template.id}
            name={template.name}
            hint={sectionsOf(template)}
            onStart={() => deeds.start(frameOf(template, template.name), template.name)}
            onShare={() => packs.shareTemplate(frameOf(template, template.name))}
            onDrop={() => deeds.drop(template.id, template.name)}
          />
        ))}
      </ul>
      <FileButton
        class="pack-import"
        label={t('pack_template_import')}
        accept=".json,application/json"
        onFile={deeds.importTemplate}
      />
    </section>
  );
}

interface PackListProps {
  packs: readonly Pack[];
  deeds: ReturnType<typeof useShelfDeeds>;
}

function PackList({ packs, deeds }: PackListProps) {
  const t = useTranslate();
  if (packs.length === 0) return null;
  return (
    <ol class="pack-list">
      {packs.map((pack) => {
        const title = pack.title || t('pack_untitled');
        return (
          <li key={pack.id}>
            <a href={`#packs/${pack.id}`}>{title}</a>
            <PackLine pack={pack} />
            <span class="actions">
              <button
                type="button"
                aria-label={t('pack_copy_one', [title])}
                onClick={() => deeds.copy(pack)}
              >
                {t('pack_copy')}
              </button>
              <button
                type="button"
                data-drops={pack.id}
                aria-label={t('pack_drop_one', [title])}
                onClick={() => deeds.drop(pack.id, title)}
              >
                {t('pack_drop')}
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function PackLine({ pack }: { pack: Pack }) {
  const t = useTranslate();
  const told = [
    t('pack_sections', [formatCount(pack.sections.length)]),
    t('pack_items', [formatCount(itemsOf(pack).length)]),
    t('pack_changed', [formatTime(pack.modified)]),
    pack.editor,
    pack.versionOf && t('pack_is_version'),
  ].filter(Boolean);
  return (
    <p class="source">
      {told.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}

interface FrameProps {
  /** Of a template of one's own. */
  id?: string;
  name: string;
  hint: string;
  onStart: () => void;
  onShare?: () => void;
  onDrop?: () => void;
}

function Frame({ id, name, hint, onStart, onShare, onDrop }: FrameProps) {
  const t = useTranslate();
  return (
    <li>
      <strong>{name}</strong>
      <p class="quiet">{hint}</p>
      <span class="actions">
        <button type="button" aria-label={t('pack_start_one', [name])} onClick={onStart}>
          {t('pack_start')}
        </button>
        {onShare && (
          <button type="button" aria-label={t('pack_template_share_one', [name])} onClick={onShare}>
            {t('pack_template_share')}
          </button>
        )}
        {onDrop && (
          <button
            type="button"
            data-drops={id}
            aria-label={t('pack_drop_one', [name])}
            onClick={onDrop}
          >
            {t('pack_drop')}
          </button>
        )}
      </span>
    </li>
  );
}

function sectionsOf({ sections }: PackFrame | PackTemplate): string {
  return sections.map(({ title }) => title).join(' · ');
}

function useShelfDeeds({ shelf, packs, deeds }: PackShelfViewProps) {
  const t = useTranslate();
  const focusNext = useFocusNext(shelf);
  const making = () => ({ newId: packs.newId, now: packs.now() });
  const keepNew = async (pack: Pack) => {
    const { id } = await packs.save(pack, undefined);
    location.hash = `packs/${id}`;
  };
  return {
    start: (frame: PackFrame, title: string) =>
      void deeds.attempt(keepNew(packFrom(frame, title, making()))),
    copy: (pack: Pack) =>
      void deeds.attempt(
        packs.save(copyOfPack(pack, t('pack_copy_title', [pack.title]), making()), undefined),
        ({ title }) => ({ text: t('pack_copied', [title]) }),
      ),
    drop: (id: string, name: string) => {
      focusNext(...shelfBeside(shelf, id));
      void deeds.attempt(packs.drop(id), () => ({
        text: t('pack_dropped', [name]),
        onUndo: () => void deeds.attempt(packs.bringBack(id)),
      }));
    },
    importTemplate: (file: File) =>
      void deeds.attempt(packs.importTemplate(file), ({ name }) => ({
        text: t('pack_template_imported', [name]),
      })),
  };
}

/** What takes the keyboard when a pack or template goes: the one after it, before it, or the heading. */
function shelfBeside({ packs, templates }: PackShelf, id: string): string[] {
  const list = [packs, templates].find((each) => each.some((one) => one.id === id)) ?? [];
  const at = list.findIndex((each) => each.id === id);
  const beside = [list[at + 1], list[at - 1]].flatMap((each) => each?.id ?? []);
  return [...beside.map((each) => `[data-drops="${each}"]`), '.pack-shelf h1'];
}

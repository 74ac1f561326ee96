import { progressOf } from '../lib/core/checklist.ts';
import type { PageState } from '../lib/core/page-state.ts';
import { ArticleRemarks } from './ArticleRemarks.tsx';
import { ChecklistBar } from './ChecklistBar.tsx';
import { useTranslate } from './i18n.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { MentionList } from './MentionList.tsx';
import { OwnClips } from './OwnClips.tsx';
import type { PanelProps, PanelSite } from './Panel.tsx';
import { Provenance } from './Provenance.tsx';

type ReadPage = Exclude<PageState, { status: 'refused' }>;

/** The article being read: its provenance, its checklist, its other excerpts. */
export function PanelArticle({
  page,
  site,
  checklist,
  actions,
  ...props
}: PanelProps & { page: ReadPage }) {
  const t = useTranslate();
  const { mentions } = page;
  return (
    <>
      <Provenance article={page.article} />
      <ArticleRemarks page={page} related={props.related ?? []} />
      {site && <Site site={site} onAllow={actions.allowSite} />}
      {mentions.length === 0 ? (
        <p class="empty">{t('panel_none')}</p>
      ) : (
        <>
          <Counts page={page} />
          <details
            class="keys"
            open={props.isHelpOpen}
            onToggle={(event) => props.onHelp(event.currentTarget.open)}
          >
            <summary>{t('panel_keys')}</summary>
            <KeyHelp keys={props.keys} />
          </details>
          <ChecklistBar checklist={checklist} mentions={mentions} />
          <MentionList
            mentions={mentions}
            shown={checklist.shown}
            grouping={checklist.grouping}
            current={page.current}
            ticked={checklist.ticked}
            knownTags={props.knownTags}
            wish={props.wish}
            actionsOf={actions.of}
            onTick={checklist.setTicked}
            onShow={actions.show}
          />
        </>
      )}
      <OwnClips
        clips={page.own}
        mentions={mentions}
        onShow={actions.show}
        onUnclip={(id) => actions.unclip([id])}
        onRecordNew={actions.clipChanged}
      />
      {mentions.length > 0 && <Bottom page={page} checklist={checklist} actions={actions} />}
    </>
  );
}

/** Keeping many at once: what is ticked, or all that the filter shows. */
function Bottom({
  page,
  checklist,
  actions,
}: Pick<PanelProps, 'checklist' | 'actions'> & { page: ReadPage }) {
  const t = useTranslate();
  const { shown, ticked, setTicked } = checklist;
  const isOpen = (at: number) => {
    const listed = page.mentions[at];
    return listed !== undefined && progressOf(listed) === 'open';
  };
  const open = shown.filter(isOpen);
  const chosen = [...ticked].filter((at) => page.mentions[at] && !page.mentions[at].clip);
  const clipped = chosen.length > 0 ? chosen : open;
  const clip = () => {
    actions.clip(
      clipped.toSorted((a, b) => a - b),
      { tags: [], note: '' },
    );
    setTicked(new Set());
  };
  return (
    <footer class="bottom">
      <label>
        <input
          type="checkbox"
          disabled={open.length === 0}
          checked={open.length > 0 && open.every((at) => ticked.has(at))}
          onChange={(event) => setTicked(new Set(event.currentTarget.checked ? open : []))}
        />
        {t('panel_select_all')}
      </label>
      <button type="button" class="primary" disabled={clipped.length === 0} onClick={clip}>
        {t(chosen.length > 0 ? 'panel_clip_ticked' : 'panel_keep_shown', [`${clipped.length}`])}
      </button>
    </footer>
  );
}

function Site({ site, onAllow }: { site: PanelSite; onAllow: () => void }) {
  const t = useTranslate();
  if (site.isAllowed) return <p class="site">✓ {t('panel_always_on', [site.name])}</p>;
  return (
    <details class="site">
      <summary>{t('panel_always', [site.name])}</summary>
      <p>{t('panel_always_why', [site.name])}</p>
      <button type="button" onClick={onAllow}>
        {t('panel_always', [site.name])}
      </button>
    </details>
  );
}

function Counts({ page: { mentions } }: { page: ReadPage }) {
  const t = useTranslate();
  const count = (is: (listed: ReadPage['mentions'][number]) => boolean) =>
    `${mentions.filter(is).length}`;
  return (
    <p class="counts">
      <span data-type="figure">
        {t('panel_figures', [count(({ mention }) => mention.type === 'figure')])}
      </span>
      <span data-type="programme">
        {t('panel_programmes', [count(({ mention }) => mention.type === 'programme')])}
      </span>
      <span>{t('panel_clipped_count', [count((listed) => progressOf(listed) === 'kept')])}</span>
      <span>{t('panel_left', [count((listed) => progressOf(listed) === 'open')])}</span>
    </p>
  );
}

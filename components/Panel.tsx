import { useState } from 'preact/hooks';
import type { PageState } from '../lib/core/page-state.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import { MentionList } from './MentionList.tsx';
import { OwnClips } from './OwnClips.tsx';
import { Provenance } from './Provenance.tsx';

/** The site of the page being read, as far as the browser tells. */
export interface PanelSite {
  name: string;
  isAllowed: boolean;
}

/** What the panel asks of the page and the browser. */
export interface PanelActions {
  read(): void;
  toggle(): void;
  show(mention: number): void;
  clip(mentions: number[]): void;
  unclip(ids: string[]): void;
  openLibrary(): void;
  allowSite(): void;
}

interface PanelProps extends PanelActions {
  /** `undefined` while no page of the tab is read. */
  page: PageState | undefined;
  site?: PanelSite | undefined;
  message?: { tone: 'good' | 'bad'; text: string } | undefined;
}

/** The side panel: where the article comes from, and all its mentions as a checklist. */
export function Panel(props: PanelProps) {
  const t = useTranslate();
  const { page, message } = props;
  return (
    <>
      <header class="top">
        <h1>{t('panel_title')}</h1>
        {page && page.status !== 'refused' && (
          <label class="switch">
            <input type="checkbox" checked={page.status === 'on'} onChange={props.toggle} />
            {t('panel_marks_on')}
          </label>
        )}
        <button type="button" onClick={props.openLibrary}>
          {t('panel_library')}
        </button>
      </header>
      <p class="message" role="status" data-tone={message?.tone}>
        {message?.text}
      </p>
      <main>
        {!page && <Unread onRead={props.read} />}
        {page?.status === 'refused' && (
          <p class="empty">{t(`refused_${page.reason.replace('-', '_')}` as MessageKey)}</p>
        )}
        {page && page.status !== 'refused' && (
          <Article {...props} page={page} key={page.article.url} />
        )}
      </main>
    </>
  );
}

function Unread({ onRead }: { onRead: () => void }) {
  const t = useTranslate();
  return (
    <section class="empty">
      <h2>{t('panel_not_read')}</h2>
      <p>{t('panel_not_read_hint')}</p>
      <button type="button" class="primary" onClick={onRead}>
        {t('panel_read')}
      </button>
    </section>
  );
}

type ReadPage = Exclude<PageState, { status: 'refused' }>;

function Article({ page, site, ...props }: PanelProps & { page: ReadPage }) {
  const t = useTranslate();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const open = page.mentions.flatMap(({ clip }, at) => (clip === undefined ? [at] : []));
  const chosen = open.filter((at) => ticked.has(at));
  return (
    <>
      <Provenance article={page.article} />
      {site && <Site site={site} onAllow={props.allowSite} />}
      {page.mentions.length === 0 ? (
        <p class="empty">{t('panel_none')}</p>
      ) : (
        <>
          <Counts page={page} />
          <MentionList
            mentions={page.mentions}
            current={page.current}
            ticked={ticked}
            onTick={setTicked}
            onShow={props.show}
            onClip={(at) => props.clip([at])}
            onUnclip={(id) => props.unclip([id])}
          />
          <footer class="bottom">
            <label>
              <input
                type="checkbox"
                disabled={open.length === 0}
                checked={open.length > 0 && chosen.length === open.length}
                onChange={(event) => setTicked(new Set(event.currentTarget.checked ? open : []))}
              />
              {t('panel_select_all')}
            </label>
            <button
              type="button"
              class="primary"
              disabled={chosen.length === 0}
              onClick={() => props.clip(chosen)}
            >
              {chosen.length > 0
                ? t('panel_clip_ticked', [`${chosen.length}`])
                : t('panel_clip_none')}
            </button>
          </footer>
        </>
      )}
      <OwnClips clips={page.own} onUnclip={(id) => props.unclip([id])} />
    </>
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
  const figures = mentions.filter(({ mention }) => mention.type === 'figure').length;
  const clipped = mentions.filter(({ clip }) => clip !== undefined).length;
  return (
    <p class="counts">
      <span data-type="figure">{t('panel_figures', [`${figures}`])}</span>
      <span data-type="programme">{t('panel_programmes', [`${mentions.length - figures}`])}</span>
      <span>{t('panel_clipped_count', [`${clipped}`])}</span>
    </p>
  );
}

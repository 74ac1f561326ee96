import type { PageState } from '../lib/core/page-state.ts';
import type { KeyMap } from '../lib/core/reading-keys.ts';
import type { RelatedArticle } from '../lib/core/related-article.ts';
import { useTranslate, type MessageKey } from './i18n.tsx';
import type { FieldWish, MentionActions, ReaderRemarks } from './MentionDetail.tsx';
import { PanelArticle } from './PanelArticle.tsx';
import { RegionChoice } from './RegionChoice.tsx';
import type { Checklist } from './use-checklist.ts';

/** The site of the page being read, as far as the browser tells. */
export interface PanelSite {
  name: string;
  isAllowed: boolean;
}

/** What the panel asks of the page and the browser. */
export interface PanelActions {
  read(): void;
  toggle(): void;
  /** Resolves once the page is there, or has said why not. */
  show(mention: number): Promise<void>;
  clip(mentions: number[], remarks: ReaderRemarks): void;
  unclip(ids: string[]): void;
  /** Keeps the changed number that stands where an excerpt was clipped. */
  clipChanged(id: string): void;
  undo(): void;
  openLibrary(): void;
  /** Lets the reader point at what is to be read on the page, or takes that back. */
  pickRegion(): void;
  forgetRegion(): void;
  allowSite(): void;
  /** What can be done with one mention. */
  of(mention: number): MentionActions;
}

export interface PanelProps {
  /** `undefined` while no page of the tab is read. */
  page: PageState | undefined;
  site?: PanelSite | undefined;
  /** The same article under other addresses, as far as it is kept. */
  related?: readonly RelatedArticle[];
  message?: { tone: 'good' | 'bad'; text: string } | undefined;
  checklist: Checklist;
  actions: PanelActions;
  knownTags: readonly string[];
  keys: KeyMap;
  isHelpOpen: boolean;
  onHelp: (isOpen: boolean) => void;
  wish?: FieldWish | undefined;
}

/** The side panel: where the article comes from, and all its mentions as a checklist. */
export function Panel(props: PanelProps) {
  const t = useTranslate();
  const { page, message, actions } = props;
  return (
    <>
      <header class="top">
        <h1>{t('panel_title')}</h1>
        {page && page.status !== 'refused' && (
          <label class="switch">
            <input type="checkbox" checked={page.status === 'on'} onChange={actions.toggle} />
            {t('panel_marks_on')}
          </label>
        )}
        <button type="button" onClick={actions.openLibrary}>
          {t('panel_library')}
        </button>
      </header>
      <div class="message" role="status" data-tone={message?.tone}>
        {message?.text}
        {message?.tone === 'good' && (
          <button type="button" onClick={actions.undo}>
            {t('panel_undo')}
          </button>
        )}
      </div>
      <main>
        {!page && <Unread onRead={actions.read} />}
        {page?.status === 'refused' && (
          <p class="empty">{t(`refused_${page.reason.replace('-', '_')}` as MessageKey)}</p>
        )}
        {page && (
          <RegionChoice
            isRegion={page.isRegion}
            onPick={actions.pickRegion}
            onForget={actions.forgetRegion}
          />
        )}
        {page && page.status !== 'refused' && (
          <PanelArticle {...props} page={page} key={page.article.url} />
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

import type { PageShown } from '../../components/PageView.tsx';
import type { UpdatedWords } from '../../components/UpdatedNotice.tsx';
import type { ReadingSession } from '../../lib/dom/reading-session.ts';
import type { LayerActions } from './layer-actions.ts';

/**
 * What draws over a page. It is a script of its own, put in after the one that reads: marks are painted without
 * waiting for the card, and a reader who only looks at marks pays little for it.
 */
export interface PageViews {
  styles: string;
  /** Draws what lies over the page; nothing where nothing is given. */
  drawPage(
    container: Element,
    page?: {
      shown: PageShown;
      session: ReadingSession;
      actions: LayerActions;
      /** Shows how a deed went. */
      attempt: (work: Promise<unknown>) => void;
    },
  ): void;
  drawFarewell(container: Element, words: UpdatedWords | undefined): void;
}

/** Both scripts live in one world of the page, which page script cannot see; the name is theirs alone there. */
const PLACE = Symbol.for('trich-bao.views');
type Shared = { [PLACE]?: { views?: PageViews; hear?: () => void } };

function shared() {
  const world = globalThis as Shared;
  return (world[PLACE] ??= {});
}

/** The views, once their script is there. */
export function pageViews(): PageViews | undefined {
  return shared().views;
}

/** Hears of the views' arrival. */
export function onPageViews(hear: () => void): void {
  shared().hear = hear;
}

/** Gives the views to the script that reads. */
export function offerPageViews(views: PageViews): void {
  const place = shared();
  place.views = views;
  place.hear?.();
}

import type { BodySpan } from './article-body.ts';
import type { ReadPage } from './article-page.ts';
import { isFurnitureLine } from './furniture-lines.ts';
import { saysArticle, type PageMetadata } from './page-metadata.ts';
import { isHeadline } from './teaser-runs.ts';
import { isProse, type TextBlock } from './text-blocks.ts';

/** What was chosen of a page. */
export interface ChosenText {
  body: BodySpan;
  text: readonly TextBlock[];
  isDated: boolean;
}

/** Short news runs to some 300 characters; below this there is a caption or a notice. */
const LEAST_PROSE = 200;
/** A page that calls itself an article may be shorter. */
const LEAST_DECLARED_PROSE = 120;
/** Beside a player, a description is no article. */
const LEAST_BESIDE_VIDEO = 400;
/** A form to log in has terms and explanations around it. */
const LEAST_BESIDE_PASSWORD = 800;
/** A list's introduction is short beside its links; an undated article has more to say than its sidebar. */
const PROSE_A_HEADLINE = 80;

/** Why a page is not one article; undefined where it is. Lists are told by their links, not by their length. */
export function refuse(page: ReadPage, chosen: ChosenText): 'list-page' | 'no-article' | undefined {
  const prose = chosen.text.reduce(
    (sum, block) => sum + (isProse(block) ? block.text.length : 0),
    0,
  );
  // Whoever chose a region has seen that it is worth reading.
  if (page.region && prose > 0) return undefined;
  const says = saysArticle(page.metadata);
  const least = Math.max(
    says ? LEAST_DECLARED_PROSE : LEAST_PROSE,
    page.hasVideo ? LEAST_BESIDE_VIDEO : 0,
    page.hasPassword && !says ? LEAST_BESIDE_PASSWORD : 0,
  );
  if (prose < least) return page.isList ? 'list-page' : 'no-article';
  if (isInterleaved(page, chosen)) return 'list-page';
  if (says === 'json-ld') return undefined;
  const isIntroduction =
    page.isList && !chosen.isDated && prose < page.headlines * PROSE_A_HEADLINE;
  return isIntroduction || isFrontPage(page) || saysList(page.metadata) ? 'list-page' : undefined;
}

/** No paper prints an article at its bare address. */
function isFrontPage({ url: address, headlines }: ReadPage): boolean {
  if (!URL.canParse(address) || !/^https?:/.test(address)) return false;
  const { pathname, search } = new URL(address);
  return (
    /^\/(?:index\.\w+|default\.\w+|home|trang-chu\/?)?$/i.test(pathname) && !search && headlines > 0
  );
}

function saysList({ types }: PageMetadata): boolean {
  return types.some((type) => /^(?:CollectionPage|SearchResultsPage|ItemList)$/.test(type));
}

/**
 * Is most of the prose the summary of another page, a headline linking there right before it, at most a date between?
 * An article with links between its paragraphs has at least two before the first.
 */
function isInterleaved({ blocks, titleIndex }: ReadPage, { body }: ChosenText): boolean {
  const from = titleIndex < 0 ? body.start : Math.min(body.start, titleIndex + 1);
  const inBody = blocks
    .slice(from, body.end)
    .filter((block) => !isHeadline(block) || !isFurnitureLine(block.text));
  const follows = (at: number) => {
    const before = inBody[at - 1];
    return isHeadline(before) || (before && !isProse(before) && isHeadline(inBody[at - 2]));
  };
  const prose = inBody.filter(isProse);
  const beforeLinks = inBody.slice(0, inBody.findIndex(isHeadline)).filter(isProse);
  if (beforeLinks.length >= 2) return false;
  const summaries = inBody.filter((block, at) => isProse(block) && follows(at));
  return summaries.length >= 3 && summaries.length >= prose.length * 0.6;
}

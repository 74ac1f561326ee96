import type { BodySpan } from './article-body.ts';
import { isFurnitureLine } from './furniture-lines.ts';
import { saysArticle, type PageMetadata } from './page-metadata.ts';
import { isHeadline } from './teaser-runs.ts';
import { isProse, type TextBlock } from './text-blocks.ts';

/** What a page looks like, besides its chosen text. */
export interface PageSigns {
  metadata: PageMetadata;
  address: string;
  /** Headlines to other pages that stood in lists and rows of teasers. */
  headlines: number;
  hasDate: boolean;
  hasPassword: boolean;
  hasVideo: boolean;
  blocks: readonly TextBlock[];
  body: BodySpan;
  text: readonly TextBlock[];
}

/** Short news runs to some 300 characters; below this there is a caption or a notice. */
const LEAST_PROSE = 200;
/** A page that calls itself an article may be shorter. */
const LEAST_DECLARED_PROSE = 120;
/** Beside a player, a description is no article. */
const LEAST_BESIDE_VIDEO = 400;
/** A form to log in has terms and explanations around it. */
const LEAST_BESIDE_PASSWORD = 800;
const MANY_HEADLINES = 5;
/** A list's introduction is short beside its links; an undated article has more to say than its sidebar. */
const PROSE_A_HEADLINE = 60;

/** Why a page is not one article; undefined where it is. Lists are told by their links, not by their length. */
export function refuse(signs: PageSigns): 'list-page' | 'no-article' | undefined {
  const prose = signs.text.reduce(
    (sum, block) => sum + (isProse(block) ? block.text.length : 0),
    0,
  );
  const isDeclared = saysArticle(signs.metadata) !== undefined;
  const isList = signs.headlines >= MANY_HEADLINES && !signs.hasVideo && !signs.hasPassword;
  const least = Math.max(
    isDeclared ? LEAST_DECLARED_PROSE : LEAST_PROSE,
    signs.hasVideo ? LEAST_BESIDE_VIDEO : 0,
    signs.hasPassword && !isDeclared ? LEAST_BESIDE_PASSWORD : 0,
  );
  if (prose < least) return isList ? 'list-page' : 'no-article';
  if (isInterleaved(signs)) return 'list-page';
  if (saysArticle(signs.metadata) === 'json-ld') return undefined;
  const isIntroduction = isList && !signs.hasDate && prose < signs.headlines * PROSE_A_HEADLINE;
  if (isIntroduction || isFrontPage(signs) || saysList(signs.metadata)) return 'list-page';
  return undefined;
}

/** No paper prints an article at its bare address. */
function isFrontPage({ address, headlines }: PageSigns): boolean {
  if (!URL.canParse(address) || !/^https?:/.test(address)) return false;
  const { pathname, search } = new URL(address);
  return (
    /^\/(?:index\.\w+|default\.\w+|home|trang-chu\/?)?$/i.test(pathname) && !search && headlines > 0
  );
}

function saysList({ types }: PageMetadata): boolean {
  return types.some((type) => /^(?:CollectionPage|SearchResultsPage|ItemList)$/.test(type));
}

/** Is most of the prose the summary of another page, a headline linking there right before it, at most a date between? */
function isInterleaved({ blocks, body }: PageSigns): boolean {
  const inBody = blocks
    .slice(body.start, body.end)
    .filter((block) => !isHeadline(block) || !isFurnitureLine(block.text));
  const follows = (at: number) => {
    const before = inBody[at - 1];
    return isHeadline(before) || (before && !isProse(before) && isHeadline(inBody[at - 2]));
  };
  const prose = inBody.filter(isProse);
  const summaries = inBody.filter((block, at) => isProse(block) && follows(at));
  return summaries.length >= 3 && summaries.length >= prose.length * 0.6;
}

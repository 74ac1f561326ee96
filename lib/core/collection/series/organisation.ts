import type { Figure } from '../../annotation.ts';
import { findScopes } from '../../recognise/scopes.ts';
import type { Source } from '../excerpt.ts';
import { plainSpelling } from './plain-spelling.ts';

/** Whose figure it is. */
export interface Organisation {
  /** As written. */
  name: string;
  key: string;
  /** Whether it is the one the article's title names, for want of a stated one. */
  isAssumed: boolean;
}

/** The body or place a figure is of: its own, else the first that the article's title names, else none. */
export function organisationOf(
  { scope }: Pick<Figure, 'scope'>,
  article: Pick<Source, 'title'> | undefined,
): Organisation {
  if (scope) return { name: scope, key: plainSpelling(scope), isAssumed: false };
  const [named] = article ? findScopes(article.title) : [];
  const name = named?.name ?? '';
  return { name, key: plainSpelling(name), isAssumed: true };
}

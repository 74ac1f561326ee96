import type { Figure } from '../../annotation.ts';
import type { Source } from '../excerpt.ts';
import { organisationOf, type Organisation } from './organisation.ts';
import { seriesPeriod, type SeriesPeriod } from './period.ts';
import { plainSpelling } from './plain-spelling.ts';
import { unitKey, writtenUnit, type WrittenUnit } from './written-unit.ts';

/** What the claims of one collection have in common: each name, time and unit is read once and held once. */
export class ClaimParts {
  readonly #texts = new Map<string, string>();
  readonly #units = new Map<string, WrittenUnit>();
  /** Equal for texts spelled alike (see `plainSpelling`). */
  readonly spelling = remembering(plainSpelling);
  readonly #scopes = remembering((scope) => organisationOf({ scope }, undefined));
  readonly #titles = remembering((title) => organisationOf({}, { title }));
  readonly #periods = remembering((period) => seriesPeriod({ period }, undefined));
  readonly #days = remembering((publishedTime) => seriesPeriod({}, { publishedTime }));

  /** The text itself, the same one for equal texts. */
  text<Text extends string | undefined>(text: Text): Text;
  text(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }

  /** As `organisationOf` tells it. */
  organisation({ scope }: Figure, article: Source | undefined): Organisation {
    return scope ? this.#scopes(scope) : this.#titles(article?.title ?? '');
  }

  /** As `seriesPeriod` tells it. */
  period({ period }: Figure, article: Source | undefined): SeriesPeriod {
    return period ? this.#periods(period) : this.#days(article?.publishedTime ?? '');
  }

  /** As `writtenUnit` tells it. */
  unit(figure: Figure): WrittenUnit {
    const unit = writtenUnit(figure);
    const known = this.#units.get(unitKey(unit));
    if (!known) this.#units.set(unitKey(unit), unit);
    return known ?? unit;
  }
}

/** Reads a text the first time only. */
function remembering<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    known.set(text, now);
    return now;
  };
}

import { createRequire } from 'node:module';

type Recognise = (text: string, culture: string) => unknown[];

// Its ES module build imports lodash without an extension, which Node does not resolve.
const library = createRequire(import.meta.url)('@microsoft/recognizers-text-number') as Record<
  'recognizeNumber' | 'recognizeOrdinal' | 'recognizePercentage',
  Recognise
>;

/** Spanish writes thousands and decimals as Vietnamese does. */
const CULTURE = 'es-es';

/** The numbers Recognizers-Text finds. `"1.837"` → one. */
export function spanishNumbers(text: string): unknown[] {
  return library.recognizeNumber(text, CULTURE);
}

/** All that this package of Recognizers-Text finds: numbers, ordinals and percentages. */
export function spanishFigures(text: string): unknown[] {
  return [
    ...spanishNumbers(text),
    ...library.recognizeOrdinal(text, CULTURE),
    ...library.recognizePercentage(text, CULTURE),
  ];
}

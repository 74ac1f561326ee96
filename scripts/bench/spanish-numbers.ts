import { createRequire } from 'node:module';

interface RecognizersText {
  recognizeNumber(text: string, culture: string): unknown[];
}

// Its ES module build imports lodash without an extension, which Node does not resolve.
const { recognizeNumber } = createRequire(import.meta.url)(
  '@microsoft/recognizers-text-number',
) as RecognizersText;

/** The numbers Recognizers-Text finds; Spanish writes thousands and decimals as Vietnamese does. `"1.837"` → one. */
export function recogniseSpanish(text: string): unknown[] {
  return recognizeNumber(text, 'es-es');
}

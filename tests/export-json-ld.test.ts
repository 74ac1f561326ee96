import jsonld, { type JsonLdDocument, type Options } from 'jsonld';
import type { JsonLdObj } from 'jsonld/jsonld-spec.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { exportText } from './export-sample.ts';
import { generateCollection } from './generated-collection.ts';
import { HOSTILE, hostileCollection } from './hostile-collection.ts';
import { ANNOTATION_CONTEXT } from './web-annotation-terms.ts';

/**
 * The W3C's model, as far as annotations of ours use it, written from its text and not from our types.
 * @see https://www.w3.org/TR/annotation-model/
 */
const Iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);
const Motivation = z.enum([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);
const Position = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
const Quote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  refinedBy: Position.optional(),
});
const Item = z.object({
  id: Iri,
  type: z.literal('Annotation'),
  motivation: Motivation,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  body: z.array(
    z.object({ type: z.literal('TextualBody'), value: z.string(), purpose: Motivation }),
  ),
  target: z.object({ source: Iri, selector: z.array(z.union([Quote, Position])).min(1) }),
});
const AnnotationCollection = z.object({
  '@context': z.array(z.union([z.string(), z.record(z.string(), z.unknown())])),
  id: Iri,
  type: z.literal('AnnotationCollection'),
  total: z.int(),
  first: z.object({
    id: Iri,
    type: z.literal('AnnotationPage'),
    startIndex: z.literal(0),
    items: z.array(Item),
  }),
});

describe('the W3C annotation file', () => {
  it('is a collection of annotations as the W3C’s model has them', async () => {
    const made = await generateCollection({ articles: 10, excerptsPerArticle: 14 });
    const file = AnnotationCollection.parse(JSON.parse(await exportText('json', made)));
    expect(file['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(file.total).toBe(140);
    expect(file.first.items).toHaveLength(140);
  });

  it('refines each quote by the place of its figure, so that any reader finds it', async () => {
    const made = await generateCollection({ articles: 3, excerptsPerArticle: 7 });
    const { first } = AnnotationCollection.parse(JSON.parse(await exportText('json', made)));
    for (const [at, { target }] of first.items.entries()) {
      const [quote] = target.selector;
      if (quote?.type !== 'TextQuoteSelector') throw new Error('the quote comes first');
      const { start = 0, end = 0 } = quote.refinedBy ?? {};
      expect(quote.exact.slice(start, end)).toBe(made.annotations[at]?.mention?.exact);
    }
  });

  it.each(Object.entries(HOSTILE))('holds hostile words to the letter: %s', async (_, text) => {
    const sample = await hostileCollection(text);
    const file = JSON.parse(await exportText('json', sample)) as {
      articles: { title: string }[];
      first: { items: { body: { value: string; purpose: string }[] }[] };
    };
    expect(file.articles[0]?.title).toBe(text);
    const note = file.first.items[0]?.body.find(({ purpose }) => purpose === 'commenting');
    expect(note?.value).toBe(text);
  });

  it.each([['generated', undefined], ...Object.entries(HOSTILE)] as const)(
    'is read whole by a JSON-LD processor we did not write: %s',
    async (_, text) => {
      const sample = await (text === undefined
        ? generateCollection({ articles: 10, excerptsPerArticle: 14 })
        : hostileCollection(text));
      const file = JSON.parse(await exportText('json', sample)) as JsonLdDocument;
      const [expanded] = await jsonld.expand(file, STRICT);
      const list = only(only(expanded, `${STREAMS}first`), `${STREAMS}items`) as {
        '@list': unknown[];
      };
      const quotes = list['@list'].map((item) => {
        const quote = only(only(item, `${OA}hasTarget`), `${OA}hasSelector`);
        return (only(quote, `${OA}exact`) as { '@value': string })['@value'];
      });
      expect(quotes).toEqual(sample.annotations.map(({ target }) => target.selector[0].exact));
    },
  );
});

const OA = 'http://www.w3.org/ns/oa#';
const STREAMS = 'http://www.w3.org/ns/activitystreams#';

/** The first that an expanded node says under a term. */
function only(node: unknown, term: string): unknown {
  return (node as Record<string, unknown[]>)[term]?.[0];
}

/** A term that no context explains is an error, not left out. */
const STRICT: Options.Expand & { safe: true } = { documentLoader: contextsHere, safe: true };

/** The W3C’s context, and no other: nothing else may be needed to read a file. */
function contextsHere(documentUrl: string) {
  if (documentUrl !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asked ${documentUrl}`);
  return Promise.resolve({ documentUrl, document: ANNOTATION_CONTEXT as JsonLdObj });
}

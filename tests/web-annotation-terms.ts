/** The W3C's terms that annotations of ours use, by its vocabulary. @see https://www.w3.org/TR/annotation-vocab/ */
const OA = 'http://www.w3.org/ns/oa#';
const DCTERMS = 'http://purl.org/dc/terms/';
const STREAMS = 'http://www.w3.org/ns/activitystreams#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const resource = (iri: string) => ({ '@type': '@id', '@id': iri });
const word = (iri: string) => ({ '@type': '@vocab', '@id': iri });
const named = (base: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, base + name]));

/** What stands at `http://www.w3.org/ns/anno.jsonld`, as far as it is needed: tests reach no network. */
export const ANNOTATION_CONTEXT = {
  '@context': {
    id: '@id',
    type: '@type',
    ...named(OA, ['Annotation', 'TextualBody', 'TextQuoteSelector', 'TextPositionSelector']),
    ...named(OA, ['commenting', 'highlighting', 'tagging']),
    ...named(OA, ['start', 'end', 'exact', 'prefix', 'suffix']),
    ...named(DCTERMS, ['created', 'modified']),
    Person: 'http://xmlns.com/foaf/0.1/Person',
    name: 'http://xmlns.com/foaf/0.1/name',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    value: `${RDF}value`,
    AnnotationCollection: `${STREAMS}OrderedCollection`,
    AnnotationPage: `${STREAMS}OrderedCollectionPage`,
    total: `${STREAMS}totalItems`,
    startIndex: `${STREAMS}startIndex`,
    first: resource(`${STREAMS}first`),
    items: { ...resource(`${STREAMS}items`), '@container': '@list' },
    body: resource(`${OA}hasBody`),
    target: resource(`${OA}hasTarget`),
    source: resource(`${OA}hasSource`),
    selector: resource(`${OA}hasSelector`),
    refinedBy: resource(`${OA}refinedBy`),
    creator: resource(`${DCTERMS}creator`),
    motivation: word(`${OA}motivatedBy`),
    purpose: word(`${OA}hasPurpose`),
  },
};

import type { Words } from '../words.ts';
import type { GlossaryEntry } from './pack-content.ts';

/** What is known of a document the pack cites, in the order it is told. */
export function glossaryLines(entry: GlossaryEntry, words: Words): string[] {
  const { kind, number, issuer, date, term, title, aliases } = entry;
  const facts = (
    [
      ['fact_number', number],
      ['fact_issuer', issuer],
      ['fact_date', date],
      ['fact_term', term],
      ['fact_title', title],
      ['fact_alias', aliases.join('; ')],
    ] as const
  ).flatMap(([label, value]) => (value ? [`${words(label)}: ${value}`] : []));
  const word = words(`kind_${kind.replaceAll('-', '_')}` as Parameters<Words>[0]);
  return [word, ...facts];
}

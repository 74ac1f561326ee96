import type { Programme } from '../annotation.ts';
import type { CitingExcerpt } from '../collection/programme-citation.ts';
import type { ProgrammeEntry } from '../collection/programme-entry.ts';
import { ProgrammeRegister } from '../collection/programme-register.ts';
import { excerptsOf, summarise, type ProgrammeSummary } from '../collection/programme-summary.ts';
import { formatDay } from '../export/times.ts';
import { foldText } from '../text.ts';
import type { GlossaryEntry } from './pack-content.ts';

/** An excerpt of the pack that names a programme. */
export interface Citation {
  excerpt: CitingExcerpt;
  /** Number of its source. */
  source: number;
}

/** Lists the programmes cited, each once as the register has it, with what people said of it there; by name. */
export function glossaryOf(
  citations: readonly Citation[],
  records: readonly ProgrammeEntry[] = [],
): GlossaryEntry[] {
  const register = new ProgrammeRegister();
  for (const { excerpt } of citations) register.put(excerpt);
  register.setRecords(records);
  const sourceOf = new Map(citations.map(({ excerpt, source }) => [excerpt.id, source]));
  const entries = register.read().groups.flatMap((group) => {
    const cited = excerptsOf(group);
    const sources = cited.flatMap(({ id }) => sourceOf.get(id) ?? []);
    const programmes = cited.map(({ programme }) => programme);
    return cited.length > 0 ? [entryOf(summarise(group), programmes, sources)] : [];
  });
  return entries.sort((a, b) => compareText(foldText(a.name), foldText(b.name)));
}

function entryOf(
  { kind, fields, ownAliases }: ProgrammeSummary,
  programmes: readonly Programme[],
  sources: readonly number[],
): GlossaryEntry {
  const forms = programmes.flatMap(({ exact, alias }) => (alias ? [exact, alias] : exact));
  const names = distinct([...forms, ...ownAliases].map(asHeading));
  const name = names.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  const [number, issuer, date, term, title] = FIELDS.map((field) => fields[field]?.value);
  // What nobody gave a title the register lists under a name; here those stand already.
  const isTitled = title !== undefined && names.some((each) => hasWords(each, title));
  return {
    name,
    kind,
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(date && { date: formatDay(date) }),
    ...(term && { term }),
    ...(title && !isTitled && { title }),
    aliases: names.filter((each) => each !== name),
    sources: [...new Set(sources)].sort((a, b) => a - b),
  };
}

/** A name as a line begins with it, its quotes closed: `phong trào “Bốn tốt` → `Phong trào “Bốn tốt”`. */
function asHeading(form: string): string {
  const name = form.replace(/\s+/g, ' ').trim();
  const count = (sign: string) => name.split(sign).length - 1;
  const missing = count('“') > count('”') ? '”' : count('"') % 2 === 1 ? '"' : '';
  return name.slice(0, 1).toLocaleUpperCase('vi') + name.slice(1) + missing;
}

function hasWords(text: string, words: string): boolean {
  return foldText(text).includes(foldText(words));
}

const FIELDS = ['number', 'issuer', 'date', 'term', 'title'] as const;

/** Each text once, whatever its letter case and accents; the first is kept. */
function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size < seen.add(foldText(text)).size);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

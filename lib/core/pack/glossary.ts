import type { Programme } from '../annotation.ts';
import { formatDay } from '../export/times.ts';
import { foldText } from '../text.ts';
import type { GlossaryEntry } from './pack-content.ts';

/** A mention of a programme in the pack. */
export interface Citation {
  mention: Programme;
  articleId: string;
  /** Number of its source. */
  source: number;
}

/** Named by a reader, a programme is tied to no other mention of its article. */
const BY_READER = 'reader';
/** Party documents of the centre, of which there is one for a number. */
const CENTRAL = /[/-]TW$/i;

/** Lists the programmes cited, each once, by name. */
export function glossaryOf(citations: readonly Citation[]): GlossaryEntry[] {
  const entries = groupCitations(citations).map(entryOf);
  return entries.sort((a, b) => compareText(foldText(a.name), foldText(b.name)));
}

/** Brings together what shares a key with any of a group: its article's entity, its number or its title. */
function groupCitations(citations: readonly Citation[]): Citation[][] {
  const groups: { keys: Set<string>; cited: Citation[] }[] = [];
  for (const citation of citations) {
    const keys = keysOf(citation);
    const kin = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const joined = {
      keys: new Set([...kin.flatMap((group) => [...group.keys]), ...keys]),
      cited: [...kin.flatMap(({ cited }) => cited), citation],
    };
    for (const group of kin) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map(({ cited }) => cited);
}

function keysOf({ mention, articleId }: Citation): string[] {
  const { kind, number, issuer, title, entity, exact } = mention;
  const keys: string[] = [];
  if (entity !== BY_READER) keys.push(`entity ${articleId} ${entity}`);
  if (number) {
    // Every district numbers its own documents from 1.
    const whose = CENTRAL.test(number) ? 'TW' : foldText(issuer ?? articleId);
    keys.push(`${kind} ${foldText(number)} ${mention.term ?? ''} ${whose}`);
  }
  if (title) keys.push(`${kind} title ${foldText(title)}`);
  if (!number && !title) keys.push(`${kind} name ${foldText(exact)}`);
  return keys;
}

function entryOf(cited: readonly Citation[]): GlossaryEntry {
  const known = <Name extends keyof Programme>(name: Name) =>
    cited.map(({ mention }) => mention[name]).find(Boolean);
  const forms = cited.flatMap(({ mention: { exact, alias } }) => (alias ? [exact, alias] : exact));
  const names = distinct(forms.map((form) => form.replace(/\s+/g, ' ').trim()));
  const name = names.reduce((longest, each) => (each.length > longest.length ? each : longest), '');
  const [kind, date, title] = [known('kind'), known('date'), known('title')];
  const isTitled = title !== undefined && foldText(name).includes(foldText(title));
  const [number, issuer, term] = [known('number'), known('issuer'), known('term')];
  return {
    name,
    kind: kind ?? 'other',
    ...(number && { number }),
    ...(issuer && { issuer }),
    ...(date && { date: formatDay(date) }),
    ...(term && { term }),
    ...(title && !isTitled && { title }),
    aliases: names.filter((each) => each !== name),
    sources: [...new Set(cited.map(({ source }) => source))].sort((a, b) => a - b),
  };
}

/** Each text once, whatever its letter case and accents; the first is kept. */
function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size < seen.add(foldText(text)).size);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

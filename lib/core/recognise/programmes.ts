import type { Programme } from '../annotation.ts';
import { findAliases } from './aliases.ts';
import { readCongress, readPlenum } from './congress-documents.ts';
import { nameCityCommittee, readNumbered, shareBehind } from './document-numbers.ts';
import { BARE_SYMBOL, readSymbol } from './document-symbols.ts';
import type { TypeMark } from './document-types.ts';
import { SHORT_TYPES, TYPE_WORDS, toTypeMark, typeOfCode } from './document-types.ts';
import {
  FREE_NAMES,
  OPENING_QUOTES,
  readEstablished,
  readFreeName,
  readQuotedName,
} from './gazetteer.ts';
import { decodeIssuer } from './issuers.ts';
import { isPartOfName, readNamedLaw } from './named-laws.ts';
import type { ProgrammeDraft } from './programme-draft.ts';
import { readQuotedNames } from './quoted-names.ts';
import type { ReadingText } from './reading-text.ts';
import { readingText } from './reading-text.ts';
import type { RecogniseContext } from './recognise.ts';
import { resolveReferences } from './references.ts';
import { readTitled } from './titled-schemes.ts';

/**
 * Finds the named programmes and documents of a text, in text order. `"Chỉ thị số 05-CT/TW"` → one directive.
 * `lower` is the text in lower case, where the caller has it already.
 */
export function findProgrammes(
  text: string,
  context: RecogniseContext,
  lower?: string,
): Programme[] {
  const reading = readingText(text, lower);
  const year = context.publishedTime?.slice(0, 4);
  const found = inOrder([
    ...readTypes(reading, year),
    ...readShortTypes(reading, year),
    ...readBareSymbols(reading),
  ]);
  shareBehind(reading.words, found);
  nameCityCommittee(reading.words, found);
  const aliases = findAliases(reading.words, found);
  const drafts = aliases.length === 0 ? found : inOrder([...found, ...aliases]);
  return resolveReferences(reading.words, drafts).map(({ draft, entity }) =>
    toProgramme(text, reading, draft, entity),
  );
}

function toProgramme(
  text: string,
  reading: ReadingText,
  draft: ProgrammeDraft,
  entity: string,
): Programme {
  const { kind, rule } = draft;
  const start = reading.toSource(draft.start);
  const end = reading.toSource(draft.end, true);
  const mention: Programme = {
    type: 'programme',
    start,
    end,
    exact: text.slice(start, end),
    kind,
    entity,
    rule,
  };
  if (draft.number !== undefined) mention.number = draft.number;
  if (draft.issuer !== undefined) mention.issuer = draft.issuer;
  if (draft.date !== undefined) mention.date = draft.date;
  if (draft.term !== undefined) mention.term = draft.term;
  if (draft.title !== undefined) mention.title = draft.title;
  if (draft.alias !== undefined) mention.alias = draft.alias;
  return mention;
}

const ANCHORS = new RegExp(`(${TYPE_WORDS})|(${FREE_NAMES})|${OPENING_QUOTES}`, 'g');

/** Reads at every type word, opening quote and established name, each time on from what was read. */
function readTypes({ words, lower }: ReadingText, year?: string): ProgrammeDraft[] {
  const drafts: ProgrammeDraft[] = [];
  ANCHORS.lastIndex = 0;
  for (let found = ANCHORS.exec(lower); found; found = ANCHORS.exec(lower)) {
    const read = readAnchor(words, lower, found, year);
    drafts.push(...read);
    const last = read.at(-1);
    if (last && !last.bare) ANCHORS.lastIndex = Math.max(last.end, ANCHORS.lastIndex);
  }
  return drafts;
}

function readAnchor(
  words: string,
  lower: string,
  { index, 1: typeWord, 2: freeName }: RegExpExecArray,
  year?: string,
): ProgrammeDraft[] {
  if (freeName) return list(readFreeName(words, lower, index));
  if (!typeWord) return list(readQuotedName(words, lower, index));
  const mark = toTypeMark(words, index, typeWord);
  if (!mark) return [];
  const drafts = readType(words, lower, mark, year);
  for (const draft of drafts) draft.typeWords = mark.type.words;
  return drafts;
}

/** Reads at every type word that is abbreviated: `NQ 18`, `NQTW4`. */
function readShortTypes({ words, lower }: ReadingText, year?: string): ProgrammeDraft[] {
  return [...words.matchAll(SHORT_TYPES)].flatMap(({ index, 0: short }) => {
    const mark = toTypeMark(words, index, short);
    return mark ? readType(words, lower, mark, year).filter(({ bare }) => !bare) : [];
  });
}

/** The rules in order; the first that reads anything wins. */
function readType(words: string, lower: string, mark: TypeMark, year?: string): ProgrammeDraft[] {
  const numbered = readNumbered(words, mark, year)?.drafts ?? readPlenum(words, mark, year);
  if (numbered.length > 0) return numbered;
  const named =
    readCongress(words, lower, mark) ??
    readNamedLaw(words, lower, mark) ??
    readEstablished(words, lower, mark);
  if (named) return [named];
  const quoted = readQuotedNames(words, lower, mark);
  if (quoted.length > 0) return quoted;
  if (isPartOfName(lower, mark)) return [];
  return [readTitled(words, mark, year) ?? bareType(mark)];
}

/** A type word without a name: `Chương trình mục tiêu quốc gia` is one by itself, others may point back. */
function bareType({ type, start, end, capital }: TypeMark): ProgrammeDraft {
  if (type.alone && (capital || type.kind === 'programme'))
    return { start, end, kind: type.kind, rule: 'gazetteer', name: type.words };
  return { start, end, kind: type.kind, rule: 'back-reference', bare: true, capital };
}

function list(draft: ProgrammeDraft | null): ProgrammeDraft[] {
  return draft ? [draft] : [];
}

/** Symbols without their type word; the code tells the kind. */
function readBareSymbols({ words }: ReadingText): ProgrammeDraft[] {
  const drafts: ProgrammeDraft[] = [];
  for (const { index } of words.matchAll(BARE_SYMBOL)) {
    const symbol = readSymbol(words, index, false);
    if (!symbol) continue;
    const { end, number, digits, year, code, issuerCode } = symbol;
    const kind = (code && typeOfCode(code)?.kind) || 'other';
    const issuer = issuerCode ? decodeIssuer(issuerCode) : undefined;
    drafts.push({
      start: index,
      end,
      kind,
      rule: 'document-symbol',
      number,
      digits,
      year,
      code,
      issuerCode,
      issuer,
      decoded: issuer !== undefined,
    });
  }
  return drafts;
}

/** By place; of two that overlap the earlier, then the longer, stays, and a bare type word always yields. */
function inOrder(drafts: ProgrammeDraft[]): ProgrammeDraft[] {
  const sorted = drafts.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: ProgrammeDraft[] = [];
  for (const draft of sorted) {
    const last = kept.at(-1);
    if (!last || last.end <= draft.start) kept.push(draft);
    else if (last.bare && !draft.bare) kept[kept.length - 1] = draft;
  }
  return kept;
}

import type { Programme } from '../annotation.ts';
import { BY_READER } from '../correct-mention.ts';
import { TYPE_WORDS, toTypeMark, type TypeMark } from '../recognise/document-types.ts';
import { establishedName } from '../recognise/gazetteer.ts';
import { readingText } from '../recognise/reading-text.ts';
import ownPapers from './own-papers.json' with { type: 'json' };
import { searchWords } from './search-words.ts';

/** What a programme without a number is known by. */
export interface ProgrammeName {
  /** Folded, so that spellings of one name are equal. */
  name: string;
  /** Whether the whole country knows one thing by it; else each body may have a paper of that name. */
  isShared: boolean;
}

/** The name of what a congress of the whole Party resolved. */
export const PARTY_CONGRESS = 'dai hoi dang';

/** Rules whose words are a name by themselves. */
const NAMING_RULES: ReadonlySet<string> = new Set(['named-law', 'gazetteer', BY_READER]);
const LEADING_TYPE = new RegExp(`^(?:${TYPE_WORDS})`);
/** Any established movement is read behind it. */
const MOVEMENT: TypeMark = {
  type: { words: 'phong trào', kind: 'movement', drive: true },
  start: 0,
  end: 0,
  capital: true,
};
const OWN_PAPERS = new Set(ownPapers);
const REVISION = /\((?:sửa đổi|bổ sung)[^()]*\)|,? năm \d{4}$/giu;
const LAW_WORD = /^(?:bo )?luat /;
/** A congress of the whole Party, not of a part of it. */
const LOCAL_CONGRESS = /dang bo (?!toan)|chi bo|cong doan|doan |hoi |mat tran/;

/**
 * The name of a programme as it is compared across articles; none where its words name nothing by themselves (`Đề án`).
 * `phong trào "Dân vận khéo"`, `Dân vận khéo` → `dân vận khéo`, shared; `Luật Đất đai (sửa đổi)` → `dat dai`, shared.
 */
export function programmeName(programme: Programme): ProgrammeName | undefined {
  const { kind, title, exact, rule } = programme;
  if (rule === 'congress') return congressName(exact);
  const words = title ?? exact;
  if (kind === 'law' || kind === 'charter') {
    const name = searchWords(words.replace(REVISION, '')).replace(LAW_WORD, '');
    return name ? { name, isShared: true } : undefined;
  }
  const established = establishedIn(programme);
  if (established) return { name: established, isShared: !OWN_PAPERS.has(established) };
  if (title === undefined && !NAMING_RULES.has(rule)) return undefined;
  const isShared = kind === 'movement' || rule === 'named-law';
  return { name: searchWords(words), isShared };
}

function congressName(exact: string): ProgrammeName {
  const name = searchWords(exact);
  return LOCAL_CONGRESS.test(`${name} `)
    ? { name, isShared: false }
    : { name: PARTY_CONGRESS, isShared: true };
}

function establishedIn({ title, exact }: Programme): string | undefined {
  if (title === undefined) return undefined;
  const { words, lower } = readingText(exact);
  const typeWord = LEADING_TYPE.exec(lower)?.[0];
  const mark = typeWord === undefined ? MOVEMENT : toTypeMark(words, 0, typeWord);
  return establishedName(readingText(title).lower, 0, { ...(mark ?? MOVEMENT), capital: true });
}

/** Whether common speech knows a programme by a bare number: `Chương trình 135`. */
export function isKnownByNumber({ exact, number }: Programme): boolean {
  const { words, lower } = readingText(exact);
  const typeWord = LEADING_TYPE.exec(lower)?.[0];
  const mark = typeWord === undefined ? undefined : toTypeMark(words, 0, typeWord);
  return mark?.type.numbers?.includes(number?.toLowerCase() ?? '') ?? false;
}

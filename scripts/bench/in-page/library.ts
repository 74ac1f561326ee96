import { COUNTED_FACETS } from '../../../lib/core/collection/facets.ts';
import { EVERYTHING, SearchIndex } from '../../../lib/core/collection/search-index.ts';
import { searchEntry } from '../../../lib/core/collection/search-entry.ts';
import type { Source } from '../../../lib/core/collection/excerpt.ts';
import { searchWords } from '../../../lib/core/collection/search-words.ts';
import { ValueTable } from '../../../lib/core/collection/value-table.ts';
import { openDatabase } from '../../../lib/platform/database.ts';
import { topFacetValues } from '../../../lib/platform/facet-counts.ts';
import { LibraryService } from '../../../lib/platform/library-service.ts';
import { mergeCollection } from '../../../lib/platform/merge-collection.ts';
import { generateCollection } from '../../../tests/generated-collection.ts';
import { sideBySide, type Comparison } from '../side-by-side.ts';
import { countRaw, makeRaw, openRaw, putRaw, readRaw, removeRaw } from './raw-storage.ts';

const PER_ARTICLE = 100;
const FIRST_ROWS = 50;
const FEW = 8;

/** Writes excerpts into a new collection, and the same records into a bare database with the same indexes. */
export async function timeWriting(count: number): Promise<Comparison> {
  const { articles, annotations } = await generateCollection({
    articles: count / PER_ARTICLE,
    excerptsPerArticle: PER_ARTICLE,
  });
  let round = 0;
  const ours = async () => {
    const db = openDatabase(`bench-ours-${round}`);
    await mergeCollection(db, { articles, annotations }, new Date());
    db.close();
  };
  const raw = async () => {
    const database = await makeRaw(`bench-raw-${round}`);
    await putRaw(database, articles, annotations);
    database.close();
  };
  return sideBySide(ours, raw, {
    rounds: 3,
    prepare: async () => {
      await Promise.all([removeRaw(`bench-ours-${round}`), removeRaw(`bench-raw-${round}`)]);
      round++;
    },
  });
}

/** Fills the extension's own collection, as one import after another would. */
export async function fill(count: number): Promise<void> {
  const all = await generateCollection({
    articles: count / PER_ARTICLE,
    excerptsPerArticle: PER_ARTICLE,
  });
  const db = openDatabase();
  for (let from = 0; from < all.articles.length; from += IMPORTED) {
    const articles = all.articles.slice(from, from + IMPORTED);
    const annotations = all.annotations.slice(from * PER_ARTICLE, (from + IMPORTED) * PER_ARTICLE);
    await mergeCollection(db, { articles, annotations }, new Date());
  }
  db.close();
}

/** Articles put in at once. */
const IMPORTED = 100;

/** The newest rows as the library first asks for them, and as bare IndexedDB gives them. */
export async function timeFirstRows(): Promise<Comparison> {
  const db = openDatabase();
  const raw = await openRaw();
  const page = { from: 0, count: FIRST_ROWS, whole: [] };
  const ours = () => newService(db).find(EVERYTHING, page);
  const result = await sideBySide(ours, () => readRaw(raw, FIRST_ROWS), { rounds: 15 });
  raw.close();
  db.close();
  return result;
}

function newService(db: ReturnType<typeof openDatabase>): LibraryService {
  return new LibraryService(db, () => new Date(), { readerName: () => Promise.resolve(undefined) });
}

/** One search among all excerpts, and `includes` on an array of the same strings. */
export async function timeSearch(): Promise<Comparison & { excerpts: number }> {
  const db = openDatabase();
  const sources = new Map<string, Source>();
  await db.articles.each((article) => void sources.set(article.id, article));
  const index = new SearchIndex();
  const table = new ValueTable<never>(() => undefined);
  const strings: string[] = [];
  await db.annotations.each((annotation) => {
    const article = sources.get(annotation.articleId);
    index.put(annotation, article);
    strings.push(searchEntry(annotation, article, table as never).words);
  });
  db.close();
  let turn = 0;
  const ours = () => index.find({ ...EVERYTHING, text: wordAt(turn++) });
  const theirs = () => {
    const wanted = ` ${searchWords(wordAt(turn++))}`;
    return strings.filter((words) => words.includes(wanted));
  };
  const result = await sideBySide(ours, theirs, { rounds: 15 });
  return { ...result, excerpts: strings.length };
}

const WORDS = ['Thạch', 'Khê', 'sinh', 'nhân', 'đường', 'quán', 'hoàn', 'kết', 'Lộc', 'Mẫu'];

/** Never the same word twice running: a library remembers what it was just asked. */
function wordAt(turn: number): string {
  return WORDS[turn % WORDS.length] ?? '';
}

/** The most frequent values of every facet with their counts, and one count by an index. */
export async function timeFacets(): Promise<Comparison> {
  const db = openDatabase();
  const raw = await openRaw();
  const ours = () => Promise.all(COUNTED_FACETS.map((name) => topFacetValues(db, name, FEW)));
  const result = await sideBySide(ours, () => countRaw(raw, 'chi bộ'), { rounds: 9 });
  raw.close();
  db.close();
  return result;
}

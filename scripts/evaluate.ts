import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { annotateFile } from './annotate-file.ts';
import {
  measure,
  scoreMentions,
  share,
  summarise,
  type Difference,
  type Mark,
  type Score,
  type ScoredArticle,
} from './score-mentions.ts';
import { checkPage, type ExpectedPage } from './score-pages.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Reads the corpus files of a folder, `NAME.txt` beside `NAME.json`, and recognises each text. */
export function readCorpus(folder: string): ScoredArticle[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'expected.json')
    .sort()
    .filter((file) => existsSync(join(folder, file.replace(/\.json$/, '.txt'))))
    .map((file) => {
      const name = basename(file, '.json');
      const { marks } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { marks: Mark[] };
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8').normalize('NFC');
      return { name, text, gold: marks, predicted: recognise(text).mentions };
    });
}

/** Reads `expected.json`: entries by page name, `notArticles` for pages to be refused. */
export function readExpected(folder: string): Map<string, ExpectedPage> {
  const path = join(folder, 'expected.json');
  if (!existsSync(path)) return new Map();
  const { notArticles = [], ...pages } = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    ExpectedPage
  > & { notArticles?: string[] };
  const refused = notArticles.map((name): [string, ExpectedPage] => [name, { refused: 'any' }]);
  return new Map([...Object.entries(pages), ...refused]);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

function printScore(score: Score, articles: readonly ScoredArticle[], isVerbose: boolean): void {
  const texts = new Map(articles.map(({ name, text }) => [name, text]));
  const shown = score.differences.filter(({ what }) => isVerbose || what !== 'FIELD');
  for (const difference of shown) print(describeDifference(difference, texts));
  const rows = [
    ['figure', score.figures] as const,
    ...[...score.kinds].filter(([kind]) => kind.startsWith('figure')).sort(),
    ['programme', score.programmes] as const,
    ...[...score.kinds].filter(([kind]) => kind.startsWith('programme')).sort(),
  ];
  print(`${'by kind'.padEnd(28)}${'marks'.padStart(7)}  precision    recall        F1`);
  for (const [name, tally] of rows) {
    const { precision, recall, f1 } = measure(tally);
    const cells = [precision, recall, f1].map((value) => percent(value).padStart(10)).join('');
    print(`${name.padEnd(28)}${String(tally.right + tally.missed).padStart(7)} ${cells}`);
  }
  print('by field');
  const strict: [string, Score['programmeStrict']] = [
    'programme span, strict',
    score.programmeStrict,
  ];
  for (const [name, { right, of }] of [...[...score.fields].sort(), strict]) {
    print(
      `${name.padEnd(28)}${`${right}/${of}`.padStart(9)} ${percent(share(right, of)).padStart(10)}`,
    );
  }
  print(JSON.stringify(summarise(score)));
}

function describeDifference(
  { what, name, mark, detail }: Difference,
  texts: ReadonlyMap<string, string>,
): string {
  const context = (texts.get(name) ?? '').slice(Math.max(0, mark.start - 25), mark.end + 25);
  const kind = `${mark.type} ${mark.kind ?? ''}`;
  return `${what.padEnd(5)} ${name} ${kind} ‹${mark.exact}› ${detail} … ${JSON.stringify(context)}`;
}

async function printPages(
  folder: string,
  expected: ReadonlyMap<string, ExpectedPage>,
  isVerbose: boolean,
): Promise<boolean> {
  let passed = 0;
  let total = 0;
  for (const [name, page] of expected) {
    const path = join(folder, `${name}.html`);
    const read = existsSync(path) ? await annotateFile(path) : undefined;
    for (const check of checkPage(page, read)) {
      total += 1;
      passed += Number(check.passed);
      if (!check.passed && isVerbose) print(`MISS ${name} ${check.what} | got: ${check.got}`);
    }
  }
  print(`${passed}/${total}`);
  return passed === total;
}

async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((arg) => !arg.startsWith('-'));
  if (!folder || !existsSync(folder)) {
    process.stderr.write('Cách dùng: npm run evaluate -- THƯ-MỤC [-v]\n');
    return 2;
  }
  const isVerbose = args.includes('-v');
  const articles = readCorpus(folder);
  const expected = readExpected(folder);
  if (articles.length > 0) printScore(scoreMentions(articles), articles, isVerbose);
  const arePagesRight = expected.size === 0 || (await printPages(folder, expected, isVerbose));
  if (articles.length === 0 && expected.size === 0) {
    process.stderr.write(`Không có NAME.txt + NAME.json hay expected.json trong ${folder}\n`);
    return 2;
  }
  return arePagesRight ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'vite';

/** A regular expression of the code that reads pages and texts. */
export interface Pattern {
  /** The file that holds or composes it: `lib/core/text.ts`. */
  file: string;
  source: string;
  flags: string;
}

/** All patterns, each once a file, and the files that compose patterns of which none was seen. */
export interface Patterns {
  patterns: Pattern[];
  unseen: string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READING = ['lib/core/**/*.ts', 'lib/dom/**/*.ts'];

/**
 * Collects the patterns of `lib/core` and `lib/dom`: literals by parsing, composed ones by listening to the RegExp
 * constructor while the modules load and `exercise` calls what composes patterns only when called.
 * The modules must not have been loaded before.
 */
export async function collectPatterns(exercise: () => Promise<void>): Promise<Patterns> {
  const files = globSync(READING, { cwd: ROOT }).filter((file) => !file.endsWith('.d.ts'));
  const sources = files.toSorted().map((file) => ({ file, ...readSource(file) }));
  const composed = await listen(async () => {
    for (const { file } of sources) await import(pathToFileURL(path.join(ROOT, file)).href);
    await exercise();
  });
  const composers = sources.filter(({ composes }) => composes).map(({ file }) => file);
  const seen = new Set(composed.flatMap(({ by }) => by));
  const all = [
    ...sources.flatMap(({ literals }) => literals),
    ...composed.flatMap(({ by: [file], ...pattern }) => (file ? { file, ...pattern } : [])),
  ];
  const unique = new Map(all.map((pattern) => [JSON.stringify(pattern), pattern]));
  return { patterns: [...unique.values()], unseen: composers.filter((file) => !seen.has(file)) };
}

function readSource(file: string): { literals: Pattern[]; composes: boolean } {
  const literals: Pattern[] = [];
  let composes = false;
  const isConstructor = (callee: object) => 'name' in callee && callee.name === 'RegExp';
  const visitor = new Visitor({
    Literal(node) {
      if ('regex' in node) {
        literals.push({ file, source: node.regex.pattern, flags: node.regex.flags });
      }
    },
    NewExpression: ({ callee }) => void (composes ||= isConstructor(callee)),
    CallExpression: ({ callee }) => void (composes ||= isConstructor(callee)),
  });
  visitor.visit(parseSync(file, readFileSync(path.join(ROOT, file), 'utf8')).program);
  return { literals, composes };
}

/** A pattern composed while something ran, with our files on the call stack, nearest first but for `sticky.ts`. */
type Composed = Omit<Pattern, 'file'> & { by: string[] };

async function listen(work: () => Promise<void>): Promise<Composed[]> {
  const native = globalThis.RegExp;
  const composed: Composed[] = [];
  const hear = (made: RegExp): RegExp => {
    const by = filesOnStack(new Error('where').stack ?? '', native);
    composed.push({ source: made.source, flags: made.flags, by });
    return made;
  };
  globalThis.RegExp = new Proxy(native, {
    construct: (target, input: ConstructorParameters<RegExpConstructor>) =>
      hear(new target(...input)),
    apply: (target, _, input: ConstructorParameters<RegExpConstructor>) =>
      hear(new target(...input)),
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = native;
  }
  return composed;
}

/** Our files that asked for a pattern; none where a library of ours did. `sticky.ts` only asks on behalf of others. */
function filesOnStack(stack: string, native: RegExpConstructor): string[] {
  const own = new native('/(lib/(?:core|dom)/[^\\s:?]+\\.ts)');
  const callers = stack
    .split('\n')
    .slice(1)
    .filter((line) => !line.includes('collect-patterns'));
  const files = callers.map((line) => own.exec(line)?.[1]);
  const [first, second] = files;
  if (first === undefined) return [];
  return first.endsWith('/sticky.ts') && second !== undefined ? [second, first] : [first];
}

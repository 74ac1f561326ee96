import { parseAst, type Plugin } from 'vite';

/** A node of a syntax tree, as far as it is looked at here; `start` and `end` are UTF-16 offsets. */
interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const FILE = /@mozilla\/readability\/(Readability(?:-readerable)?)\.js$/;
/**
 * What makes an article out of the elements that were chosen: addresses, classes, structured data. A page is read for
 * which of its text was chosen, and that is settled before.
 */
const UNUSED = new Set([
  '_postProcessContent',
  '_cleanClasses',
  '_fixRelativeUris',
  '_simplifyNestedElements',
  '_getJSONLD',
]);
/** What is called for its effect alone: the log of a program being mended, and the finish above. */
const CALLED = new Set(['log', '_postProcessContent']);

/** Leaves out of Readability what no page is read with, and makes a module of it that needs no loader in the page. */
export function slimReadability(): Plugin {
  return {
    name: 'slim-readability',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [, name] = FILE.exec(id) ?? [];
      return name ? { code: slim(code, name === 'Readability'), map: null } : undefined;
    },
  };
}

/** @throws Error where the source is another than the one this was written for */
function slim(code: string, isParser: boolean): string {
  const cuts: [start: number, end: number, instead: string][] = [];
  const seen = new Set<string>();
  const cut = ({ start, end }: Node, what: string, instead = '') => {
    cuts.push([start, code[end] === ',' ? end + 1 : end, instead]);
    seen.add(what);
  };
  visit(parseAst(code) as unknown as Node, (node) => {
    const source = code.slice(node.start, node.end);
    if (node.type === 'IfStatement' && source.startsWith('if (typeof module === "object")')) {
      cut(node, 'exports', `export default ${/module\.exports = (\w+)/.exec(source)?.[1]};`);
    } else if (node.type === 'IfStatement' && source.startsWith('if (this._debug)')) {
      cut(node, 'debug');
    } else if (node.type === 'Property' && UNUSED.has(nameOf(node['key']))) {
      cut(node, nameOf(node['key']));
    } else if (node.type === 'ExpressionStatement' && CALLED.has(calledBy(node))) {
      cut(node, `${calledBy(node)}()`, ';');
    } else return true;
    return false;
  });
  const wanted = isParser ? UNUSED.size + CALLED.size + 2 : 1;
  if (seen.size !== wanted) throw new Error(`Readability is another: ${[...seen].join(', ')}`);
  return cuts.reduceRight(
    (text, [start, end, instead]) => text.slice(0, start) + instead + text.slice(end),
    code,
  );
}

/** `this.log("…")` → `'log'`. */
function calledBy({ expression }: Node): string {
  const { callee } = (expression ?? {}) as { callee?: Partial<Node> };
  const { object, property } = (callee ?? {}) as { object?: Partial<Node>; property?: unknown };
  return object?.type === 'ThisExpression' ? nameOf(property) : '';
}

function nameOf(identifier: unknown): string {
  return (identifier as { name?: string } | undefined)?.name ?? '';
}

/** Goes through a tree in order, below a node only where `seen` says so. */
function visit(node: Node, seen: (node: Node) => boolean): void {
  if (!seen(node)) return;
  for (const field of Object.values(node)) {
    for (const child of [field].flat()) {
      if (typeof child === 'object' && child !== null && 'type' in child)
        visit(child as Node, seen);
    }
  }
}

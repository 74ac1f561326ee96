/**
 * Runs the recogniser's cases: every JSON file of `tests/specs` is one rule family.
 * A case names what its text must give, and only the fields it names are compared.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Check, Mention } from '../lib/core/annotation.ts';
import type { RecogniseContext } from '../lib/core/recognise/recognise.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';

interface SpecCase {
  input: string;
  /** In text order; a field of `null` must be absent. */
  mentions: Record<string, unknown>[];
  /** Compared in order, by the fields named; left out, the checks are not looked at. */
  checks?: Partial<Check>[];
  context?: RecogniseContext;
  comment?: string;
}

interface SpecFile {
  description: string;
  types: Mention['type'][];
  cases: SpecCase[];
}

const folder = new URL('specs/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

for (const name of names.toSorted()) {
  const spec = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as SpecFile;
  describe(`${name}: ${spec.description}`, () => {
    const titles = new Set<string>();
    for (const specCase of spec.cases) {
      const { input, comment } = specCase;
      const title = comment ? `${input} (${comment})` : input;
      test(titles.has(title) ? `${title} [again]` : title, () => runCase(spec, specCase));
      titles.add(title);
    }
  });
}

function runCase(spec: SpecFile, { input, mentions, checks, context }: SpecCase): void {
  const recognition = recognise(input, context);
  const found = recognition.mentions.filter(({ type }) => spec.types.includes(type));
  expect(found.map(({ exact }) => exact)).toEqual(mentions.map(({ exact }) => exact));
  for (const { start, end, exact } of found) expect(input.slice(start, end)).toBe(exact);
  for (const [at, wanted] of mentions.entries()) expect(named(found[at], wanted)).toEqual(wanted);
  if (checks) {
    const given = recognition.checks.map((check, at) => named(check, checks[at] ?? { rule: '' }));
    expect(given).toEqual(checks);
  }
}

/** The fields of `record` that `wanted` names, `null` for the absent ones. */
function named(record: object | undefined, wanted: object): Record<string, unknown> {
  const fields = new Map(Object.entries(record ?? {}));
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, fields.get(key) ?? null]));
}

/**
 * Scores the recogniser's figures on articles with gold marks: our own in `tests/corpus`, and the real ones of
 * `../shared/corpus` where they are present. Strict: both ends agree; marks that are optional in the gold neither help nor harm.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Check, Mention } from '../lib/core/annotation.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';

interface Mark {
  type: Mention['type'];
  start: number;
  end: number;
  exact: string;
  kind: string;
  value?: string | string[];
  subject?: string;
  optional?: boolean;
}

interface Score {
  found: number;
  missed: string[];
  extra: string[];
  wrongValues: string[];
  wrongSubjects: string[];
  subjects: number;
  checks: (Check & { name: string })[];
}

const OWN = new URL('corpus/', import.meta.url);
const SHARED = new URL('../../shared/corpus/', import.meta.url);

describe('our own articles', () => {
  const score = scoreFolder(OWN);
  test('figures are found where they stand', () => expectAtLeast(score, 'f1', 0.98));
  test('their values are right', () => expectAtLeast(score, 'value', 0.98));
  test('what they count is named', () => expectAtLeast(score, 'subject', 0.95));
});

describe.skipIf(!existsSync(SHARED))('the real articles', () => {
  const score = scoreFolder(existsSync(SHARED) ? SHARED : OWN);
  test('figures are found where they stand', () => expectAtLeast(score, 'f1', 0.99));
  test('their values are right', () => expectAtLeast(score, 'value', 0.99));
  test('what they count is named', () => expectAtLeast(score, 'subject', 0.92));

  test('the checks raise the four doubts a reader of them would, and no other', () => {
    const doubts = score.checks.filter(
      ({ verdict }) => verdict !== 'exact' && verdict !== 'rounded',
    );
    expect(
      doubts.map(({ name, stated, computed, verdict }) => [name, stated, computed, verdict]),
    ).toEqual([
      ['ia-pa', '31.3', '31.37', 'truncated'],
      ['quoc-oai', '85.54', '85.44', 'mismatch'],
      ['quoc-oai', '6.65', '6.68', 'mismatch'],
      ['quoc-oai', '6.21', '6.28', 'mismatch'],
    ]);
  });

  test('sums that the text lists are found to be right', () => {
    const sums = score.checks.filter(({ rule }) => rule === 'parts');
    expect(sums.map(({ name, stated, verdict }) => [name, stated, verdict])).toEqual([
      ['ia-pa', '37', 'exact'],
      ['quoc-oai', '44', 'exact'],
      ['quoc-oai', '7101', 'exact'],
    ]);
  });
});

function expectAtLeast(score: Score, what: 'f1' | 'value' | 'subject', least: number): void {
  const rates = {
    f1: (2 * score.found) / (2 * score.found + score.missed.length + score.extra.length),
    value: 1 - score.wrongValues.length / score.found,
    subject: 1 - score.wrongSubjects.length / score.subjects,
  };
  const faults = {
    f1: [score.missed, score.extra],
    value: score.wrongValues,
    subject: score.wrongSubjects,
  };
  expect(rates[what], JSON.stringify(faults[what], null, 1)).toBeGreaterThanOrEqual(least);
}

function scoreFolder(folder: URL): Score {
  const score: Score = {
    found: 0,
    missed: [],
    extra: [],
    wrongValues: [],
    wrongSubjects: [],
    subjects: 0,
    checks: [],
  };
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()) {
    const name = file.slice(0, -'.txt'.length);
    const text = readFileSync(new URL(file, folder), 'utf8').normalize('NFC');
    const { marks } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
      marks: Mark[];
    };
    const { mentions, checks } = recognise(text);
    scoreArticle(score, name, marks, mentions);
    score.checks.push(...checks.map((check) => ({ ...check, name })));
  }
  return score;
}

function scoreArticle(score: Score, name: string, marks: Mark[], mentions: Mention[]): void {
  const optional = marks.filter((mark) => mark.optional);
  const gold = marks.filter((mark) => mark.type === 'figure' && !mark.optional);
  const figures = mentions.filter((mention) => mention.type === 'figure');
  for (const mark of gold) {
    const figure = figures.find(({ start, end }) => start === mark.start && end === mark.end);
    if (!figure) {
      score.missed.push(`${name}: ${mark.exact}`);
      continue;
    }
    score.found++;
    if (figure.kind !== mark.kind || String(figure.value) !== String(mark.value)) {
      score.wrongValues.push(`${name}: ${mark.exact} is ${figure.kind} ${String(figure.value)}`);
    }
    if (mark.subject === undefined) continue;
    score.subjects++;
    if (!agree(mark.subject, figure.subject)) {
      score.wrongSubjects.push(`${name}: ${mark.exact} ${mark.subject} is ${figure.subject}`);
    }
  }
  for (const { start, end, exact } of figures) {
    if (gold.some((mark) => start === mark.start && end === mark.end)) continue;
    if (optional.some((mark) => start < mark.end && mark.start < end)) continue;
    score.extra.push(`${name}: ${exact}`);
  }
}

/** Heads agree: one phrase begins the other. */
function agree(wanted: string, given = ''): boolean {
  const [a, b] = [wanted, given].map((phrase) => phrase.toLowerCase().split(/\s+/).join(' '));
  return Boolean(a && b && (a.startsWith(b) || b.startsWith(a)));
}

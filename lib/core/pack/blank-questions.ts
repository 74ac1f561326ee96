import type { Annotation, Figure } from '../annotation.ts';
import { stateOf } from '../export/columns.ts';
import { quoteOf } from '../export/row.ts';
import type { Words } from '../words.ts';

/** What stands where the number stood. */
const BLANK = '………';

/** A number in digits, its separators with it; not the `2` of `m2` or the `05` of `QĐ05`. */
const NUMERAL = /(?<![\p{L}\p{N}])\d+(?:[.,\u00A0]\d+)*/gu;
const DIGIT = '(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|không)';
const SCALE = '(?:mươi|chục|trăm|linh|lẻ|nghìn|ngàn|vạn|triệu|tỷ|tỉ)';
const BELOW_TWENTY = `(?:mười(?: ${DIGIT}(?![\\p{L}\\p{M}]))?|${DIGIT})`;
/** A number in words, without the unit after it: `hai mươi tư` of `hai mươi tư hộ`, `hai` of `hai năm`. */
const SPELLED = new RegExp(
  `^${BELOW_TWENTY}(?![\\p{L}\\p{M}])(?: ${SCALE}(?![\\p{L}\\p{M}])(?: ${BELOW_TWENTY}(?![\\p{L}\\p{M}]))?)*`,
  'iu',
);

/** A figure that a question can be made of. */
export interface BlankCandidate {
  annotationId: string;
  /** The sentence with the blank: `Chi bộ có ……… đảng viên.` */
  sentence: string;
  /** The figure as written: `27`. */
  answer: string;
  /** Equal for figures whose sentences overlap: a blank in one is filled in by the other. */
  group: number;
}

/** A question made of one or more figures of a sentence. */
export interface BlankQuestion {
  sentence: string;
  answer: string;
  /** The figure, or the first of them. */
  annotationId: string;
}

interface ApprovedFigure {
  annotation: Annotation;
  mention: Figure;
  quote: string;
}

/**
 * Lists the figures that questions can be made of, in the order given: approved ones, with their sentence whole.
 * `Chi bộ có 27 đảng viên.` → `Chi bộ có ……… đảng viên.`, `27`.
 */
export function blankCandidates(annotations: readonly Annotation[]): BlankCandidate[] {
  const figures = approvedFigures(annotations);
  const groups = groupOverlapping(figures);
  return figures.map((figure, at) => ({
    annotationId: figure.annotation.id,
    sentence: withBlanks(figure.quote, [figure.mention]),
    answer: oneLine(figure.mention.exact),
    group: groups[at] ?? at,
  }));
}

/** What is chosen unless the trainer chooses: of sentences that would fill in each other's blanks the first. */
export function usualBlanks(candidates: readonly BlankCandidate[]): Set<string> {
  const firsts = new Map<number, string>();
  for (const { group, annotationId } of candidates) {
    if (!firsts.has(group)) firsts.set(group, annotationId);
  }
  return new Set(firsts.values());
}

/**
 * Makes the questions chosen, in the order given. Figures of one and the same sentence share a question whose blanks are
 * numbered: `(1) ……… đảng viên, (2) ……… nữ`, answered by `(1) 27; (2) 9`.
 */
export function blankQuestions(
  annotations: readonly Annotation[],
  chosen: ReadonlySet<string>,
): BlankQuestion[] {
  const sentences = new Map<string, ApprovedFigure[]>();
  for (const figure of approvedFigures(annotations)) {
    if (!chosen.has(figure.annotation.id)) continue;
    const { articleId, target } = figure.annotation;
    const key = `${articleId} ${target.selector[1].start} ${figure.quote}`;
    sentences.set(key, [...(sentences.get(key) ?? []), figure]);
  }
  return [...sentences.values()].flatMap(questionOf);
}

/**
 * Puts the question to a sentence with a blank, in quotes where it has none of its own, within which they would end:
 * `Chi bộ có ……… đảng viên.` → `Điền số còn thiếu: “Chi bộ có ……… đảng viên.”`
 */
export function askForBlank(sentence: string, words: Words): string {
  const hasQuotes = /["“”]/.test(sentence);
  return words(hasQuotes ? 'pack_blank_question_bare' : 'pack_blank_question', [sentence]);
}

function questionOf(figures: readonly ApprovedFigure[]): BlankQuestion[] {
  const [first] = figures;
  if (!first) return [];
  const mentions = withoutOverlaps(figures.map(({ mention }) => mention));
  const answers = mentions.map(({ exact }) => oneLine(exact));
  return [
    {
      sentence: withBlanks(first.quote, mentions),
      answer:
        answers.length > 1
          ? answers.map((each, at) => `(${at + 1}) ${each}`).join('; ')
          : answers.join(),
      annotationId: first.annotation.id,
    },
  ];
}

function approvedFigures(annotations: readonly Annotation[]): ApprovedFigure[] {
  return annotations.flatMap((annotation) => {
    const { mention, deleted } = annotation;
    const quote = quoteOf(annotation);
    if (deleted || stateOf(annotation) !== 'approved' || mention?.type !== 'figure') return [];
    const { start, end, exact } = mention;
    const isInPlace = exact !== '' && quote.slice(start, end) === exact;
    // A clip of nothing but the figure asks for nothing.
    const isAsked = isInPlace && (quote.slice(0, start) + quote.slice(end)).trim() !== '';
    return isAsked ? [{ annotation, mention, quote }] : [];
  });
}

/** Numbers the groups of figures whose sentences share words of an article. */
function groupOverlapping(figures: readonly ApprovedFigure[]): number[] {
  const groups = figures.map((_, at) => at);
  for (const [at, one] of figures.entries()) {
    for (let before = 0; before < at; before++) {
      const other = figures[before];
      const [joined, own] = [groups[before], groups[at]];
      if (!other || joined === own || !overlap(one, other)) continue;
      for (const [place, group] of groups.entries())
        if (group === own) groups[place] = joined ?? at;
    }
  }
  return groups;
}

function overlap(
  { annotation: one }: ApprovedFigure,
  { annotation: other }: ApprovedFigure,
): boolean {
  const [a, b] = [one.target.selector[1], other.target.selector[1]];
  return one.articleId === other.articleId && a.start < b.end && b.start < a.end;
}

/** In text order; of figures that share words, or are clipped twice, the first. */
function withoutOverlaps(mentions: readonly Figure[]): Figure[] {
  const sorted = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((mention) => {
    const isFree = mention.start >= end;
    if (isFree) ({ end } = mention);
    return isFree;
  });
}

function withBlanks(quote: string, mentions: readonly Figure[]): string {
  if (isTableRow(quote)) return rowWithBlanks(quote, mentions);
  return sentenceWithBlanks(quote, mentions);
}

/** Whether it is a row of a table as an article's text has it: cells parted by tabs, the first its head. */
function isTableRow(quote: string): boolean {
  const [head = '', ...cells] = quote.split('\t');
  return cells.length > 0 && head.trim() !== '' && !quote.includes('\n');
}

/**
 * A row of a table says nothing without its heads: `Xã Hạ\t22\t538`, the last of `Đảng viên` → `Xã Hạ – Đảng viên: ………`.
 * Where a column has no name its cell stands between the others: `Xã Hạ | 22 | ………`.
 */
function rowWithBlanks(row: string, mentions: readonly Figure[]): string {
  const [head = ''] = row.split('\t');
  const asked = mentions.flatMap(({ exact, subject, property, start }, place) => {
    const column = subject ?? property;
    const isNamed = column !== undefined && start > head.length;
    return isNamed ? `${column}: ${labelOf(mentions, place)}${blankOf(exact)}` : [];
  });
  if (asked.length === mentions.length) return oneLine(`${head} – ${asked.join('; ')}`);
  return sentenceWithBlanks(row, mentions, (text) => text.replaceAll('\t', ' | '));
}

function sentenceWithBlanks(
  quote: string,
  mentions: readonly Figure[],
  between = (text: string) => text,
): string {
  let at = 0;
  let text = '';
  for (const [place, { start, end, exact }] of mentions.entries()) {
    text += between(quote.slice(at, start)) + labelOf(mentions, place) + blankOf(exact);
    at = end;
  }
  return oneLine(text + between(quote.slice(at)));
}

/** Numbers the blanks of a question that has several. */
function labelOf(mentions: readonly Figure[], place: number): string {
  return mentions.length > 1 ? `(${place + 1}) ` : '';
}

/** `86,4 tỷ đồng` → `……… tỷ đồng`; `15 - 30 phút` → `……… - ……… phút`; `hai năm` → `……… năm`. */
function blankOf(exact: string): string {
  const text = oneLine(exact);
  const asDigits = text.replace(NUMERAL, BLANK);
  if (asDigits !== text) return asDigits;
  const asWords = text.replace(SPELLED, BLANK);
  return asWords === text ? BLANK : asWords;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

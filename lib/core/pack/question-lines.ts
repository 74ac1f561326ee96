import type { QuestionContent } from './pack-content.ts';

/** A gap in the question itself, made by `blankQuestions` or typed: `………`, `......`, `____`. */
const GAP = /…{2,}|\.{4,}|_{3,}/;
const LINES = 3;

/** How many lines a question is given to write its answer on: none where it has a gap to write in. */
export function linesToWrite({ question }: Pick<QuestionContent, 'question'>): number {
  return question.some((text) => GAP.test(text)) ? 0 : LINES;
}

import type { Check, Figure, Mention } from './annotation.ts';
import { doubtsOf } from './checklist.ts';
import { formatDecimal, formatValue } from './format-value.ts';
import { valueInWords } from './number-words.ts';
import type { Words } from './words.ts';

type MessageKey = Parameters<Words>[0];

/** One line of what a mention is: a label and the words or number beside it. */
export interface Fact {
  label: string;
  value: string;
}

/** The word for a mention's kind. `percentage` → `Tỷ lệ phần trăm`. */
export function kindWord(words: Words, mention: Mention): string {
  return words(`kind_${mention.kind.replaceAll('-', '_')}` as MessageKey);
}

/** The unit as a reader says it; a unit without a word of its own is shown as recorded. */
export function unitWord(words: Words, unit: string): string {
  const key = `unit_${unit.toLowerCase().replace(/[^a-z0-9]+/g, '_')}` as MessageKey;
  const word = words(key);
  return word === '' || word === key ? unit : word;
}

/** A figure's value with its unit: `43.400.000 đồng`, `31,3 %`, `15 – 30 phút`. */
export function valueWords(words: Words, figure: Pick<Figure, 'kind' | 'value' | 'unit'>): string {
  const value = formatValue(figure.value);
  if (figure.kind === 'percentage') return `${value} %`;
  if (figure.kind === 'multiple') return `${value} ${words('unit_times')}`;
  return figure.unit ? `${value} ${unitWord(words, figure.unit)}` : value;
}

/** A figure's value with its unit and what bounds it: `trên 630`, `khoảng 85,54 %`. */
export function comparedValue(words: Words, figure: Figure): string {
  const { comparator } = figure;
  const value = valueWords(words, figure);
  return comparator ? `${words(`comparator_${comparator}`)} ${value}` : value;
}

/** All that is known of a mention, in the order a reader asks for it. */
export function mentionFacts(words: Words, mention: Mention): Fact[] {
  const rows: [MessageKey, string | undefined][] =
    mention.type === 'figure' ? figureRows(words, mention) : programmeRows(mention);
  return rows.flatMap(([label, value]) => (value ? [{ label: words(label), value }] : []));
}

function figureRows(words: Words, figure: Figure): [MessageKey, string | undefined][] {
  return [
    ['fact_value', comparedValue(words, figure)],
    ['fact_words', `${valueInWords(figure.value)} ${spokenUnit(words, figure)}`.trim()],
    ['fact_subject', figure.subject],
    ['fact_property', figure.property],
    ['fact_of', figure.of],
    ['fact_per', figure.per && perWords(words, figure.per)],
    [
      'fact_change',
      figure.change && words(`change_${figure.change.replace('-', '_')}` as MessageKey),
    ],
    ['fact_baseline', figure.baseline && periodWords(figure.baseline)],
    ['fact_period', figure.period && periodWords(figure.period)],
    ['fact_scope', figure.scope],
  ];
}

/** What a rate is of, as a reader says it: `"person/year"` → `người / năm`. */
export function perWords(words: Words, per: string): string {
  return per
    .split('/')
    .map((unit) => unitWord(words, unit))
    .join(' / ');
}

function spokenUnit(words: Words, figure: Figure): string {
  if (figure.kind === 'percentage') return words('unit_percent');
  if (figure.kind === 'multiple') return words('unit_times');
  return figure.unit ? unitWord(words, figure.unit) : '';
}

/** `"2019/2022"` → `"2019 – 2022"`; `"2022-01/2022-09"` → `"01/2022 – 09/2022"`; words of the text stay as they are. */
export function periodWords(period: string): string {
  if (!/^[\d/-]+$/.test(period)) return period;
  return period.split('/').map(monthWords).join(' – ');
}

function monthWords(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(date) ?? [];
  return year ? `${month}/${year}` : localDate(date);
}

function programmeRows(
  programme: Extract<Mention, { type: 'programme' }>,
): [MessageKey, string | undefined][] {
  return [
    ['fact_number', programme.number],
    ['fact_issuer', programme.issuer],
    ['fact_date', programme.date && localDate(programme.date)],
    ['fact_term', programme.term],
    ['fact_title', programme.title],
    ['fact_alias', programme.alias],
  ];
}

/** How a figure's rule goes on after its kind: `count-range` is a range, whatever it counts. */
const FORM = /^[a-z]+-(spelled|range|rate)$/;

/** Why a mention was found, in plain words: `Vì sao: đây là tỷ lệ phần trăm của 51/51 …`. */
export function ruleWords(words: Words, mention: Mention): string {
  const of = mention.type === 'figure' ? mention.of : undefined;
  if (of) return words('rule_of', [of]);
  const rule = FORM.exec(mention.rule)?.[1] ?? mention.rule;
  return words(`rule_${rule.replaceAll('-', '_')}` as MessageKey);
}

/** What of a figure can be read in two ways, in the reader's words. */
export function doubtWords(words: Words, mention: Mention): string[] {
  return doubtsOf(mention).map((flag) => words(`flag_${flag.replaceAll('-', '_')}` as MessageKey));
}

/** `"2019-07-22"` → `"22/07/2019"`; a time, where given, follows: `"09/09/2019 06:07"`. */
export function localDate(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso) ?? [];
  if (!year) return iso;
  return `${day}/${month}/${year}${time ? ` ${time}` : ''}`;
}

/** What a check says, with both numbers: `Bài ghi 31,3 %, tính ra 31,37 % (cắt, không làm tròn)`. */
export function checkWords(words: Words, check: Check): string {
  const isShare = check.rule.startsWith('share');
  // `45` for 44,998: without its decimals the working would look like the number it was rounded to.
  const isWhole = check.verdict === 'rounded' && check.computed === check.stated;
  const computed = isWhole ? `${numberWords(check.computed)},00` : numberWords(check.computed);
  const sides = [numberWords(check.stated), computed];
  return words(
    `check_${check.verdict}`,
    sides.map((side) => (isShare ? `${side} %` : side)),
  );
}

/** Numbers inside a check's sides may carry a sign of percentage or be a sum; only plain decimals are regrouped. */
function numberWords(side: string): string {
  return side.replace(/\d+(?:\.\d+)?/g, formatDecimal);
}

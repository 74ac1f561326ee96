import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import vi from '../public/_locales/vi/messages.json' with { type: 'json' };
import en from '../public/_locales/en/messages.json' with { type: 'json' };
import type { Figure } from '../lib/core/annotation.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { checkWords, mentionFacts, ruleWords } from '../lib/core/mention-words.ts';
import type { Translate } from '../components/i18n.tsx';

/** The browser's own replacement of `$1`; an unknown key gives the empty string, as it does there. */
const t: Translate = (key, args = []) =>
  (vi[key]?.message ?? '').replace(/\$(\d)/g, (_, at) => args[Number(at) - 1] ?? '');

const figure = (fields: Partial<Figure>): Figure => ({
  type: 'figure',
  kind: 'count',
  value: '1837',
  exact: '1.837',
  start: 0,
  end: 5,
  rule: 'count',
  ...fields,
});

describe('what the card says of a mention', () => {
  it('gives the value normalised and in words', () => {
    const facts = mentionFacts(
      t,
      figure({ kind: 'money', value: '43400000', unit: 'VND', comparator: 'gt' }),
    );
    expect(facts.slice(0, 2).map(({ value }) => value)).toEqual([
      'trên 43.400.000 đồng',
      'bốn mươi ba triệu bốn trăm nghìn đồng',
    ]);
  });

  it('words periods and rates for people, not for programs', () => {
    const facts = (fields: Partial<Figure>) =>
      mentionFacts(t, figure(fields)).map(({ value }) => value);
    expect(facts({ period: '2022-01/2022-09' })).toContain('01/2022 – 09/2022');
    expect(facts({ period: '2019/2022' })).toContain('2019 – 2022');
    expect(facts({ period: '2019-07-22' })).toContain('22/07/2019');
    expect(facts({ period: 'cuối nhiệm kỳ' })).toContain('cuối nhiệm kỳ');
    expect(facts({ per: 'person/year' })).toContain('người / năm');
  });

  it('shows a check with its working', () => {
    const check = {
      rule: 'share',
      mentions: [0],
      stated: '31.3',
      computed: '31.37',
      verdict: 'truncated' as const,
    };
    expect(checkWords(t, check)).toBe('Bài ghi 31,3 %, tính ra 31,37 % (cắt, không làm tròn)');
  });

  it('says which ratio a percentage restates', () => {
    expect(ruleWords(t, figure({ kind: 'percentage', of: '51/51' }))).toContain('51/51');
  });

  it('explains every mention of every specification case in Vietnamese', () => {
    const specs = readdirSync('tests/specs').map(
      (file) =>
        JSON.parse(readFileSync(`tests/specs/${file}`, 'utf8')) as { cases: { input: string }[] },
    );
    const inputs = specs.flatMap(({ cases }) => cases.map(({ input }) => input));
    const unexplained = inputs
      .flatMap((input) => recognise(input).mentions)
      .filter((mention) => ruleWords(t, mention) === '')
      .map(({ rule }) => rule);
    expect(new Set(unexplained)).toEqual(new Set());
  });
});

describe('the interface in two languages', () => {
  it('has every message in both, with the same arguments', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    const args = (message: string) => [...new Set(message.match(/\$\d/g))].sort();
    for (const [key, { message }] of Object.entries(vi)) {
      expect([key, args(en[key as keyof typeof en].message)]).toEqual([key, args(message)]);
    }
  });
});

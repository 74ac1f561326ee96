import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeKind } from '../lib/core/annotation.ts';
import type { CitingExcerpt } from '../lib/core/collection/programme-citation.ts';
import { summarise } from '../lib/core/collection/programme-summary.ts';
import { missedMention } from '../lib/core/correct-mention.ts';
import { nextId } from './sample-collection.ts';
import { citedAs, citing, entryOf, registerOf } from './sample-programmes.ts';

const SHARED = '/work/shared/corpus';

/** A programme that a reader named by hand in an article. */
function named(articleId: string, exact: string, kind: ProgrammeKind = 'other'): CitingExcerpt {
  const { mention } = missedMention(
    { start: 0, end: exact.length, exact },
    {
      problem: 'missed',
      type: 'programme',
      kind,
    },
  );
  if (mention?.type !== 'programme') throw new TypeError('no programme');
  return { id: nextId(), articleId, programme: mention, place: 0, home: articleId };
}

describe('programmes that a reader named by hand', () => {
  it('are entries of their own, though nobody recognised them and one article has them all', () => {
    const register = registerOf([
      named('a', 'Chi bộ bốn tốt'),
      named('a', 'Tổ dân vận số'),
      named('a', 'Thứ bảy vì dân', 'movement'),
    ]);
    expect(citedAs(register)).toEqual([
      ['a: Chi bộ bốn tốt'],
      ['a: Thứ bảy vì dân'],
      ['a: Tổ dân vận số'],
    ]);
  });

  it('are one where one article names one of them twice', () => {
    const register = registerOf([named('a', 'Chi bộ bốn tốt'), named('a', 'chi bộ bốn tốt')]);
    expect(citedAs(register)).toHaveLength(1);
  });
});

describe('a register made step by step', () => {
  it('comes out as one made at once, also when excerpts come in between', () => {
    const articles = [2017, 2018, 2019].map((year) =>
      citing(
        `bài ${year}`,
        `${year}-03-01`,
        'Thực hiện Chỉ thị 05-CT/TW của Bộ Chính trị khóa XII.',
      ),
    );
    const atOnce = registerOf(...articles);
    const [first = [], ...others] = articles;
    const stepwise = registerOf(first);
    stepwise.read();
    for (const excerpt of others.flat()) {
      stepwise.put(excerpt);
      stepwise.settle(1);
    }
    let steps = 0;
    while (stepwise.settle(1)) steps++;
    expect(steps).toBeLessThan(10);
    expect(citedAs(stepwise)).toEqual(citedAs(atOnce));
    expect(stepwise.settle(1)).toBe(false);
  });
});

describe('one document cited by many articles', () => {
  it('is one entry by its whole number, whatever dash, zero or tone mark it is written with', () => {
    const register = registerOf(
      citing('a', '2017-03-01', 'Chi bộ học Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.'),
      citing(
        'b',
        '2018-03-01',
        'Thực hiện Chỉ thị 05 – CT/TW của Bộ Chính trị khoá XII, xã đã họp.',
      ),
      citing('c', '2019-03-01', 'CHỈ THỊ SỐ 5-CT/TƯ của Bộ Chính trị được quán triệt.'),
    );
    expect(citedAs(register)).toHaveLength(1);
  });

  it('takes the article’s short reference along', () => {
    const register = registerOf(
      citing(
        'a',
        '2018-09-01',
        'Theo Hướng dẫn số 12-HD/BTCTW ngày 6/7/2018 của Ban Tổ chức Trung ương, chi bộ họp. Hướng dẫn số 12 nêu rõ nội dung.',
      ),
    );
    expect(citedAs(register)).toEqual([['a: Hướng dẫn số 12', 'a: Hướng dẫn số 12-HD/BTCTW']]);
  });

  it('fills from later mentions what the first left open, and shows both where two dates are told', () => {
    const register = registerOf(
      citing('a', '2017-03-01', 'Chi bộ học Chỉ thị 05-CT/TW khóa XII.'),
      citing('b', '2017-04-01', 'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị được phổ biến.'),
      citing('c', '2017-05-01', 'Chỉ thị 05-CT/TW ngày 15/6/2016 của Bộ Chính trị được phổ biến.'),
    );
    const { fields } = summarise(entryOf(register, 'a: Chỉ thị 05-CT/TW'));
    expect(fields.date).toEqual({ value: '2016-05-15', origin: 'article', others: ['2016-06-15'] });
    expect(fields.issuer?.value).toBe('Bộ Chính trị');
    expect(fields.term?.value).toBe('XII');
  });

  it('is one by name where the country knows one: a law, a movement, a programme', () => {
    const register = registerOf(
      citing(
        'a',
        '2025-03-01',
        'Luật Đất đai có hiệu lực. Phong trào thi đua “Dân vận khéo” lan rộng. Chương trình mục tiêu quốc gia xây dựng nông thôn mới đạt kết quả.',
      ),
      citing(
        'b',
        '2025-04-01',
        'Luật Đất đai (sửa đổi) năm 2024; Dân vận khéo ở bản; Chương trình nông thôn mới.',
      ),
    );
    expect(citedAs(register)).toHaveLength(3);
  });

  it('is one by the same day and number of one local body, named or not', () => {
    const register = registerOf(
      citing('a', '2020-03-01', 'Quyết định số 2403-QĐ/HU ngày 22/7/2019 của Huyện ủy Ia Mẫu.'),
      citing('b', '2020-04-01', 'Quyết định số 2403-QĐ/HU ngày 22/7/2019 của Huyện ủy.'),
    );
    expect(citedAs(register)).toHaveLength(1);
  });
});

describe('documents that share a number', () => {
  it.each([
    [
      'of two terms',
      'Chỉ thị 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.',
      'Chỉ thị 35-CT/TW ngày 14/6/2024 của Bộ Chính trị.',
    ],
    [
      'of two terms, named by their committee',
      'Nghị quyết Trung ương 4 khóa XI.',
      'Nghị quyết Trung ương 4 khóa XII.',
    ],
    [
      'of two bodies',
      'Hướng dẫn số 12-HD/BTCTW ngày 6/7/2018.',
      'Hướng dẫn số 12-HD/UBKTTW ngày 6/7/2018.',
    ],
    [
      'of two districts',
      'Nghị quyết 05-NQ/HU ngày 2/3/2021 của Huyện ủy An Mẫu.',
      'Nghị quyết 05-NQ/HU ngày 2/3/2021 của Huyện ủy Bình Mẫu.',
    ],
    ['of two kinds', 'Kết luận 21-KL/TW ngày 25/10/2021.', 'Chỉ thị 21-CT/TW ngày 25/10/2021.'],
    ['of two years', 'Nghị định 24/2021/NĐ-CP.', 'Nghị định 24/2022/NĐ-CP.'],
    ['or a name, of two years', 'Luật Đất đai năm 2013.', 'Luật Đất đai năm 2024.'],
  ])('stay two: %s, and nothing else is proposed', (_, one, other) => {
    const register = registerOf(citing('a', '2025-03-01', one), citing('b', '2025-04-01', other));
    expect(citedAs(register)).toHaveLength(2);
    expect(register.read().proposals).toEqual([]);
  });

  it.each([
    [
      'short_number',
      'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.',
      'Chỉ thị 05 của Bộ Chính trị.',
    ],
    ['short_number', 'Đề án 06 được triển khai ở xã.', 'Đề án 06 được triển khai ở phường.'],
    ['term_unknown', 'Chỉ thị 35-CT/TW ngày 30/5/2019 của Bộ Chính trị.', 'Chỉ thị 35-CT/TW.'],
    [
      'issuer_unknown',
      'Nghị quyết 05-NQ/HU ngày 2/3/2021 của Huyện ủy An Mẫu.',
      'Nghị quyết 05-NQ/HU.',
    ],
    [
      'like_title',
      'Đề án nâng cao chất lượng sinh hoạt chi bộ nông thôn giai đoạn 2021-2025.',
      'Đề án nâng cao chất lượng sinh hoạt chi bộ nông thôn.',
    ],
  ])('may be one, and that is proposed: %s', (reason, one, other) => {
    const register = registerOf(citing('a', '2023-03-01', one), citing('b', '2023-04-01', other));
    expect(citedAs(register)).toHaveLength(2);
    expect(register.read().proposals).toMatchObject([{ reason }]);
  });

  it('are not joined through one that may be either', () => {
    const register = registerOf(
      citing('a', '2025-03-01', 'Luật Đất đai năm 2013.'),
      citing('b', '2025-04-01', 'Luật Đất đai năm 2024.'),
      citing('c', '2025-05-01', 'Luật Đất đai được phổ biến.'),
    );
    expect(citedAs(register)).toHaveLength(3);
    expect(register.read().proposals).toHaveLength(2);
  });

  it('are not proposed where one came out after the article that cites the other', () => {
    const register = registerOf(
      citing('a', '2019-03-01', 'Chỉ thị 35-CT/TW được phổ biến.'),
      citing('b', '2024-07-01', 'Chỉ thị 35-CT/TW ngày 14/6/2024 của Bộ Chính trị.'),
    );
    expect(register.read().proposals).toEqual([]);
  });

  it('are told apart in one article too, whatever entity an import gives them', () => {
    const [one, other] = [
      citing('a', '2025-03-01', 'Chỉ thị 35-CT/TW ngày 30/5/2019.'),
      citing('a', '2025-03-01', 'Chỉ thị 35-CT/TW ngày 14/6/2024.'),
    ];
    expect(citedAs(registerOf(one, other))).toHaveLength(2);
  });

  it('with a name that every body gives its own papers are not even proposed', () => {
    const text = 'Quy chế làm việc và Chương trình công tác toàn khóa được thông qua.';
    const register = registerOf(citing('a', '2023-03-01', text), citing('b', '2023-04-01', text));
    expect(citedAs(register)).toHaveLength(4);
    expect(register.read().proposals).toEqual([]);
  });
});

const TEXTS = [
  'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.',
  'Chỉ thị 05-CT/TW.',
  'Chỉ thị 05 của Bộ Chính trị. Luật Đất đai.',
  'Chỉ thị 35-CT/TW ngày 30/5/2019. Chỉ thị 35-CT/TW ngày 14/6/2024.',
  'Luật Đất đai năm 2013; Luật Đất đai năm 2024.',
  'Nghị quyết 05-NQ/HU ngày 2/3/2021 của Huyện ủy An Mẫu. Nghị quyết 05.',
  'Phong trào “Dân vận khéo”.',
];
const DAYS = ['2017-01-01', '2020-01-01', '2025-01-01'];

describe('the register as the collection changes', () => {
  const article = fc.tuple(fc.constantFrom(...TEXTS), fc.constantFrom(...DAYS));

  it('is the same whatever came first, went, or came back', () => {
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 7 }),
        fc.infiniteStream(fc.nat()),
        (made, random) => {
          const excerpts = made.flatMap(([text, day], at) => citing(`a${at}`, day, text));
          const kept = excerpts.filter(() => Number(random.next().value) % 3 > 0);
          const fresh = registerOf(kept);
          const grown = registerOf(shuffled(excerpts, random));
          grown.read();
          for (const { id } of excerpts) if (!kept.some((each) => each.id === id)) grown.remove(id);
          expect(shapeOf(grown)).toEqual(shapeOf(fresh));
        },
      ),
    );
  });
});

function shapeOf(register: ReturnType<typeof registerOf>) {
  const { groups, proposals } = register.read();
  const summaries = groups.map(summarise).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [summaries, proposals.map((each) => JSON.stringify(each)).sort()];
}

function shuffled(excerpts: readonly CitingExcerpt[], random: Iterator<number>): CitingExcerpt[] {
  const keyed = excerpts.map((excerpt) => ({ excerpt, key: Number(random.next().value) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ excerpt }) => excerpt);
}

describe.skipIf(!existsSync(SHARED))('the five articles', () => {
  const DAY: Record<string, string> = {
    'dak-doa': '2020-11-08',
    'ia-grai': '2019-09-09',
    'ia-pa': '2022-11-14',
    'quoc-oai': '2018-09-28',
    'tan-yen': '2017-07-11',
  };

  it('cite what they are known to cite, each once', () => {
    const articles = Object.entries(DAY).map(([name, day]) =>
      citing(name, day, readFileSync(`${SHARED}/${name}.txt`, 'utf8').normalize('NFC')),
    );
    const entries = registerOf(...articles)
      .read()
      .groups.map(summarise);
    const told = new Map(
      entries.map((entry) => [entry.fields.number?.value ?? entry.aliases[0], entry]),
    );
    expect(told.get('05-CT/TW')).toMatchObject({ kind: 'directive', excerpts: 2, articles: 1 });
    expect(told.get('2403-QĐ/HU')?.fields.date?.value).toBe('2019-07-22');
    expect(told.get('2403')).toMatchObject({ kind: 'scheme', excerpts: 7 });
    expect(told.get('82-KH/HU')).toMatchObject({ kind: 'plan' });
    const movements = entries.filter(({ kind }) => kind === 'movement');
    expect(movements).toMatchObject([{ articles: 4 }]);
    expect(entries).toHaveLength(12);
  });
});

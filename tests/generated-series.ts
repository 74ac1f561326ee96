import type { Annotation, Figure, StoredArticle } from '../lib/core/annotation.ts';
import { stamped } from '../lib/core/collection/revision.ts';
import type { Standing } from '../lib/core/collection/series/statements.ts';
import { newId } from '../lib/core/id.ts';
import { describeQuote } from '../lib/core/selector.ts';
import { sourceKey } from '../lib/core/source-key.ts';

/** What is true of a generated excerpt, known because it was made from it. */
export interface Truth {
  /** Equal for excerpts of one series. */
  series: string;
  /** Equal for excerpts of one time. */
  period: string;
  /** In the unit its series must come out in: an exact decimal. */
  value: string;
  standing: Standing;
}

export interface GeneratedSeries {
  articles: StoredArticle[];
  annotations: Annotation[];
  truths: Map<string, Truth>;
}

/** One figure before it is an excerpt: a sentence with `#` in its place. */
interface Saying {
  sentence: string;
  figure: Partial<Figure> & Pick<Figure, 'kind' | 'exact' | 'value'>;
  truth: Truth;
  /** The article it is a reprint of: that of the saying so many before it. */
  reprints?: number;
  published?: string;
}

type Random = (below: number) => number;

const NAMES = [
  'An Lạc',
  'Bình Khê',
  'Cẩm Sơn',
  'Đông Hà',
  'Hòa Bình',
  'Hoa Bình',
  'Liên Mỹ',
  'Phú Thọ',
];
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** Makes communes with series of known points, repeats, reprints, conflicts, conversions, and what only looks like them. */
export function generateSeries(communes: number, random: Random): GeneratedSeries {
  const made: GeneratedSeries = { articles: [], annotations: [], truths: new Map() };
  for (let at = 0; at < communes; at++) {
    const round = Math.floor(at / NAMES.length);
    const name = `${NAMES[at % NAMES.length]}${round > 0 ? ` ${'IVX'.charAt(round % 3).repeat(1 + Math.floor(round / 3))}` : ''}`;
    const sayings = [
      ...members(name, random),
      ...forest(name, random),
      ...revenue(name, random),
      ...traps(name, random),
    ];
    for (const [place, saying] of sayings.entries()) add(made, saying, place);
  }
  return made;
}

/** Levels by year; in each year something else happens to them. */
function members(commune: string, random: Random): Saying[] {
  const organisation = `Đảng bộ xã ${commune}`;
  return YEARS.flatMap((year): Saying[] => {
    // No round hundred, which “hơn” and “nghìn” would meet exactly.
    const value = 1011 + 100 * random(60) + random(80);
    const said = (
      standing: Standing,
      more: {
        sentence?: string;
        exact?: string;
        value?: string;
        comparator?: Figure['comparator'];
      } = {},
    ): Saying => ({
      sentence: more.sentence ?? `Năm ${year}, ${organisation} có # đảng viên.`,
      figure: {
        kind: 'count',
        exact: more.exact ?? grouped(more.value ?? String(value)),
        value: more.value ?? String(value),
        subject: 'đảng viên',
        scope: organisation,
        period: String(year),
        ...(more.comparator && { comparator: more.comparator }),
      },
      truth: {
        series: `members ${commune}`,
        period: String(year),
        value: more.value ?? String(value),
        standing,
      },
    });
    const other = `Tính đến cuối năm ${year}, toàn ${organisation} hiện có # đảng viên, sinh hoạt ở các chi bộ.`;
    const hundreds = String(Math.floor(value / 100) * 100);
    const nearly = `${grouped(String(Math.floor(value / 100))).padStart(2, '0')}`;
    const tenths = `${nearly.slice(0, -1)},${nearly.slice(-1)} nghìn`;
    const happenings: (() => Saying[])[] = [
      () => [said('alone')],
      () => [said('confirmed'), said('confirmed', { sentence: other })],
      () => [said('alone'), { ...said('alone'), reprints: 1 }],
      () => [
        said('conflicting'),
        said('conflicting', { sentence: other, value: String(value + 3) }),
      ],
      () => [
        said('compatible'),
        said('compatible', {
          sentence: `Năm ${year}, ${organisation} có hơn # đảng viên.`,
          value: hundreds,
          comparator: 'gt',
        }),
      ],
      () => [said('compatible'), said('compatible', { exact: tenths, value: hundreds })],
      () => [said('unsure'), assumed(said('unsure', { value: String(value + 5) }), year)],
      () => [said('confirmed'), said('confirmed'), { ...said('confirmed'), reprints: 1 }],
    ];
    return happenings[random(happenings.length)]?.() ?? [];
  });
}

/** The same without its period, in an article of that year. */
function assumed(
  { figure: { period: _period, ...figure }, ...saying }: Saying,
  year: number,
): Saying {
  const sentence = saying.sentence.replace(/^.*?, /u, '');
  return { ...saying, figure, sentence, published: `${year}-07-15` };
}

/** An area in three units; most of it, and so the series, in ha. */
function forest(commune: string, random: Random): Saying[] {
  return YEARS.map((year, at) => {
    const hectares = 100 + random(9000);
    const [exact, value, unit] = [
      [`${grouped(String(hectares))} ha`, String(hectares), 'har'],
      [`${grouped(String(hectares))} ha`, String(hectares), 'har'],
      [`${decimal(hectares, 2).replace('.', ',')} km2`, decimal(hectares, 2), 'km2'],
      [`${grouped(String(hectares * 10_000))} m2`, String(hectares * 10_000), 'm2'],
    ][at % 4] as [string, string, string];
    return {
      sentence: `Năm ${year}, diện tích rừng của xã ${commune} đạt #.`,
      figure: {
        kind: 'measure',
        exact,
        value,
        unit,
        property: 'diện tích rừng',
        scope: `xã ${commune}`,
        period: String(year),
      },
      truth: {
        series: `forest ${commune}`,
        period: String(year),
        value: String(hectares),
        standing: 'alone',
      },
    };
  });
}

/** Money in tỷ and triệu; a year told in both comes out as one value where it is one. */
function revenue(commune: string, random: Random): Saying[] {
  return YEARS.flatMap((year, at) => {
    const tenths = 11 + random(900);
    const value = decimal(tenths, 1);
    const said = (exact: string, vnd: bigint, standing: Standing): Saying => ({
      sentence: `Thu ngân sách năm ${year} của xã ${commune} đạt #.`,
      figure: {
        kind: 'money',
        exact,
        value: String(vnd),
        unit: 'VND',
        property: `Thu ngân sách năm ${year} của xã ${commune}`,
        scope: `xã ${commune}`,
        period: String(year),
      },
      truth: { series: `revenue ${commune}`, period: String(year), value, standing },
    });
    const vnd = BigInt(tenths) * 100_000_000n;
    const inBillions = `${value.replace('.', ',')} tỷ đồng`;
    const inMillions = `${grouped(String(vnd / 1_000_000n))} triệu đồng`;
    if (at % 4 > 0) return [said(inBillions, vnd, 'alone')];
    return [said(inBillions, vnd, 'compatible'), said(inMillions, vnd, 'compatible')];
  });
}

/** What shares words, a body or a year with the series, and is none of them. */
function traps(commune: string, random: Random): Saying[] {
  const organisation = `Đảng bộ xã ${commune}`;
  const trap = (
    series: string,
    sentence: string,
    figure: Partial<Figure> = {},
    published?: string,
  ): Saying => {
    const value = String(10 + random(80));
    const period = figure.period ?? '2020';
    return {
      sentence,
      figure: {
        kind: 'count',
        exact: value,
        value,
        subject: 'đảng viên',
        scope: organisation,
        period,
        ...figure,
      },
      truth: {
        series: `${series} ${commune}`,
        period,
        value: figure.change === 'decrease-by' ? `-${value}` : value,
        standing: 'alone',
      },
      ...(published && { published }),
    };
  };
  return [
    trap('admitted', `Năm 2020, ${organisation} kết nạp được # đảng viên.`),
    trap('admitted', `Năm 2021, ${organisation} đã kết nạp # đảng viên.`, { period: '2021' }),
    trap('expelled', `Năm 2020, ${organisation} khai trừ # đảng viên.`),
    trap('disciplined', `Năm 2020, ${organisation} có # đảng viên bị thi hành kỷ luật.`),
    trap('aimed', `Phấn đấu đến năm 2020, ${organisation} có # đảng viên.`, { target: true }),
    trap('grown', `Năm 2020, ${organisation} tăng # đảng viên so với năm 2019.`, {
      change: 'increase-by',
      baseline: '2019',
    }),
    trap('grown', `Năm 2021, ${organisation} giảm # đảng viên so với năm 2020.`, {
      change: 'decrease-by',
      baseline: '2020',
      period: '2021',
    }),
    trap('five years grown', `Năm 2020, ${organisation} tăng # đảng viên so với năm 2015.`, {
      change: 'increase-by',
      baseline: '2015',
    }),
    trap('of hamlets', `Năm 2020, trong đó có 9 chi bộ thôn với # đảng viên.`),
    trap('of schools', `Năm 2020, trong đó có 3 chi bộ trường học với # đảng viên.`),
    trap('place', `Năm 2020, xã ${commune} có # đảng viên.`, { scope: `xã ${commune}` }),
    trap('yearly', `Năm 2020, ${organisation} kết nạp # đảng viên mỗi năm.`, { per: 'year' }),
    trap('today', `Hiện nay, ${organisation} có # chi bộ.`, {
      subject: 'chi bộ',
      period: '2020-03-01',
    }),
    trap('today', `Hiện nay, ${organisation} có # chi bộ.`, {
      subject: 'chi bộ',
      period: '2020-09-01',
    }),
    trap('stretch', `Nhiệm kỳ 2020 - 2025, ${organisation} mở # lớp.`, {
      subject: 'lớp',
      period: '2020/2025',
    }),
    trap('stretch', `Năm 2020, ${organisation} mở # lớp.`, { subject: 'lớp' }),
  ];
}

function add(
  { articles, annotations, truths }: GeneratedSeries,
  saying: Saying,
  place: number,
): void {
  const { sentence, figure, truth, reprints, published } = saying;
  const serial = articles.length;
  const url = `https://bao.example.vn/bai-${serial}.html`;
  const start = sentence.indexOf('#');
  const text = sentence.replace('#', figure.exact);
  const time = new Date(Date.UTC(2026, 0, 1) + serial * 1000).toISOString();
  const original = reprints && articles[serial - reprints];
  articles.push({
    id: `article-${serial}`,
    title: `Bài ${place}`,
    url,
    sourceKey: sourceKey(url),
    text,
    origins: {},
    publishedTime: published ?? `${truth.period.slice(0, 4)}-12-20`,
    captured: time,
    ...(original && { reprintOf: original.id }),
  });
  const id = newId(Date.parse(time), new Uint8Array(10));
  annotations.push(
    stamped({
      id,
      articleId: `article-${serial}`,
      target: { source: url, selector: describeQuote(text, { start: 0, end: text.length }) },
      mention: {
        type: 'figure',
        rule: 'generated',
        ...figure,
        start,
        end: start + figure.exact.length,
      },
      tags: [],
      note: '',
      created: time,
      modified: time,
    }),
  );
  truths.set(id, truth);
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** A whole number with its last `places` digits behind the point, no needless zero: 1250, 2 → `"12.5"`. */
function decimal(whole: number, places: number): string {
  const digits = String(whole).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return digits.slice(0, -places) + (fraction && `.${fraction}`);
}

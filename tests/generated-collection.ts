import type { Annotation, Mention, StoredArticle } from '../lib/core/annotation.ts';
import { storedArticle } from '../lib/core/collection/stored-article.ts';
import { newId } from '../lib/core/id.ts';
import { describeQuote } from '../lib/core/selector.ts';
import { digest } from './sample-collection.ts';

/** How much to make. One seed gives one collection, on every machine. */
export interface Size {
  articles: number;
  excerptsPerArticle: number;
  seed?: number;
}

/** What a reader of the collection must find, known because the collection was made from it. */
export interface Answers {
  figures: number;
  programmes: number;
  byKind: Record<string, number>;
  /** Percentages that do not follow from the ratio in their sentence. */
  mismatches: number;
  /** Numbers of documents cited. */
  documents: Set<string>;
  /** Party members by commune, then by year: what a series must hold. */
  members: Map<string, Map<string, string>>;
  /** Money in VND, added up by hand in BigInt. */
  money: bigint;
  /** Each excerpt's value by its id. */
  values: Map<string, string | readonly string[]>;
}

export interface GeneratedCollection {
  articles: StoredArticle[];
  annotations: Annotation[];
  answers: Answers;
}

type Random = (below: number) => number;
type Made = { sentence: string; mention: Mention };
type Fields = Record<string, unknown> & { type: Mention['type']; kind: string; exact: string };

const FIRST = [
  'An',
  'Bình',
  'Cẩm',
  'Đông',
  'Gia',
  'Hòa',
  'Liên',
  'Mỹ',
  'Phú',
  'Quảng',
  'Thạch',
  'Yên',
];
const LAST = ['Châu', 'Định', 'Giang', 'Hải', 'Khê', 'Lộc', 'Phong', 'Sơn', 'Thành', 'Trạch'];
const OUTLETS = ['Báo Mẫu', 'Cổng Ví Dụ', 'Tạp chí Thử Nghiệm', 'Trang Đảng bộ Tưởng Tượng'];
const YEARS = 8;
const TAGS = ['đảng viên', 'chi bộ', 'nghị quyết', 'nông thôn mới', 'kiểm tra', 'dân vận'];

/** Makes articles of plain sentences with one mention each, clipped, and the answers they were made from. */
export async function generateCollection(size: Size): Promise<GeneratedCollection> {
  const random = seeded(size.seed ?? 1);
  const made: GeneratedCollection = { articles: [], annotations: [], answers: noAnswers() };
  for (let at = 0; at < size.articles; at++) await addArticle(made, at, size, random);
  return made;
}

async function addArticle(
  { articles, annotations, answers }: GeneratedCollection,
  at: number,
  { excerptsPerArticle }: Size,
  random: Random,
): Promise<void> {
  // Each commune is written of once a year, so that a period has one value.
  const commune = communeAt(Math.floor(at / YEARS));
  const year = String(2026 - (at % YEARS));
  const sentences = Array.from({ length: excerptsPerArticle }, (_, place) => {
    const maker = MAKERS[place % MAKERS.length] ?? makeMembers;
    return maker({ commune, year, random, answers, isFirst: place < MAKERS.length });
  });
  const text = sentences.map(({ sentence }) => sentence).join('\n');
  const day = new Date(Date.UTC(Number(year), at % 12, 1 + (at % 28), 1, 30));
  const url = `https://bao${at % 7}.example.vn/xa/${year}/bai-${at}.html`;
  const article = await storedArticle(
    {
      title: `Xã ${commune} năm ${year}: việc làm được và chưa được (${at})`,
      siteName: OUTLETS[at % OUTLETS.length],
      ...(at % 3 > 0 && { byline: `Trần Thị Mẫu ${at % 50}` }),
      publishedTime: at % 5 === 0 ? day.toISOString().slice(0, 10) : vietnamTime(day),
      url,
      text,
      origins: { title: 'meta' },
    },
    new Date(day.getTime() + 86_400_000).toISOString(),
    digest,
  );
  articles.push(article);
  let start = 0;
  for (const [place, { sentence, mention }] of sentences.entries()) {
    const serial = at * excerptsPerArticle + place;
    const created = new Date(Date.UTC(2026, 9, 1) + serial * 1000);
    const id = newId(created.getTime(), serialBytes(serial));
    annotations.push({
      id,
      articleId: article.id,
      target: {
        source: url,
        selector: describeQuote(text, { start, end: start + sentence.length }),
      },
      mention,
      tags: [TAGS[serial % TAGS.length] ?? '', ...(serial % 4 === 0 ? [`xã ${commune}`] : [])],
      note: serial % 10 === 0 ? `đối chiếu lần ${serial % 3}` : '',
      created: created.toISOString(),
      modified: created.toISOString(),
    });
    count(answers, id, mention);
    start += sentence.length + 1;
  }
}

interface Making {
  commune: string;
  year: string;
  random: Random;
  answers: Answers;
  /** Whether the article has said this kind of thing before. */
  isFirst: boolean;
}

const MAKERS = [
  makeMembers,
  makePercentage,
  makeRatio,
  makeMoney,
  makeShare,
  makeDocument,
  makeRange,
];

function makeMembers({ commune, year, random, answers, isFirst }: Making): Made {
  const value = String(120 + random(9000));
  const years = answers.members.get(commune) ?? new Map<string, string>();
  if (isFirst) answers.members.set(commune, years.set(year, value));
  const [organisation, period] = isFirst
    ? [`Đảng bộ xã ${commune}`, year]
    : [`Chi bộ thôn ${1 + random(40)} xã ${commune}`, undefined];
  return made(`Năm ${year}, ${organisation} có # đảng viên.`, {
    ...figureOf('count', grouped(value), value),
    subject: 'đảng viên',
    scope: organisation,
    period,
  });
}

function makePercentage({ commune, random }: Making): Made {
  const tenths = random(1000);
  const value = String(tenths / 10);
  return made(`Tỷ lệ chi bộ ở xã ${commune} hoàn thành tốt nhiệm vụ đạt #.`, {
    ...figureOf('percentage', `${value.replace('.', ',')}%`, value),
    unit: '%',
    subject: 'chi bộ',
    scope: `xã ${commune}`,
  });
}

function makeRatio({ commune, random }: Making): Made {
  const whole = 5 + random(60);
  const value = `${random(whole + 1)}/${whole}`;
  return made(`Xã ${commune} có # chi bộ sinh hoạt chuyên đề đúng quy định.`, {
    ...figureOf('ratio', value, value),
    subject: 'chi bộ',
    scope: `xã ${commune}`,
  });
}

function makeMoney({ commune, random, answers }: Making): Made {
  const tenths = 1 + random(9999);
  const value = String(BigInt(tenths) * 100_000_000n);
  answers.money += BigInt(value);
  return made(`Nhân dân xã ${commune} góp # làm đường liên thôn.`, {
    ...figureOf('money', `${String(tenths / 10).replace('.', ',')} tỷ đồng`, value),
    unit: 'VND',
    scope: `xã ${commune}`,
  });
}

function makeShare({ commune, random, answers }: Making): Made {
  const whole = 20 + random(80);
  const part = 1 + random(whole - 1);
  const right = Math.round((part / whole) * 1000) / 10;
  const isWrong = random(10) === 0;
  if (isWrong) answers.mismatches++;
  const stated = isWrong ? Math.round((right + (right > 50 ? -1.6 : 1.6)) * 10) / 10 : right;
  return made(`Toàn xã ${commune} có ${part}/${whole} thôn đạt chuẩn văn hóa (chiếm #).`, {
    ...figureOf('percentage', `${String(stated).replace('.', ',')}%`, String(stated)),
    unit: '%',
    of: `${part}/${whole}`,
    scope: `xã ${commune}`,
  });
}

function makeDocument({ commune, year, random, answers }: Making): Made {
  const number = `${String(1 + random(90)).padStart(2, '0')}-NQ/HU`;
  const day = `${year}-03-${String(1 + random(28)).padStart(2, '0')}`;
  answers.documents.add(number);
  return made(`Xã ${commune} quán triệt # tới từng chi bộ.`, {
    type: 'programme',
    kind: 'resolution',
    exact: `Nghị quyết số ${number}`,
    number,
    date: day,
    issuer: 'Huyện ủy',
    entity: number,
    rule: 'generated',
  });
}

function makeRange({ commune, random }: Making): Made {
  const low = 1 + random(5);
  const high = low + 1 + random(9);
  return made(`Mỗi chi bộ ở ${commune} phấn đấu kết nạp từ # đảng viên mới.`, {
    ...figureOf('count', `${low} đến ${high}`, [String(low), String(high)]),
    subject: 'đảng viên mới',
    target: true,
  });
}

function figureOf(kind: string, exact: string, value: string | readonly string[]): Fields {
  return { type: 'figure', kind, exact, value, rule: 'generated' };
}

/** Puts the mention in the place of `#`. */
function made(pattern: string, fields: Fields): Made {
  const start = pattern.indexOf('#');
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    sentence: pattern.replace('#', fields.exact),
    mention: { ...Object.fromEntries(given), start, end: start + fields.exact.length } as Mention,
  };
}

function count(answers: Answers, id: string, mention: Mention): void {
  answers.byKind[mention.kind] = (answers.byKind[mention.kind] ?? 0) + 1;
  if (mention.type === 'programme') {
    answers.programmes++;
    return;
  }
  answers.figures++;
  answers.values.set(id, mention.value);
}

function noAnswers(): Answers {
  return {
    figures: 0,
    programmes: 0,
    byKind: {},
    mismatches: 0,
    documents: new Set(),
    members: new Map(),
    money: 0n,
    values: new Map(),
  };
}

function communeAt(at: number): string {
  const name = `${FIRST[at % FIRST.length]} ${LAST[Math.floor(at / FIRST.length) % LAST.length]}`;
  const round = Math.floor(at / FIRST.length / LAST.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, '.');
}

function vietnamTime(day: Date): string {
  const there = new Date(day.getTime() + 7 * 3_600_000).toISOString();
  return `${there.slice(0, 19)}+07:00`;
}

function serialBytes(serial: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, serial);
  return bytes;
}

/** Mulberry32: small, and the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

import { describe, expect, it } from 'vitest';
import type { Cited } from '../lib/core/citation.ts';
import {
  BUNDLED_STYLES,
  citationStyle,
  type CitationStyle,
} from '../lib/core/cite/citation-style.ts';
import { renderCitations } from '../lib/core/cite/render-citations.ts';
import { HOSTILE } from './hostile-collection.ts';

const WHOLE: Cited = {
  title: 'Chi bộ hai thôn vượt khó',
  byline: 'Nguyễn Văn Mẫu',
  siteName: 'Báo Ví Dụ',
  publishedTime: '2026-11-20T06:07:00+07:00',
  url: 'https://example.vn/hai-thon?a=1&b=2',
  captured: '2026-11-22T03:00:00Z',
};

/** Quotation marks as they are within others: a style that quotes titles turns them so. */
const nested = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’');

const cite = (style: CitationStyle, changes: Partial<Cited> = {}) =>
  renderCitations([{ ...WHOLE, ...changes }], style)[0] ?? '';

describe('an article cited in the style that comes with the program', () => {
  it.each([
    [
      'apa',
      'Nguyễn Văn Mẫu. (2026, 20 tháng 11). Chi bộ hai thôn vượt khó. Báo Ví Dụ. https://example.vn/hai-thon?a=1&b=2',
    ],
    [
      'harvard',
      'Nguyễn Văn Mẫu (2026) “Chi bộ hai thôn vượt khó”, Báo Ví Dụ, 20 tháng 11. Có tại: https://example.vn/hai-thon?a=1&b=2 (Truy cập: 22 tháng 11 năm 2026).',
    ],
    [
      'vancouver',
      'Nguyễn Văn Mẫu. Chi bộ hai thôn vượt khó. Báo Ví Dụ [Internet]. 20 tháng 11 năm 2026 [truy cập ngày 22 tháng 11 năm 2026]. Có tại: https://example.vn/hai-thon?a=1&b=2',
    ],
  ] as const)('%s has each part where the style has it, in Vietnamese words', (style, line) => {
    expect(cite(style)).toBe(line);
  });

  it.each([
    ['apa', 'Hà Anh, Trần Thị B, & Minh Đức. (2026, '],
    ['harvard', 'Hà Anh, Trần Thị B, và Minh Đức (2026) '],
    ['vancouver', 'Hà Anh, Trần Thị B, Minh Đức. '],
  ] as const)(
    '%s names everyone of a byline in full, the name never turned round',
    (style, head) => {
      expect(cite(style, { byline: 'Hà Anh, Trần Thị B - Minh Đức' })).toMatch(head);
    },
  );

  it.each([
    ['apa', 'Chi bộ hai thôn vượt khó. (2026, '],
    ['harvard', 'Báo Ví Dụ (2026) “Chi bộ hai thôn vượt khó”'],
    ['vancouver', 'Chi bộ hai thôn vượt khó. Báo Ví Dụ [Internet]'],
  ] as const)('%s begins with the title or the paper where nobody signed', (style, head) => {
    expect(cite(style, { byline: undefined }).startsWith(head)).toBe(true);
  });

  it.each([
    ['apa', '(không rõ ngày)'],
    ['harvard', '(không rõ ngày)'],
    ['vancouver', '[truy cập ngày 22 tháng 11 năm 2026]'],
  ] as const)('%s says so in Vietnamese where no day is known', (style, said) => {
    const line = cite(style, { publishedTime: undefined });
    expect(line).toContain(said);
    expect(line).not.toMatch(/n\.d\.|no date|undefined|NaN/);
  });

  it.each([
    ['2026-11', '(2026, tháng 11)'],
    ['2026', '(2026)'],
  ])('apa says no more of a day than is known: %s', (publishedTime, said) => {
    expect(cite('apa', { publishedTime })).toContain(said);
  });

  it.each(BUNDLED_STYLES)('%s says that an article has no name', (style) => {
    expect(cite(style, { title: ' ' })).toContain('[Bài không có tên]');
  });

  it.each(BUNDLED_STYLES)('%s says no English where a Vietnamese reads it', (style) => {
    const lines = [{}, { byline: undefined }, { publishedTime: undefined, siteName: undefined }];
    for (const changes of lines) {
      expect(cite(style, changes)).not.toMatch(
        /\b(?:and|from|retrieved|accessed|available|november|cited)\b/i,
      );
    }
  });

  it.each(BUNDLED_STYLES)('%s cites an article the same whatever is cited with it', (style) => {
    const others = [WHOLE, { ...WHOLE, url: 'https://example.vn/khac' }, WHOLE];
    expect(renderCitations(others, style)[2]).toBe(cite(style));
  });
});

describe.each(BUNDLED_STYLES)('hostile fields cited in %s', (style) => {
  it.each([
    '<script>alert(1)</script> ở xã',
    'Chữ <b>đậm</b>, <i>nghiêng</i> &amp; <span class="nocase">thường</span>',
    `Ống 5" và 6' của "chi bộ" & đoàn`,
    'CHI BỘ XÃ VIỆT NAM: KẾT QUẢ',
    '=cmd|/c calc!A1',
    'Bài 😀👩‍👩‍👧 vui',
    'a \\ b $& $1 %s {0}',
    'đ'.repeat(10_000),
  ])('stay text to the letter: %#', (title) => {
    const line = cite(style, { title, byline: title.slice(0, 60), siteName: title.slice(0, 60) });
    expect(line).toContain(title);
  });

  it.each(Object.entries(HOSTILE))('stay words in one line: %s', (_, text) => {
    const line = cite(style, { title: text, byline: text, siteName: text });
    expect(nested(line)).toContain(nested(text).replace(/\s+/g, ' ').trim());
  });

  it('are one line, whatever breaks they have', () => {
    const line = cite(style, { title: 'Một\r\nhai\u2028ba', siteName: 'Báo\n\nVí Dụ' });
    expect(line).toContain('Một hai ba');
    expect(line).toContain('Báo Ví Dụ');
    expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
  });

  it('turn no direction behind them', () => {
    const line = cite(style, { title: 'Bài \u202Etừ phải', siteName: 'Báo \u2067Ví Dụ' });
    expect(line).toContain('Bài \u202Etừ phải\u202C');
    expect(line).toContain('Báo \u2067Ví Dụ\u2069');
  });

  it('bring none of the signs that stand for others on the way', () => {
    expect(cite(style, { title: 'Bài \u{FDD0}b\u{FDD1} <x>' })).toContain('Bài b <x>');
  });
});

describe('a style by its id', () => {
  const own = { id: 'own:http://example.vn/kieu', title: 'Kiểu trường', csl: '{}' };

  it('is the one that comes with the program, the reader’s own, or none', () => {
    expect(citationStyle('apa', [own])).toBe('apa');
    expect(citationStyle(own.id, [own])).toBe(own);
    expect(citationStyle(own.id, [])).toBeUndefined();
    expect(citationStyle(undefined, [own])).toBeUndefined();
  });
});

import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../lib/dom/text-blocks.ts';
import { buildTextIndex, type TextIndex } from '../lib/dom/text-index.ts';

function indexOf(html: string): { index: TextIndex; document: Document } {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  return { index: buildTextIndex(readBlocks(document.body).map(({ runs }) => runs)), document };
}

function firstText(document: Document, selector: string): Text {
  return document.querySelector(selector)?.firstChild as Text;
}

describe('the text as a reader sees it', () => {
  it.each([
    [
      'a figure split over tags is whole',
      '<p>có <b>3.4</b><b>02</b> đảng viên</p>',
      'có 3.402 đảng viên',
    ],
    [
      'no-break spaces and line breaks of the source are one space',
      '<p>12&nbsp; \n ha</p>',
      '12 ha',
    ],
    [
      'an indent of no-break spaces is not text',
      `<p>${'&nbsp;'.repeat(10)}Năm 2022</p>`,
      'Năm 2022',
    ],
    ['characters without width are not text', '<p>chi\u200Bbộ 1\u00AD31</p>', 'chibộ 131'],
    ['br starts a new line', '<div>một<br><br>hai</div>', 'một\nhai'],
    ['paragraphs and bare text beside them are apart', '<div>a<p>b</p>c</div>', 'a\nb\nc'],
    ['an empty block parts its neighbours', '<div>a<div></div>b</div>', 'a\nb'],
    [
      'cells of a data row are parted by a tab',
      '<table><tr><td><p>Bàu Sen</p></td>\n<td><p>51</p></td></tr><tr><td>Đồi<br>Sim</td><td>73</td></tr></table>',
      'Bàu Sen\t51\nĐồi Sim\t73',
    ],
    [
      'a column that lays out the page is no data cell',
      `<table><tr><td>Mục lục</td><td><p>${'Đoạn văn dài. '.repeat(40)}</p></td></tr></table>`,
      `Mục lục\n${'Đoạn văn dài. '.repeat(40).trim()}`,
    ],
    ['decomposed letters are composed', `<p>${'Đảng ủy'.normalize('NFD')}</p>`, 'Đảng ủy'],
    ['a letter split from its mark by a tag is composed', '<p>H<b>o</b>\u0300a</p>', 'Hòa'],
    [
      'scripts and noscript doubles are not text',
      '<p>a<script>1</script><noscript>2</noscript></p>',
      'a',
    ],
    ['lines of preformatted text stay apart', '<pre>một\nhai</pre>', 'một\nhai'],
  ])('%s', (_name, html, text) => {
    expect(indexOf(html).index.text).toBe(text);
  });
});

describe('the way back to the page', () => {
  it('a figure split over tags is marked from its first digit to its last', () => {
    const { index } = indexOf('<p>có <b>3.4</b><i>02</i> đảng viên</p>');
    const range = index.rangeOf(3, 8);
    expect(range?.toString()).toBe('3.402');
    expect(range?.startContainer.textContent).toBe('3.4');
    expect(range?.endContainer.textContent).toBe('02');
  });

  it('a mark on a page in decomposed Unicode covers the whole letters', () => {
    const { index } = indexOf(`<p>${'Huyện ủy có 12 ủy viên'.normalize('NFD')}</p>`);
    const start = index.text.indexOf('ủy viên');
    expect(index.rangeOf(start, start + 2)?.toString()).toBe('ủy'.normalize('NFD'));
  });

  it('a static range has the boundaries of the live one', () => {
    const { index } = indexOf('<p>a <b>12</b> ha</p>');
    const live = index.rangeOf(2, 7);
    expect(index.staticRangeOf(2, 7)).toEqual({
      startContainer: live?.startContainer,
      startOffset: live?.startOffset,
      endContainer: live?.endContainer,
      endOffset: live?.endOffset,
    });
  });

  it('nothing is marked where the page has changed since, and the rest still is', () => {
    const { index, document } = indexOf('<p id="a">12 ha</p><p id="b">15 ha</p>');
    firstText(document, '#a').data = '99 ha';
    expect(index.rangeOf(0, 2)).toBeUndefined();
    expect(index.rangeOf(6, 8)?.toString()).toBe('15');
    document.querySelector('#b')?.remove();
    expect(index.rangeOf(6, 8)).toBeUndefined();
  });

  it('an empty span, or one outside the text, has no range', () => {
    const { index } = indexOf('<p>12 ha</p>');
    expect(index.rangeOf(1, 1)).toBeUndefined();
    expect(index.rangeOf(40, 45)).toBeUndefined();
    expect(buildTextIndex([]).rangeOf(0, 1)).toBeUndefined();
  });

  it('a selection that ends at the next paragraph ends behind the one selected', () => {
    const { index, document } = indexOf('<p id="a">12 ha</p>\n<p id="b">15 ha</p>');
    const end = document.querySelector('#b') as Element;
    expect(index.offsetOf(firstText(document, '#a'), 0)).toBe(0);
    expect(index.offsetOf(end, 0)).toBe(6);
    expect(index.offsetOf(document.body, document.body.childNodes.length)).toBe(index.text.length);
  });

  it('words that are not in the text have no offset, nor has another page', () => {
    const { document } = new JSDOM('<p id="a">12 ha</p><p id="b">15 ha</p>').window;
    const [first] = readBlocks(document.body);
    const index = buildTextIndex(first ? [first.runs] : []);
    expect(index.offsetOf(firstText(document, '#b'), 1)).toBeUndefined();
    expect(index.offsetOf(new JSDOM('<p>x</p>').window.document.body, 0)).toBeUndefined();
  });

  it('offsets survive the way to the page and back, whatever the page holds', () => {
    const piece = fc.constantFrom(
      'a',
      '12',
      ' ',
      '\u00A0',
      '\u200B',
      '\n',
      'ủ',
      'ủ'.normalize('NFD'),
      '\u0323',
      '<b>',
      '</b>',
      '<br>',
      '<p>',
      '</p>',
      '%',
      '𝟗',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { index } = indexOf(`<div>${pieces.join('')}</div>`);
        expect(index.text).toBe(index.text.normalize('NFC'));
        for (let at = 0; at < index.text.length; at++) {
          const points = index.staticRangeOf(at, at + 1);
          // Inside a cluster the page has no boundary of its own.
          if (!points || /[\s\p{M}\p{Cs}]/u.test(index.text.charAt(at))) continue;
          const back = index.offsetOf(points.startContainer, points.startOffset);
          expect(back).toBeLessThanOrEqual(at);
          expect(index.offsetOf(points.endContainer, points.endOffset)).toBeGreaterThan(at);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('large pages', () => {
  it('time grows with the page and not with its square', () => {
    const work = (paragraphs: number) => {
      const { document } = new JSDOM(
        `<body>${Array.from({ length: paragraphs }, (_, at) => `<p>Chi bộ ${at} có <b>${at}</b>% đảng viên</p>`).join('')}</body>`,
      ).window;
      const from = process.threadCpuUsage();
      const index = buildTextIndex(readBlocks(document.body).map(({ runs }) => runs));
      for (let at = 0; at < index.text.length; at += 40) index.staticRangeOf(at, at + 5);
      return process.threadCpuUsage(from).user;
    };
    const least = (paragraphs: number) => Math.min(...[1, 2, 3].map(() => work(paragraphs)));
    expect(least(8000) / least(1000)).toBeLessThan(8 * 4);
  });
});

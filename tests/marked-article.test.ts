// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../lib/core/annotation.ts';
import { recognise } from '../lib/core/recognise/recognise.ts';
import { readArticle } from '../lib/dom/article.ts';
import type { MarkKind } from '../lib/dom/highlighter.ts';
import { markArticle } from '../lib/dom/marked-article.ts';

/** An article of three figures, with a highlighter that notes what it is asked to paint. */
function painting() {
  const page = document.implementation.createHTMLDocument('');
  const article = page.body.appendChild(page.createElement('article'));
  article.append(page.createElement('h1'));
  article.append(
    ...[318, 327, 336].map((figure) => {
      const paragraph = page.createElement('p');
      paragraph.textContent =
        `Ở bản trên có ${figure} hộ cùng nhau giữ rừng đầu nguồn, mỗi nhà một phiên đi tuần, ai thấy khói thì gõ ` +
        'kẻng báo cho cả bản cùng biết.';
      return paragraph;
    }),
  );
  const reading = readArticle(page, 'https://bao.example/giu-rung.html');
  if (!reading.ok) throw new Error(reading.reason);
  const marked = markArticle(reading, recognise(reading.article.text, {}));
  const painted = new Map<MarkKind, string[]>();
  const highlighter = {
    paint: (kind: MarkKind, ranges: readonly AbstractRange[]) =>
      void painted.set(kind, ranges.map(String)),
    clear: () => painted.clear(),
  };
  return { marked, painted, highlighter };
}

describe('the marks of an article', () => {
  it('are of what is left, what is kept, and where the reader is; what was passed over bears none', () => {
    const { marked, painted, highlighter } = painting();
    const kept = { mention: marked.mentions[0] } as Annotation;
    const state = { clips: new Map([[0, kept]]), skips: new Map([[1, 'id']]), current: 2 };
    marked.paint(highlighter, state);
    expect(Object.fromEntries(painted)).toEqual({
      figure: ['336'],
      programme: [],
      clipped: ['318'],
      current: ['336'],
    });
  });

  it('are not all painted anew at each step of the reader, for a page may have thousands', () => {
    const { marked, painted, highlighter } = painting();
    marked.paintCurrent(highlighter, 1);
    expect([...painted]).toEqual([['current', ['327']]]);
    marked.paintCurrent(highlighter, undefined);
    expect([...painted]).toEqual([['current', []]]);
  });
});

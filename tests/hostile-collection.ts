import type { Annotation, StoredArticle } from '../lib/core/annotation.ts';
import { collection } from './sample-collection.ts';

/** Words a page could print to harm who opens a file made of them. */
export const HOSTILE = {
  'a script': '<script>alert(1)</script>',
  'an image that runs': '"><img src=x onerror=alert(1)>',
  'a formula that starts a program': "=cmd|' /C calc'!A0",
  'a formula with a plus': '+HYPERLINK("http://x.example","bấm")',
  'a formula with a minus': '-2+3+cmd',
  'a formula with an at sign': '@SUM(A1:A9)',
  'a full-width formula': '＝1+1',
  'a tab and a formula': '\t=1+1',
  'right-to-left marks': 'Chi bộ \u{202E}01/01\u{202C}\u{200F} đảng viên',
  'ten thousand characters': 'số '.repeat(3334),
  emoji: '🏛️👩‍🌾🇻🇳 đảng viên',
  'control characters': 'a\u{0}b\u{1}c\u{B}d\u{1F}e\u{FFFE}f',
  'half a surrogate pair': 'a\u{D800}b',
  'an escape of Excel’s': 'số _x0041_ và _x000D_',
  Markdown: '# [bấm](javascript:alert(1)) **đậm** `mã` | ô | ~~x~~ ![](http://x.example/a.png)',
  'a list in Markdown': '1. một\n- hai\n+ ba\n> bốn\n    năm\n\n---',
  'a citation tag': 'tên bài\r\nER  - \r\nTY  - JOUR',
  'an XML end': ']]></t></is></c><c t="str"><f>1+1</f>',
  entities: '&lt;b&gt; &amp;amp; &#x41; %26 ${x}',
  'quotes and breaks': '"một", \'hai\'; “ba”\r\nbốn\rnăm\n\nsáu',
} as const;

/** A text with what XML 1.0 has no way to hold replaced, by the letter of its Char production. */
export function printable(text: string): string {
  const isChar = (code: number) =>
    [0x9, 0xa, 0xd].includes(code) ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000;
  return Array.from(text, (char) => (isChar(char.codePointAt(0) ?? 0) ? char : '\u{FFFD}')).join(
    '',
  );
}

/** The two sample excerpts with a text wherever a page, a person or the recogniser can put one. */
export async function hostileCollection(
  text: string,
): Promise<{ annotations: Annotation[]; articles: StoredArticle[] }> {
  const { annotations, articles } = await collection();
  return {
    annotations: annotations.map((annotation) => ({
      ...annotation,
      note: text,
      tags: [text],
      ...(annotation.mention && { mention: { ...annotation.mention, subject: text } }),
    })),
    articles: articles.map((article) => ({
      ...article,
      title: text,
      byline: text,
      siteName: text,
      source: text,
    })),
  };
}

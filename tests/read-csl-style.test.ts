// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Cited } from '../lib/core/citation.ts';
import { LARGEST_STYLE, readOwnStyles } from '../lib/core/cite/citation-style.ts';
import { renderCitations } from '../lib/core/cite/render-citations.ts';
import { readCslStyle } from '../lib/dom/read-csl-style.ts';
import { DEPENDENT_STYLE, OWN_ADDRESS, OWN_TITLE, ownStyle } from './own-style.ts';

const ARTICLE: Cited = {
  title: 'Chi bộ <i>hai</i> thôn',
  byline: 'Nguyễn Văn Mẫu, Trần Thị B',
  siteName: 'Báo Ví Dụ',
  publishedTime: '2026-11-20',
  url: 'https://example.vn/hai-thon',
  captured: '2026-11-22T03:00:00Z',
};

function refusal(text: string): unknown {
  try {
    return readCslStyle(text);
  } catch (error) {
    const { messageKey, messageArgs } = error as { messageKey: string; messageArgs: string[] };
    return [messageKey, ...messageArgs];
  }
}

describe('a style of the reader’s own', () => {
  it('is known by the name and the address it gives itself, whoever opens it', () => {
    expect(readCslStyle(ownStyle())).toMatchObject({ id: `own:${OWN_ADDRESS}`, title: OWN_TITLE });
    expect(readCslStyle(`\u{FEFF}\n${ownStyle({ before: '' })}`).id).toBe(`own:${OWN_ADDRESS}`);
  });

  it('cites as it says, without a number, for the list has its own', () => {
    const lines = renderCitations(
      [ARTICLE, { ...ARTICLE, byline: undefined }],
      readCslStyle(ownStyle()),
    );
    expect(lines).toEqual([
      'Nguyễn Văn Mẫu và Trần Thị B | “Chi bộ <i>hai</i> thôn” | 20/11/2026 | <https://example.vn/hai-thon> [hết]',
      'Báo Ví Dụ | “Chi bộ <i>hai</i> thôn” | 20/11/2026 | <https://example.vn/hai-thon> [hết]',
    ]);
  });

  it('opened anew after a change cites as it says now', () => {
    const [before] = renderCitations([ARTICLE], readCslStyle(ownStyle()));
    const changed = readCslStyle(ownStyle().replace('[hết]', '[xong]'));
    expect(renderCitations([ARTICLE], changed)).toEqual([before?.replace('[hết]', '[xong]')]);
  });

  it('is read back from storage as it was kept, and nothing else is', () => {
    const style = readCslStyle(ownStyle());
    const stored = [style, { ...style, id: 'apa' }, { ...style, csl: 1 }, null, 'x'];
    expect(readOwnStyles(JSON.parse(JSON.stringify(stored)))).toEqual([style]);
    expect(readOwnStyles({ 0: style })).toEqual([]);
  });
});

describe('a file that is no style to cite by is refused with the reason:', () => {
  const bomb = `<!DOCTYPE style [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  it.each([
    ['one that only points at another', DEPENDENT_STYLE, 'citation_error_dependent', OWN_ADDRESS],
    ['broken XML', ownStyle().slice(0, -20), 'citation_error_not_xml'],
    ['no XML', 'Danh mục tài liệu', 'citation_error_not_xml'],
    ['nothing', '', 'citation_error_not_xml'],
    ['an undeclared entity', ownStyle({ macros: '&nbsp;' }), 'citation_error_not_xml'],
    ['an entity bomb', ownStyle({ before: bomb, macros: '&b;' }), 'citation_error_doctype'],
    ['another XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'citation_error_foreign'],
    ['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl"/>', 'citation_error_foreign'],
    ['one without a name', ownStyle({ info: '<id>http://x</id>' }), 'citation_error_foreign'],
    ['one without an address', ownStyle({ info: '<title>x</title>' }), 'citation_error_foreign'],
    ['one without a list', ownStyle({ bibliography: '' }), 'citation_error_no_bibliography'],
    [
      'one nested without end',
      ownStyle({ macros: '<group>'.repeat(5000) + '</group>'.repeat(5000) }),
      'citation_error_foreign',
    ],
    ['one too large', ownStyle({ macros: ' '.repeat(LARGEST_STYLE) }), 'citation_error_too_large'],
  ])('%s', (_, text, ...reason) => {
    expect(refusal(text)).toEqual(reason);
  });

  it.each([
    [
      'calls itself',
      '<text macro="a"/>',
      '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>',
    ],
    ['does what no style can', '<conjure/>', ''],
  ])('one that %s cannot cite the samples', (_, body, macros) => {
    const bibliography = `<bibliography><layout>${body}</layout></bibliography>`;
    const style = readCslStyle(ownStyle({ macros, bibliography }));
    expect(() => renderCitations([ARTICLE], style)).toThrow();
  });

  it('one that tells nothing of an article says nothing, in no language', () => {
    const bibliography = '<bibliography><layout><text macro="none"/></layout></bibliography>';
    expect(renderCitations([ARTICLE], readCslStyle(ownStyle({ bibliography })))).toEqual(['']);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from './browser.ts';
import * as reading from './reading.ts';
import { toolbarButtons } from './toolbar.ts';
import { until } from './until.ts';
import { BROWSERS, useBrowser } from './use-browser.ts';

const MEMBERS =
  'Đảng bộ huyện Nậm Lúa hiện có 4.318 đảng viên đang sinh hoạt tại các chi bộ thôn bản vùng cao.';
const ADMITTED =
  'Năm 2022, toàn huyện kết nạp 171 đảng viên mới, phần lớn là đồng bào dân tộc thiểu số.';
const VILLAGES =
  'Đến nay đã có 97/128 chi bộ thôn có bí thư đồng thời là trưởng thôn, được nhân dân tin cậy.';
const OTHERS = [
  'Sáng đầu tuần, đường vào trung tâm huyện Nậm Lúa đông hơn thường lệ vì ngày hội của bà con các bản; người mang ' +
    'gùi măng, người dắt ngựa, ai cũng ghé nhà văn hóa xem bảng phân việc mà chi bộ vừa niêm yết từ chiều hôm trước.',
  'Cách làm ấy bắt đầu từ một buổi sinh hoạt chi bộ kéo dài đến khuya, khi mưa rừng chưa dứt và đèn dầu phải thắp ' +
    'thay đèn điện; người già nói trước, người trẻ nói sau, cuối buổi ai cũng nhận về cho mình một việc để làm.',
  'Người dân nhắc nhiều đến các đồng chí cán bộ đi trước làm trước, nói ít làm nhiều, ở gần dân; nhà nào có việc ' +
    'khó, tổ công tác đến tận nơi ăn ở cùng, xong việc mới về, không để ai phải chờ đợi quá lâu ở trụ sở xã.',
];
const PARAGRAPHS = [OTHERS[0], MEMBERS, OTHERS[1], ADMITTED, OTHERS[2], VILLAGES] as string[];
const CLIPPED = ['4.318', '171', '97/128'];

const TITLE = 'Nậm Lúa: Mỗi chi bộ một việc khó';
const body = (paragraphs: readonly string[], tag = 'p') =>
  paragraphs.map((text) => `<${tag}>${text}</${tag}>`).join('\n');
function pageOf(content: string): string {
  return (
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${TITLE}</title><body><main><article>` +
    `<h1>${TITLE}</h1><div class="content">${content}</div></article></main></body></html>`
  );
}
const PLAIN = pageOf(body(PARAGRAPHS));

type State = 'in-place' | 'changed' | 'orphan';
/** Each mutation of the page with the state of the three excerpts, in the order of `CLIPPED`. */
const MUTATIONS: Record<string, [html: string, states: [State, State, State]]> = {
  'a number is corrected': [PLAIN.replace('4.318', '4.326'), ['changed', 'in-place', 'in-place']],
  'two numbers change places': [
    PLAIN.replace('4.318', '#').replace('171', '4.318').replace('#', '171'),
    ['changed', 'changed', 'in-place'],
  ],
  'a sentence is moved to the end': [
    pageOf(body([...PARAGRAPHS.filter((text) => text !== ADMITTED), ADMITTED])),
    ['in-place', 'in-place', 'in-place'],
  ],
  'a paragraph is deleted': [
    pageOf(body(PARAGRAPHS.filter((text) => text !== VILLAGES))),
    ['in-place', 'in-place', 'orphan'],
  ],
  'it is served in decomposed Unicode': [
    PLAIN.normalize('NFD'),
    ['in-place', 'in-place', 'in-place'],
  ],
  'its text is wrapped in other tags, the digits too': [
    pageOf(
      body(
        PARAGRAPHS.map((text) => `<span>${text.replace('.318', '<b>.3</b><i>18</i>')}</span>`),
        'div',
      ).replace('171', '<em>1</em>71'),
    ),
    ['in-place', 'in-place', 'in-place'],
  ],
  'advertisements with the same numbers are put between': [
    pageOf(
      body(
        PARAGRAPHS.flatMap((text) => [
          text,
          'Quảng cáo: 4.318 suất, giảm 171 nghìn đồng, còn 97/128.',
        ]),
      ),
    ),
    ['in-place', 'in-place', 'in-place'],
  ],
  'a sentence is told in other words': [
    PLAIN.replace('toàn huyện kết nạp', 'cả huyện đã kết nạp được'),
    ['in-place', 'orphan', 'in-place'],
  ],
};
const IN_FIREFOX = new Set(['a number is corrected', 'a paragraph is deleted']);

describe.each(BROWSERS)('an article opened again in %s', (name) => {
  const here = useBrowser(name);
  let page: Page;
  let panel: Page;
  let address: string;

  beforeAll(async () => {
    address = here.site.put(`/nam-lua-${name}.html`, PLAIN);
    ({ page, panel } = await reading.read(here.browser, address));
    await reading.waitForMarks(page);
    await reading.clipMarks(page, panel, CLIPPED);
  });

  /** What the panel lists of excerpts that no mark stands for. */
  const listed = () =>
    panel.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.own li')].map((item) => ({
        state: item.dataset['state'],
        text: item.querySelector('blockquote')?.textContent ?? '',
      })),
    );
  const readAgain = async (html: string) => {
    here.site.put(`/nam-lua-${name}.html`, html);
    await page.show();
    await page.goto(address);
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
  };

  /** Each excerpt's state: by the mark that stands for it, else by the panel. */
  async function states(): Promise<(string | undefined)[]> {
    const clipped = new Set(await reading.painted(page, 'clipped'));
    const own = await listed();
    return CLIPPED.map((figure) =>
      clipped.has(figure)
        ? 'in-place'
        : own.find(({ text }) => text.includes(figure) && !text.startsWith('Quảng cáo'))?.state,
    );
  }

  for (const [mutation, [html, expected]] of Object.entries(MUTATIONS)) {
    it.runIf(name === 'chromium' || IN_FIREFOX.has(mutation))(
      `has every excerpt in its right state when ${mutation}`,
      async () => {
        await readAgain(html);
        await until(`${expected.join(', ')}`, async () => {
          const now = await states();
          return now.join() === expected.join() ? true : Promise.reject(new Error(now.join()));
        });
        const inPlace = CLIPPED.filter((_, at) => expected[at] === 'in-place');
        expect((await reading.painted(page, 'clipped')).toSorted()).toEqual(inPlace.toSorted());
        expect(await reading.storedAnnotations(panel)).toHaveLength(CLIPPED.length);
      },
    );
  }

  it('keeps its marks when a script renders the whole article anew', async () => {
    await readAgain(PLAIN);
    await until(
      'three marks',
      async () => (await states()).join() === 'in-place,in-place,in-place',
    );
    await page.evaluate(() => {
      const article = document.querySelector('main') as HTMLElement;
      article.replaceWith(article.cloneNode(true));
    });
    await until('marks on the new text', async () => {
      const clipped = await reading.painted(page, 'clipped');
      return clipped.toSorted().join() === CLIPPED.toSorted().join();
    });
  });

  it('shows old number and new when a script changes it, without a reload', async () => {
    await readAgain(PLAIN);
    await until(
      'three marks',
      async () => (await states()).join() === 'in-place,in-place,in-place',
    );
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        node.data = node.data.replace('4.318', '4.326');
      }
    });
    const [own] = await until('the changed excerpt', async () => {
      const own = await listed();
      return own.length === 1 ? own : undefined;
    });
    expect(own).toMatchObject({ state: 'changed' });
    expect(own?.text).toContain('4.318');
    expect(own?.text).toContain('4.326');
    expect(await reading.painted(page, 'clipped')).not.toContain('4.326');
  });

  it.each([
    ['with tracking parameters', '?utm_source=zalo#binh-luan', ''],
    ['for phones', '', '/amp'],
    ['for printing', '?print=1', ''],
  ])('is known under an address %s, with its excerpts in place', async (_, ending, part) => {
    here.site.put(`${part}/nam-lua-${name}.html`, PLAIN);
    await page.goto(address.replace('/nam-lua', `${part}/nam-lua`) + ending);
    await here.browser.clickToolbarButton(page);
    await until(
      'three marks',
      async () => (await states()).join() === 'in-place,in-place,in-place',
    );
    await reading.panelSays(panel, 'panel_same_page', '3');
  });

  it('is known as a reprint on another page, though that page names no source', async () => {
    const reprint = PLAIN.replace('<h1>', '<h1>Báo bạn viết: ').replace(
      OTHERS[2] as string,
      'Bài đã đăng lại có sửa đôi chỗ cho gọn và thêm một câu mở đầu của ban biên tập.',
    );
    await page.goto(here.site.put(`/dang-lai-${name}.html`, reprint));
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
    await reading.panelSays(panel, 'panel_reprint', '3');
  });

  it('is not taken for another article that names it as canonical', async () => {
    const other = pageOf(
      body(
        Array.from(
          { length: 6 },
          (_, at) =>
            `Xã Pa Khoang làm xong ${at + 3} km đường bê tông trong tháng ${at + 2}, bà con góp công và đất từng hộ.`,
        ),
      ),
    ).replace('<title>', `<link rel="canonical" href="${address}"><title>Pa Khoang: `);
    await page.goto(here.site.put(`/pa-khoang-${name}.html`, other));
    await here.browser.clickToolbarButton(page);
    await reading.waitForMarks(page);
    await until('the panel of that article', () =>
      panel.evaluate(() => document.body.innerText.includes('3 km')),
    );
    expect(await panel.evaluate(() => document.querySelector('.remarks'))).toBeNull();
    expect(await reading.painted(page, 'clipped')).toEqual([]);
  });

  it('tells at once how many excerpts are affected, on a site read by itself', async () => {
    await here.browser.grantHost('*://127.0.0.1/*');
    here.site.put(
      `/nam-lua-${name}.html`,
      pageOf(body(PARAGRAPHS.filter((text) => text !== VILLAGES))).replace('4.318', '4.326'),
    );
    const own = await here.browser.open(`${here.browser.origin}library.html`);
    const again = await here.browser.open(address);
    await reading.pageSays(again, own, 'notice_affected', '2');
    const words = await reading.words(own, 'toolbar_affected', '2');
    await until('the button to tell', async () =>
      (await toolbarButtons(own)).some(
        ({ title, badge }) => title.endsWith(words) && badge === '3',
      ),
    );
    expect((await reading.painted(again, 'clipped')).join()).toBe('171');
  });
});

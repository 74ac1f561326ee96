/** Scripts of a page that draws an article from rows and can draw it anew, as sites made with frameworks do. */

export const TITLE = 'Ý Tý: Trồng lại rừng đầu nguồn';

/** Hears whatever the page or its framework complains of. */
export const LISTENER = `
  globalThis.logged = [];
  addEventListener('error', (event) => logged.push(event.message));
  for (const level of ['error', 'warn']) console[level] = (...words) => logged.push(words.join(' '));
`;

/** An article that is drawn anew with other numbers, in another order, with a paragraph less. */
export const APP = `
  let rows = Array.from({ length: 7 }, (_, at) => 800 + at);
  const text = (number) => 'Ở Ý Tý, tổ hợp tác vận động được ' + number + ' hộ trồng lại rừng đầu nguồn, mỗi nhà nhận ' +
    'một khoảnh đất dốc, cùng nhau phát cỏ, đào hố, chờ mưa xuống là đặt cây, việc làm chậm mà chắc.';
  const tree = (h) => h('article', null, [h('h1', { key: 'title' }, '${TITLE}'),
    ...rows.map((number) => h('p', { key: number % 100 }, text(number)))]);
  const app = document.querySelector('#app');
  draw(app, tree);
  globalThis.step = (change) => {
    if (change === 'number') rows = rows.map((number) => (number === 803 ? 999 : number));
    if (change === 'reorder') rows = rows.toReversed();
    if (change === 'remove') rows = rows.filter((number) => number !== 801);
    draw(app, tree);
  };
  globalThis.drawBare = () => {
    const bare = document.createElement('div');
    draw(bare, tree);
    return bare.innerHTML;
  };
`;

/** What a page without a framework does: everything anew. */
export const BARE_RENDERER = `
  const element = (name, _, content) => {
    const made = document.createElement(name);
    made.append(...[content].flat());
    return made;
  };
  const draw = (app, tree) => app.replaceChildren(tree(element));
`;

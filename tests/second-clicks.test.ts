// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ignoreSecondClicks } from '../lib/dom/second-clicks.ts';

const done: string[] = [];
const button = (name: string, act?: (button: HTMLButtonElement) => void) => {
  const made = document.body.appendChild(document.createElement('button'));
  made.append(name);
  made.addEventListener('click', () => {
    done.push(made.textContent);
    act?.(made);
  });
  return made;
};
const click = (target: Element, detail: number) =>
  target.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }));

beforeAll(() => ignoreSecondClicks(document));
beforeEach(() => {
  done.length = 0;
  document.body.replaceChildren();
});

it('deletes one excerpt by a double click, not the next one that moved under the pointer too', () => {
  const [first, second] = ['Xóa một', 'Xóa hai'].map((name) => button(name, (it) => it.remove()));
  click(first as Element, 1);
  click(second as Element, 2);
  expect(done).toEqual(['Xóa một']);
  click(second as Element, 1);
  expect(done).toEqual(['Xóa một', 'Xóa hai']);
});

it('keeps by a double click what a button keeps that then takes back', () => {
  const keep = button('Trích', (it) => (it.textContent = 'Bỏ trích'));
  click(keep, 1);
  click(keep, 2);
  expect(done).toEqual(['Trích']);
});

it('opens by a double click what the same button closes', () => {
  const edit = button('Sửa', (it) => (it.ariaExpanded = 'true'));
  edit.ariaExpanded = 'false';
  click(edit, 1);
  click(edit, 2);
  expect(done).toEqual(['Sửa']);
});

it('opens no link that moved to where a button was', () => {
  const approve = button('Duyệt', (it) => it.remove());
  const link = document.body.appendChild(document.createElement('a'));
  click(approve, 1);
  expect(click(link, 2)).toBe(false);
  expect(click(link, 1)).toBe(true);
});

it('turns a page with every one of many quick clicks', () => {
  const next = button('Trang sau');
  for (const detail of [1, 2, 3]) click(next, detail);
  expect(done).toHaveLength(3);
});

it('hears a button pressed by key, however quickly', () => {
  click(button('Một'), 0);
  click(button('Hai'), 0);
  expect(done).toEqual(['Một', 'Hai']);
});

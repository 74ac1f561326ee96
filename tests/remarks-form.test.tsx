// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TranslateProvider } from '../components/i18n.tsx';
import type { ReaderRemarks } from '../components/MentionDetail.tsx';
import { RemarksForm } from '../components/RemarksForm.tsx';
import { words } from './sample-collection.ts';

const submitted: ReaderRemarks[] = [];
let root: HTMLElement;

const draw = (id?: string, remarks?: ReaderRemarks) =>
  act(() =>
    render(
      <TranslateProvider value={words}>
        <RemarksForm
          id={id}
          remarks={remarks}
          isBusy={false}
          knownTags={[]}
          label="Trích"
          onSubmit={(given) => void submitted.push(given)}
        />
      </TranslateProvider>,
      root,
    ),
  );
const type = (selector: string, text: string) =>
  act(() => {
    const field = root.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const leave = () =>
  act(() => void root.querySelector('[role=combobox]')?.dispatchEvent(new Event('blur')));
const tags = () =>
  [...root.querySelectorAll('.tag')].map(({ firstChild }) => firstChild?.nodeValue);

beforeEach(async () => {
  submitted.length = 0;
  root = document.body.appendChild(document.createElement('div'));
  await draw();
});
afterEach(() => {
  render(null, root);
  root.remove();
});

it('gives an excerpt kept by a key the tag and note typed just before', async () => {
  await type('[role=combobox]', 'họp');
  await leave();
  await type('textarea', 'hỏi lại xã');
  await draw('a', { tags: [], note: '' });
  expect(submitted).toEqual([{ tags: ['họp'], note: 'hỏi lại xã' }]);
  expect(tags()).toEqual(['họp']);
});

it('changes nothing of an excerpt that was kept with all that was typed, or with nothing', async () => {
  await type('textarea', 'hỏi lại xã ');
  await draw('a', { tags: [], note: 'hỏi lại xã' });
  await draw();
  await draw('b', { tags: ['họp'], note: '' });
  expect(submitted).toEqual([]);
  expect(tags()).toEqual(['họp']);
});

it('offers nothing of an excerpt that was taken back for the next time', async () => {
  await draw('a', { tags: ['họp'], note: 'x' });
  await draw();
  expect(tags()).toEqual([]);
  expect(root.querySelector('textarea')?.value).toBe('');
});

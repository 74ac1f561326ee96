// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { TranslateProvider } from '../components/i18n.tsx';
import { MissedCard } from '../components/MissedCard.tsx';
import { words } from './sample-collection.ts';

it.each([
  ['27 đảng viên', 'Số liệu'],
  ['Nghị quyết của xã', 'Chương trình, văn bản'],
])('asks of “%s” at once what it is, with the keyboard on “%s”', async (exact, name) => {
  await act(() =>
    render(
      <TranslateProvider value={words}>
        <MissedCard
          span={{ start: 0, end: exact.length, exact }}
          isBusy={false}
          onSave={() => undefined}
          onClose={() => undefined}
        />
      </TranslateProvider>,
      document.body,
    ),
  );
  const radio = document.activeElement as HTMLInputElement;
  expect([radio.checked, radio.closest('label')?.textContent]).toEqual([true, name]);
  render(null, document.body);
});

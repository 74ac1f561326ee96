// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CitationStyleActions } from '../components/citation-style-actions.ts';
import { CitationStyleField } from '../components/CitationStyleField.tsx';
import { CitationStyleError, type OwnStyle } from '../lib/core/cite/citation-style.ts';
import { button, root, show as draw } from './drawn-dialog.tsx';
import { words } from './sample-collection.ts';

const OWN: OwnStyle = { id: 'own:http://www.example.vn/kieu', title: 'Trường Mẫu', csl: '{}' };

let stored: OwnStyle[];
const actions = {
  follow: vi.fn<CitationStyleActions['follow']>(),
  add: vi.fn<CitationStyleActions['add']>(),
  remove: vi.fn<CitationStyleActions['remove']>(),
};
const onChoose = vi.fn<(id: string | undefined) => void>();

beforeEach(() => {
  vi.resetAllMocks();
  stored = [OWN];
  actions.follow.mockImplementation((heard) => {
    heard(stored);
    return () => undefined;
  });
});

const show = (chosen?: string) =>
  draw(<CitationStyleField chosen={chosen} onChoose={onChoose} actions={actions} />);
const said = (role: string) => root.querySelector(`[role=${role}]`)?.textContent;
const choices = () => [...root.querySelectorAll('option')].map(({ textContent }) => textContent);
const openFile = () =>
  act(() => {
    const input = root.querySelector('input');
    const file = new File(['<style/>'], 'kieu.csl');
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('the choice of a citation style', () => {
  it('offers the Vietnamese one first, those that come with the program, and the reader’s own', async () => {
    await show();
    expect(choices()).toEqual([
      'Việt Nam (thường dùng)',
      'APA 7',
      'Harvard',
      'Vancouver',
      'Trường Mẫu',
    ]);
    expect(root.querySelector('select')?.value).toBe('');
  });

  it('tells whose work a style is made by, but not of the Vietnamese one, which is ours', async () => {
    await show();
    expect(root.textContent).not.toContain('Frank Bennett');
    await show('apa');
    expect(root.textContent).toContain('citeproc-js, © Frank Bennett, CPAL 1.0');
    const links = [...root.querySelectorAll('a')].map(({ href }) => href);
    expect(links).toContain('https://github.com/juris-m/citeproc-js');
    expect(links).toContain('https://citationstyles.org/');
  });

  it('says that a style is not on this machine, and still shows it as chosen', async () => {
    await show('own:http://www.example.vn/khac');
    expect(said('alert')).toBe(words('citation_missing'));
    expect(root.querySelector('select')?.selectedOptions[0]?.textContent).toBe(
      words('citation_missing_name'),
    );
  });

  it('says that a style cannot be used, though it is there', async () => {
    await draw(
      <CitationStyleField chosen={OWN.id} onChoose={onChoose} isUnusable actions={actions} />,
    );
    expect(said('alert')).toBe(words('citation_missing'));
  });

  it('chooses the style of a file at once, without a word that it is missing', async () => {
    stored = [];
    actions.add.mockResolvedValue(OWN);
    onChoose.mockImplementation((id) => void show(id));
    await show();
    await openFile();
    await vi.waitFor(() => expect(said('status')).toBe('Đã thêm kiểu “Trường Mẫu”.'));
    expect(onChoose.mock.calls).toEqual([[OWN.id]]);
    expect(said('alert')).toBeUndefined();
  });

  it('says why a file is refused, and leaves the choice as it was', async () => {
    const parent = 'http://www.example.vn/kieu-me';
    actions.add.mockRejectedValue(new CitationStyleError('dependent', parent));
    await show('apa');
    await openFile();
    await vi.waitFor(() => expect(said('alert')).toContain(parent));
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('lets the reader’s own be deleted, and goes back to the Vietnamese one', async () => {
    actions.remove.mockResolvedValue();
    await show('apa');
    expect(button('Xóa kiểu “Trường Mẫu”')).toBeUndefined();
    await show(OWN.id);
    await act(() => button('Xóa kiểu “Trường Mẫu”')?.click());
    expect(actions.remove.mock.calls).toEqual([[OWN.id]]);
    expect(onChoose.mock.calls).toEqual([[undefined]]);
    await vi.waitFor(() => expect(said('status')).toBe('Đã xóa kiểu “Trường Mẫu”.'));
  });
});

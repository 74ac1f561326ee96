// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { useKeptFocus } from '../components/use-kept-focus.ts';

function List({ names }: { names: readonly string[] }) {
  useKeptFocus();
  return (
    <ol>
      {names.map((name) => (
        <li key={name}>
          <button>{name}</button>
        </li>
      ))}
    </ol>
  );
}
const draw = (...names: string[]) => act(() => render(<List names={names} />, document.body));
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);

afterEach(() => render(null, document.body));

it.each(['một', 'hai', 'ba'])('stays on “%s” whichever of a list is moved', async (name) => {
  await draw('một', 'hai', 'ba');
  button(name)?.focus();
  await draw('ba', 'một', 'hai');
  expect(document.activeElement?.textContent).toBe(name);
  await draw('hai', 'một', 'ba');
  expect(document.activeElement?.textContent).toBe(name);
});

it('is not brought back once the reader has left it', async () => {
  await draw('một', 'hai');
  button('một')?.focus();
  button('một')?.blur();
  await Promise.resolve();
  await draw('hai', 'một');
  expect(document.activeElement).toBe(document.body);
});

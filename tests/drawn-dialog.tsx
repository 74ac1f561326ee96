/** A dialog drawn into jsdom, on an empty page for each test of the file. */
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';
import { TranslateProvider } from '../components/i18n.tsx';
import { words } from './sample-collection.ts';

/** Where the dialog is drawn. */
export const root = document.createElement('div');

beforeEach(() => {
  // jsdom has no top layer.
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** Draws a dialog in the extension's Vietnamese words, anew where it stands already. */
export const show = (dialog: ComponentChild) =>
  act(() => render(<TranslateProvider value={words}>{dialog}</TranslateProvider>, root));

/** The button of these words, if the dialog has it. */
export const button = (name: string) =>
  [...root.querySelectorAll('button')].find((each) => each.textContent === name);

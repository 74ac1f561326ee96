import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../public/_locales/vi/messages.json';

export type MessageKey = keyof typeof messages;

/** Gives the interface's words for a key, with `$1`, `$2` … taken from the arguments. */
export type Translate = (key: MessageKey, args?: readonly string[]) => string;

const Words = createContext<Translate>((key) => key);

export const TranslateProvider = Words.Provider;

/** The reader's language, as the entrypoint provides it. */
export function useTranslate(): Translate {
  return useContext(Words);
}

import type messages from '../../public/_locales/vi/messages.json';

/** Gives the interface's words for a message of `_locales`, with `$1`, `$2` … taken from the arguments. */
export type Words = (key: keyof typeof messages, args?: readonly string[]) => string;

/** The package types its index only; each of its files exports one thing itself. */
declare module '@mozilla/readability/Readability-readerable.js' {
  function isProbablyReaderable(document: Document): boolean;
  export = isProbablyReaderable;
}
declare module '@mozilla/readability/Readability.js' {
  import { Readability } from '@mozilla/readability';
  export = Readability;
}

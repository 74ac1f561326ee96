/** The package types its index only. */
declare module '@mozilla/readability/Readability-readerable.js' {
  export function isProbablyReaderable(document: Document): boolean;
}

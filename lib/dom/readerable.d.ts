/** The package types its index only; this file's one export is the function itself. */
declare module '@mozilla/readability/Readability-readerable.js' {
  function isProbablyReaderable(document: Document): boolean;
  export = isProbablyReaderable;
}

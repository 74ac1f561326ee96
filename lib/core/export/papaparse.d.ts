/** What is used of the package, which brings no types; those published apart would bring all of Node's. */
declare module 'papaparse' {
  interface ParseError {
    type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    /** The row it is in, from 0. */
    row?: number;
  }
  interface Config {
    delimiter: string;
  }
  interface Papa {
    parse(text: string, config: Config): { data: string[][]; errors: ParseError[] };
  }
  const papa: Papa;
  export default papa;
}

/** An element of a style or locale as the citation processor reads it; a string is text between its children. */
export interface CslNode {
  name: string;
  attrs: Readonly<Record<string, string>>;
  children: readonly (CslNode | string)[];
}

/** What a page could hold to slow a recogniser down: for each, a text of a length. */
export const WORST_INPUTS: Readonly<Record<string, (length: number) => string>> = {
  spaces: over(' '),
  'spaces behind a type word': (length) => `Nghị quyết${' '.repeat(length)}`,
  digits: over('1'),
  'groups of digits': over('1.111.'),
  'separated groups': over('1.111 '),
  slashes: over('12/12/'),
  ranges: over('1 - '),
  'percent signs': over('1%'),
  'shares in brackets': over('(5%) '),
  'shares in turn': over('tăng lần lượt 3,1% và 7,4% và '),
  'quotes that open numbers': over('“5 '),
  'quotes that open names': over('phong trào “'),
  'brackets that never close': (length) => `Năm 2020 (${over('5 chi bộ ( ')(length)}`,
  enumerators: over('(1) đất, (2) nước, '),
  'one long list': over('thôn, '),
  labels: over('số: '),
  badges: (length) => `huy hiệu ${over('30, ')(length)}`,
  scopes: over('Đảng bộ Sơn '),
  'type words': over('Nghị quyết '),
  'half a symbol': over('18-NQ/'),
  congresses: over('nghị quyết Đại hội '),
  titles: over('Đề án nâng cao '),
  aliases: over('Đề án nâng cao chất lượng (gọi tắt là Đề án ABC) '),
  bodies: over('Ban Chấp hành ban hành Nghị quyết 5. '),
  'numbers in words': over('hai mươi '),
  'table cells': over('12\t'),
  'table rows': over('Xã An\t12\n'),
  'half a mail address': over('a.b-c@d.'),
  'half a web address': over('a-b.c-'),
  'combining marks': over('\u0301'),
  'zero-width characters': over('1\u200B'),
};

/** Repeats a piece to a length. */
export function over(piece: string): (length: number) => string {
  return (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

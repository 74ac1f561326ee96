import { readAt, sticky, spaced } from './sticky.ts';

/** The number of a document, read into its parts. */
export interface DocumentSymbol {
  end: number;
  /** As written, without spaces, hyphens for dashes: `05-CT/TW`. */
  number: string;
  /** Leading digits without zeros, with a letter that belongs to them: `5`, `30a`. */
  digits: string;
  year?: string | undefined;
  /** Type code in capitals: `CT`, `NĐ`, `QĐ`. */
  code?: string | undefined;
  /** Issuer code: `TW`, `BTCTW`, `CP`, `QH15`; a joint one keeps its hyphens. */
  issuerCode?: string | undefined;
}

const CODES =
  'NQLT|TTLT|CTHĐ|CTRPH|CTPH|KHLT|KHPH|HDLN|HDLT|QCPH|NQ|CTR|CT|KL|QYĐ|QĐI|QĐ|QC|TTR|TT|HD|TB|TC|BC|KH|QH|ĐA|PA|DA|CV|BB|CL|NĐ|PL|CĐ|VBHN|SL';
const CODE = `(?:${CODES})`;
/** Papers write codes in any case: `CTr`, `QĐi`, `nq`. */
const CODE_ANY_CASE = CODE.replace(/\p{Lu}/gu, (letter) => `[${letter}${letter.toLowerCase()}]`);
/** `T.Ư`, a mixed-case code, a run of capitals, or the usual codes in small letters. */
const ISSUER =
  '(?:T\\.? ?Ư|TT[gG]|Ttg|ThU|BKHCN&MT|(?:[A-ZĐƯ]&?){1,20}(?:\\.[A-ZĐƯ]{1,6})?\\d{0,3}|(?:tw|tư|tu|hu|đu|cp|ttg|ubnd|hđnd)(?![\\p{L}]))';
const ISSUERS = `${ISSUER}(?:-${ISSUER}){0,5}`;
const NUMBER = '\\d{1,5}[a-zA-Z]?';
const DASH = '[-–—]';
/** Between number, code and issuer, papers print hyphen, dash, slash, either with spaces, or nothing. */
const JOINT = ` ?[-–—/\\\\.]? ?`;
const FORMS = [
  `(?<d>${NUMBER}) ?/ ?(?<y>[12]\\d{3}) ?/ ?(?<i>(?:QH|UBTVQH)\\d{1,2})`,
  `(?<d>${NUMBER}) ?/ ?(?<y>[12]\\d{3}) ?[/-] ?(?<c>${CODE_ANY_CASE}) ?${DASH} ?(?<i>${ISSUERS})`,
  `(?<d>${NUMBER})${JOINT}(?<c>${CODE_ANY_CASE}) ?[-–—/\\\\]{1,2} ?(?<i>${ISSUERS})`,
];
const WEAK_FORMS = [
  `(?<d>${NUMBER}) ?/ ?(?<i>[A-ZĐƯ]{2,12}(?:-[A-ZĐƯ&]{1,12}\\d{0,3}){1,4})`,
  `(?<d>${NUMBER}) ?[-–—/] ?(?<i>CP|TW|TƯ|TU|HU|TTg)(?![\\p{L}\\p{N}])`,
  `(?<d>${NUMBER}) ?[-–—/] ?(?<c>${CODE_ANY_CASE})(?![\\p{L}\\p{N}])`,
  `(?<d>${NUMBER})/(?<y>(?:19|20)\\d{2})(?![\\p{L}\\p{N}/])`,
];

const strong = FORMS.map((form) => symbolPattern(form));
const any = [...strong, ...WEAK_FORMS.map((form) => symbolPattern(form))];

function symbolPattern(form: string): RegExp {
  return sticky(`${form}(?![\\p{Ll}\\p{N}])`);
}

/**
 * Reads a document's whole number at an offset: `"05 – CT/TW"` → number `05-CT/TW`, code `CT`, issuer code `TW`.
 * After a type word (`typed`) the shorter forms count too: `06/CP`, `27-CT`, `4999/UBND-KT`.
 */
export function readSymbol(text: string, at: number, typed: boolean): DocumentSymbol | null {
  for (const pattern of typed ? any : strong) {
    const found = readAt(pattern, text, at);
    if (found) return toSymbol(found, at);
  }
  return null;
}

function toSymbol(found: RegExpExecArray, at: number): DocumentSymbol {
  const { d = '', y, c, i } = found.groups ?? {};
  return {
    end: at + found[0].length,
    number: plainNumber(found[0]),
    digits: plainDigits(d),
    year: y,
    code: c?.toUpperCase().replace('QĐI', 'QĐ').replace('QYĐ', 'QĐ'),
    issuerCode: i?.toUpperCase().replace(/T\.?\s*Ư/g, 'TW'),
  };
}

const SPACED_OR_DASHED = /[\s–—]/;

/** `"05 – CT/TW"` → `"05-CT/TW"`. */
function plainNumber(written: string): string {
  if (!SPACED_OR_DASHED.test(written)) return written;
  return written.replace(/\s+/g, '').replace(/[–—]/g, '-');
}

/** `"05"` → `"5"`, `"30A"` → `"30a"`. */
export function plainDigits(digits: string): string {
  return (digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits).toLowerCase();
}

/** Where a symbol without its type word may begin; the digits before the code. */
export const BARE_SYMBOL = new RegExp(
  spaced(
    `(?=\\d)(?<![\\p{L}\\p{N}/.,-])\\d{1,5}[a-z]?(?:/[12]\\d{3}/(?:${CODE}|QH|UBTVQH)| ?[-–—/]{1} ?${CODE} ?[-–—/])`,
  ),
  'gu',
);

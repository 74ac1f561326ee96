import { decodeIssuer } from '../recognise/issuers.ts';
import { foldText } from '../text.ts';

const CENTRAL =
  /trung uong|bo chinh tri|ban bi thu|quoc hoi|chinh phu|thu tuong|chu tich nuoc|^bo (?!chi huy|tu lenh)|toi cao|viet nam/;
/** Bodies of the Party's centre, whose numbers begin anew each term. */
const PARTY_CENTRE = /trung uong|bo chinh tri|ban bi thu/;
const PLACE =
  /(?:[Tt]ỉnh|[Tt]hành(?: phố)?|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị(?: xã| trấn)?|[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Đđ]ảng)(?: [ủu]y| uỷ)? (?<name>\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*)/u;
const LOCAL_CODE = /^(?:HĐND|UBND)/;

/** The bodies that count their documents together: `centre`, or a place; none where the text names no place. */
export interface NumberingSeries {
  series?: string;
  /** Whether its numbers begin anew each term of the Central Committee. */
  isPartyCentre: boolean;
}

/**
 * Tells whose numbering a document is counted in. `Bộ Chính trị` → centre; `Ban Chấp hành Đảng bộ huyện Ia Pa`,
 * `Huyện ủy Ia Pa` → `ia pa`; `Huyện ủy` → none, for there are hundreds.
 * @param code the issuer's code in the number: `TW`, `HU`
 * @param year the year in the number of a state document
 */
export function numberingSeries(
  issuer: string | undefined,
  code: string | undefined,
  year: string | undefined,
): NumberingSeries {
  const told = [code && decodeIssuer(code), issuer].filter(Boolean).join(', ');
  const place = issuer && PLACE.exec(issuer.normalize('NFC'))?.groups?.['name'];
  if (place) return { series: foldText(place), isPartyCentre: false };
  const isNational = year !== undefined && code !== undefined && !LOCAL_CODE.test(code);
  const folded = foldText(told);
  if (!isNational && !CENTRAL.test(folded)) return { isPartyCentre: false };
  return { series: 'centre', isPartyCentre: !year && PARTY_CENTRE.test(folded) };
}

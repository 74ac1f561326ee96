import { textBefore } from './boundary.ts';

const PLACE = 'huyện|tỉnh|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu';
const PLACE_ANY_CASE = PLACE.replace(
  /(^|\|)(\p{L})/gu,
  (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
);
const NAME = "(?: \\p{Lu}[\\p{L}\\p{M}'-]{0,12}){1,4}";
const ORGANISATION = '[Đđ]ảng bộ|Đảng ủy|[Cc]hi bộ';
const BRANCH =
  'Khối(?: (?:các )?(?:cơ quan|doanh nghiệp))(?: và doanh nghiệp)?|Quân sự|Công an(?!,)|UBND|Bộ đội Biên phòng|(?:các )?cơ quan Đảng';
const SCOPE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:${ORGANISATION}) (?:${BRANCH})(?: (?:${PLACE})(?![\\p{L}\\p{M}]))?(?:${NAME})?` +
    `|(?:${ORGANISATION}|Huyện ủy|Tỉnh ủy|Thành ủy|Thị ủy|Quận ủy|${PLACE_ANY_CASE})(?: (?:${PLACE}|Công an|Quân sự))?${NAME})`,
  'gu',
);
/** What was merged or parted is no longer there. */
const FORMER =
  /(?:sáp nhập|sát nhập|hợp nhất|nhập|chia tách|trên cơ sở)(?![\p{L}\p{M}])[^.;\n]{0,90}$/iu;
const IN_BRACKETS = /\([^()\n]{0,80}$/;

/** A body or place that what follows is about, until another is named. */
export interface Scope {
  index: number;
  name: string;
}

/**
 * Finds the bodies and places of a text in its order; an address, a place alone in brackets, holds for its paragraph
 * where another was named before. `"Đảng bộ huyện Quốc Oai có …"` → `Đảng bộ huyện Quốc Oai`.
 */
export function findScopes(text: string): Scope[] {
  const scopes: Scope[] = [];
  let named: Scope | undefined;
  for (const { index, 0: name } of text.matchAll(SCOPE)) {
    const before = textBefore(text, index, 100);
    const address = before.endsWith('(') && text.charAt(index + name.length) === ')';
    if (FORMER.test(before) || (!address && IN_BRACKETS.test(before))) continue;
    const last = scopes.at(-1);
    if (last && last.index > index) scopes.pop();
    scopes.push({ index, name });
    if (!address || !named) named = { index, name };
    else scopes.push({ index: paragraphEnd(text, index), name: named.name });
  }
  return scopes;
}

function paragraphEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/**
 * Writes a value as the one JSON text it has (RFC 8785): keys in order, no spaces, none that is undefined.
 * `{b: 'đảng', a: undefined}` → `{"b":"đảng"}`.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part).sort();
    return Object.fromEntries(keys.map((key) => [key, (part as Record<string, unknown>)[key]]));
  });
}

/**
 * Makes a UUID version 7 (RFC 9562 §5.7) from a time in milliseconds and ten random bytes.
 * Made here because `crypto.randomUUID` is missing on http pages, where most portals live.
 */
export function newId(now: number, random: Uint8Array): string {
  const byte = (at: number) => random[at] ?? 0;
  const time = hex(now, 12);
  const bytes = Array.from({ length: 6 }, (_, at) => hex(byte(at + 4), 2)).join('');
  return [
    time.slice(0, 8),
    time.slice(8),
    hex(0x7000 | ((byte(0) & 0x0f) << 8) | byte(1), 4),
    hex(0x8000 | ((byte(2) & 0x3f) << 8) | byte(3), 4),
    bytes,
  ].join('-');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

import type { Figure } from './annotation.ts';

/**
 * Writes an exact decimal the Vietnamese way: a point between thousands, a comma before decimals.
 * `"10072000000000"` → `"10.072.000.000.000"`; `"31.3"` → `"31,3"`.
 */
export function formatDecimal(value: string): string {
  const [, sign = '', whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (!whole) return value;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  return sign + grouped + (fraction ? `,${fraction}` : '');
}

/**
 * Writes a figure's value without its unit: one number, a range or a ratio.
 * `["90","100"]` → `"90 – 100"`; `"51/51"` → `"51/51"`.
 */
export function formatValue(value: Figure['value']): string {
  if (typeof value !== 'string') return value.map(formatDecimal).join(' – ');
  return value.split('/').map(formatDecimal).join('/');
}

/** One number as a Vietnamese reader types it: points between thousands, a comma before decimals; or plain digits. */
const TYPED_NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,20})(?:,\d{1,20})?$/;

/**
 * Reads a value as a reader types it: one number, a range, a ratio.
 * `"1.837"` → `"1837"`; `"-31,3"` → `"-31.3"`; `"90 - 100"` → `["90", "100"]`; `"16/51"` → `"16/51"`; else `undefined`.
 */
export function parseValue(typed: string): Figure['value'] | undefined {
  // A dash before any digit is a minus.
  const numbers = typed.trim().split(/(?<=\d)\s*(?:[-–—/]|đến)\s*/);
  const [first, second, ...more] = numbers.map(parseDecimal);
  if (first === undefined || more.length > 0) return undefined;
  if (numbers.length === 1) return first;
  if (second === undefined) return undefined;
  return typed.includes('/') ? `${first}/${second}` : [first, second];
}

function parseDecimal(typed: string): string | undefined {
  const plain = typed.replace(/^[−–]/, '-');
  if (!TYPED_NUMBER.test(plain)) return undefined;
  const [whole = '', fraction] = plain.split(',');
  const digits = whole.replaceAll('.', '').replace(/^(-?)0+(?=\d)/, '$1');
  return fraction ? `${digits}.${fraction}` : digits;
}

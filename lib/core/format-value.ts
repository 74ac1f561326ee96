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

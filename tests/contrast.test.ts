import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2, 1.4.3 and 1.4.11: text, and the parts of controls. */
const TEXT = 4.5;
const CONTROL = 3;

const css = readFileSync('components/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, scheme: 'light' | 'dark'): string {
  const found = tokens.get(name);
  if (!found) throw new Error(`no token --${name}`);
  return found[scheme];
}

const pairs: [on: string, what: string, least: number][] = [
  ...['surface', 'surface-raised', 'surface-picked'].flatMap((on): [string, string, number][] => [
    [on, 'text', TEXT],
    [on, 'text-quiet', TEXT],
    [on, 'figure', TEXT],
    [on, 'programme', TEXT],
    [on, 'line-strong', CONTROL],
    [on, 'focus', CONTROL],
  ]),
  ['surface', 'warning', TEXT],
  ['surface', 'danger', TEXT],
  ['action', 'action-text', TEXT],
  ['good-tint', 'good', TEXT],
  ['warning-tint', 'warning', TEXT],
  ['danger-tint', 'danger', TEXT],
  ['figure-tint', 'text', TEXT],
  ['programme-tint', 'text', TEXT],
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(pairs)('on %s, %s can be read by weak eyes', (on, what, least) => {
    expect(contrast(colour(what, scheme), colour(on, scheme))).toBeGreaterThanOrEqual(least);
  });
});

/** A colour of the marks laid over a page's own background, each channel on its own. */
function over(background: string, [r, g, b]: readonly number[], alpha: number): string {
  const mixed = [1, 3, 5].map((at, channel) => {
    const under = Number.parseInt(background.slice(at, at + 2), 16);
    return Math.round(under * (1 - alpha) + ([r, g, b][channel] ?? 0) * alpha);
  });
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const marks = [
  ...readFileSync('entrypoints/content/style.css', 'utf8').matchAll(
    /::highlight\((reader-[abc])\)\s*\{\s*background-color:\s*rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/g,
  ),
].map(([, name = '', r, g, b, alpha]) => ({
  name,
  tint: [r, g, b].map(Number),
  alpha: Number(alpha) / 100,
}));

describe('marks on a page', () => {
  it('are all looked at', () =>
    expect(marks.map(({ name }) => name)).toEqual(['reader-a', 'reader-b', 'reader-c']));

  it.each([
    ['black on white', '#ffffff', '#000000'],
    ['dark grey on white', '#ffffff', '#333333'],
    ['light on black', '#000000', '#e0e0e0'],
    ['light on dark grey', '#1e1e1e', '#dddddd'],
    ['brown on cream', '#fbf3e4', '#3b2a18'],
    ['navy on pale blue', '#eaf4ff', '#102a43'],
  ])('leave text of %s readable under every tint', (_, background, text) => {
    for (const { tint, alpha } of marks) {
      expect(contrast(over(background, tint, alpha), text)).toBeGreaterThanOrEqual(TEXT);
    }
  });
});

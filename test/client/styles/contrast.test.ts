import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../client/styles/tokens.css', import.meta.url), 'utf8');

/** Token → its light and dark colour. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name as string, { light: light as string, dark: dark as string }],
  ),
);

/** Relative luminance (WCAG 2.2, definition of relative luminance). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const AA = 4.5;
const AAA = 7;
/** What is no text, such as the border of a field (WCAG 2.2, 1.4.11). */
const SHAPE = 3;

const HUES = Array.from({ length: 12 }, (_, k) => `hue-${k}`);
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ...['paper', 'canvas', 'raised', 'hover'].flatMap((back) => [
    ['ink', back, AAA] as const,
    ['ink-soft', back, AAA] as const,
    ['ink-faint', back, AA] as const,
  ]),
  ...['accent', 'accent-strong', 'added', 'removed', 'moved', 'agreed', 'warn'].map(
    (front) => [front, 'paper', AAA] as const,
  ),
  ['ink', 'accent-tint', AAA],
  ['ink', 'warn-tint', AAA],
  ['ink', 'removed-tint', AAA],
  ['accent', 'accent-tint', AA],
  ...['added', 'removed', 'moved', 'agreed', 'warn'].map((name) => [name, `${name}-tint`, AAA] as const),
  ['on-accent', 'accent', AA],
  ['on-accent', 'accent-strong', AA],
  ...HUES.map((hue) => [hue, 'paper', AAA] as const),
  ['line-strong', 'paper', SHAPE],
  ['focus', 'paper', SHAPE],
];

describe('contrast', () => {
  it.each(PAIRS)('U5: %s on %s reaches %d in light and dark', (front, back, least) => {
    for (const mode of ['light', 'dark'] as const) {
      const [one, other] = [tokens.get(front)?.[mode], tokens.get(back)?.[mode]];
      expect(contrast(one as string, other as string), mode).toBeGreaterThanOrEqual(least);
    }
  });

  it('U5: the measure itself is right at both ends', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
  });
});

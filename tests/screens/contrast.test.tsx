import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// jsdom does not compute colours, so the tokens themselves are held to WCAG 2.2 (1.4.3 and 1.4.11).

const css = readFileSync('src/ui/tokens.css', 'utf8');
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const papers = ['canvas', 'sheet', 'paper', 'raised'] as const;
const pairs: readonly (readonly [front: string, back: string, atLeast: number])[] = [
  ...papers.flatMap(
    (back) =>
      [
        ['text', back, 7],
        ['text-muted', back, 4.5],
        ['accent', back, 4.5],
        ['danger', back, 4.5],
        ['focus', back, 3],
        ['border-strong', back, 3],
      ] as const,
  ),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['text', 'accent-soft', 4.5],
  ['text-muted', 'accent-soft', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['danger', 'accent-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['text', 'danger-soft', 4.5],
  ['text-muted', 'danger-soft', 4.5],
  ['warning', 'warning-soft', 4.5],
  ['text', 'warning-soft', 4.5],
  ['text-muted', 'warning-soft', 4.5],
  ['info', 'info-soft', 4.5],
  ['text', 'info-soft', 4.5],
  ['success', 'canvas', 3],
  ['success', 'paper', 3],
  ['text', 'success-soft', 4.5],
  ['success', 'success-soft', 3],
];

/** What lies under code: the paper, and on it the tint of what is pointed at. */
const codePaper = (theme: 'light' | 'dark'): string => {
  const tints = /--color-hover: light-dark\(rgb\(([\d ]+) \/ (\d+)%\), rgb\(([\d ]+) \/ (\d+)%\)\)/.exec(css);
  const paper = tokens.get('paper')?.[theme];
  const [tint, share] = theme === 'light' ? [tints?.[1], tints?.[2]] : [tints?.[3], tints?.[4]];
  if (paper === undefined || tint === undefined) throw new Error('no paper or no tint');
  const mixed = tint.split(' ').map((channel, at) => {
    const under = Number.parseInt(paper.slice(1 + 2 * at, 3 + 2 * at), 16);
    return Math.round(under + ((Number(channel) - under) * Number(share)) / 100);
  });
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};
const codeColours = [
  ...new Set(
    [
      ...readFileSync('src/screens/reading/read-view.module.css', 'utf8').matchAll(
        /hljs[^{]*\{\s*color: var\(--color-([\w-]+)\)/g,
      ),
    ].map(([, name]) => name ?? ''),
  ),
];

describe.each(['light', 'dark'] as const)('code in the %s theme', (theme) => {
  it.each(codeColours)('can be read in %s', (name) => {
    expect(contrast(tokens.get(name)?.[theme] ?? '', codePaper(theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('has six colours', () => expect(codeColours).toHaveLength(6));
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(pairs)('%s on %s has a contrast of at least %d', (front, back, atLeast) => {
    const colours = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]];
    const [one, other] = colours;
    if (one === undefined || other === undefined) throw new Error(`no such colour: ${front} or ${back}`);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(atLeast);
  });
});

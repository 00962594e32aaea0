import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderApp } from '../support/render-app.tsx';

const beforePaint = readFileSync(join(import.meta.dirname, '../../public/appearance.js'), 'utf8');
const html = document.documentElement;

/** What a person sees of the choices: attributes of the root element, and the colours around the page. */
const appearance = () => ({
  theme: html.dataset.theme,
  textSize: html.dataset.textSize,
  colours: [...document.querySelectorAll('meta[name="theme-color"]')].map((meta) => meta.getAttribute('content')),
});

const untouched = () => {
  delete html.dataset.theme;
  delete html.dataset.textSize;
  document.head.innerHTML = `<meta name="theme-color" content="#f1ece3" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#171512" media="(prefers-color-scheme: dark)">`;
};

beforeEach(() => {
  localStorage.clear();
  untouched();
});

describe('what is chosen in the settings', () => {
  it.each([
    ['System', 'Normal', { theme: undefined, textSize: undefined, colours: ['#f1ece3', '#171512'] }],
    ['Light', 'Small', { theme: 'light', textSize: 'small', colours: ['#f1ece3', '#f1ece3'] }],
    ['Dark', 'Large', { theme: 'dark', textSize: 'large', colours: ['#171512', '#171512'] }],
    ['Dark', 'Largest', { theme: 'dark', textSize: 'largest', colours: ['#171512', '#171512'] }],
  ] as const)('%s and %s show at once, and the next time before anything is painted', async (theme, size, shown) => {
    const { user } = await renderApp({ url: '/settings', storage: localStorage });
    await user.click(await screen.findByRole('radio', { name: theme }));
    await user.click(screen.getByRole('radio', { name: size }));
    expect(appearance()).toEqual(shown);
    untouched();
    // biome-ignore lint/security/noGlobalEval: the script of the page, as the page runs it
    globalThis.eval(beforePaint);
    expect(appearance()).toEqual(shown);
  });

  it('goes back to what the system says', async () => {
    const { user } = await renderApp({ url: '/settings', storage: localStorage });
    await screen.findByRole('radio', { name: 'System' });
    const before = appearance();
    for (const name of ['Dark', 'Largest', 'System', 'Normal']) await user.click(screen.getByRole('radio', { name }));
    expect(appearance()).toEqual(before);
  });
});

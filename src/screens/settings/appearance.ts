import type { Preferences } from './settings-screen.tsx';

/** The canvas of each theme (src/ui/tokens.css): what the browser paints around the page. */
const colours = { light: '#f1ece3', dark: '#171512' } as const;

/** Shows the page as it has been chosen; public/appearance.js does the same before the page is painted for the first time. */
export function applyAppearance(
  { documentElement: root, head }: Document,
  { theme, textSize }: Pick<Preferences, 'theme' | 'textSize'>,
): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (textSize === 'normal') delete root.dataset.textSize;
  else root.dataset.textSize = textSize;
  for (const meta of head.querySelectorAll('meta[name="theme-color"]')) {
    const own = meta.getAttribute('media')?.includes('dark') === true ? 'dark' : 'light';
    meta.setAttribute('content', colours[theme === 'system' ? own : theme]);
  }
}

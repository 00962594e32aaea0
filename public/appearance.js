// Runs before anything is painted, so that nobody sees the wrong colours for a moment; what it reads is written by src/app/preferences.ts.
(() => {
  const colours = { light: '#f1ece3', dark: '#171512' };
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('satchel.theme');
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = colours[theme];
    }
    const size = localStorage.getItem('satchel.text-size');
    if (size === 'small' || size === 'large' || size === 'largest') root.dataset.textSize = size;
  } catch {
    // A browser that keeps nothing for us has nothing chosen either.
  }
})();

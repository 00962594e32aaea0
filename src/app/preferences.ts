import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import { isLanguage } from '#src/words/languages.ts';

/** Where this browser keeps what a person has chosen; null where it keeps nothing. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'> | null;

const languageKey = 'satchel.language';
const themeKey = 'satchel.theme';
const letterKeysKey = 'satchel.letter-keys';

/** A storage may refuse to be read or written (blocked, full); the choice then holds until the page is closed. */
const attempt = <T>(access: () => T, otherwise: T): T => {
  try {
    return access();
  } catch {
    return otherwise;
  }
};

export const readPreferences = (storage: PreferenceStorage): Preferences => {
  const theme = attempt(() => storage?.getItem(themeKey) ?? null, null);
  const letterKeys = attempt(() => storage?.getItem(letterKeysKey) ?? null, null);
  const language = attempt(() => storage?.getItem(languageKey) ?? null, null);
  return {
    language: isLanguage(language) ? language : 'system',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    letterKeys: letterKeys !== 'off',
  };
};

export const writePreferences = (storage: PreferenceStorage, { language, theme, letterKeys }: Preferences): void => {
  attempt(() => {
    storage?.setItem(languageKey, language);
    storage?.setItem(themeKey, theme);
    storage?.setItem(letterKeysKey, letterKeys ? 'on' : 'off');
  }, undefined);
};

/** `root`: the document's <html>. */
export const applyTheme = (root: HTMLElement, theme: Preferences['theme']): void => {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
};

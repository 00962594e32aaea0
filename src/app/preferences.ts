import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import { isLanguage } from '#src/words/languages.ts';

/** Where this browser keeps what a person has chosen; null where it keeps nothing. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'> | null;

const languageKey = 'satchel.language';
const themeKey = 'satchel.theme';
const textSizeKey = 'satchel.text-size';
const orderKey = 'satchel.order';
const letterKeysKey = 'satchel.letter-keys';
const smallPhotosKey = 'satchel.small-photos';

/** A storage may refuse to be read or written (blocked, full); the choice then holds until the page is closed. */
const attempt = <T>(access: () => T, otherwise: T): T => {
  try {
    return access();
  } catch {
    return otherwise;
  }
};

export const readPreferences = (storage: PreferenceStorage): Preferences => {
  const kept = (key: string) => attempt(() => storage?.getItem(key) ?? null, null);
  const theme = kept(themeKey);
  const textSize = kept(textSizeKey);
  const order = kept(orderKey);
  const language = kept(languageKey);
  return {
    language: isLanguage(language) ? language : 'system',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    textSize: textSize === 'small' || textSize === 'large' || textSize === 'largest' ? textSize : 'normal',
    order: order === 'created' || order === 'title' ? order : 'changed',
    letterKeys: kept(letterKeysKey) !== 'off',
    smallPhotos: kept(smallPhotosKey) === 'on',
  };
};

export const writePreferences = (
  storage: PreferenceStorage,
  { language, theme, textSize, order, letterKeys, smallPhotos }: Preferences,
): void => {
  attempt(() => {
    storage?.setItem(languageKey, language);
    storage?.setItem(themeKey, theme);
    storage?.setItem(textSizeKey, textSize);
    storage?.setItem(orderKey, order);
    storage?.setItem(letterKeysKey, letterKeys ? 'on' : 'off');
    storage?.setItem(smallPhotosKey, smallPhotos ? 'on' : 'off');
  }, undefined);
};

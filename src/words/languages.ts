import { createWords, type Language, type Words } from './words.ts';

/** What people choose from: by the languages' own names. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

export const languages = ['en', 'de'] as const satisfies readonly Language[];

/** Whether the text, as it may be stored or told by a browser, is the code of a language that the app speaks. */
export const isLanguage = (code: unknown): code is Language => languages.some((language) => language === code);

export interface Spoken {
  readonly language: Language;
  /** BCP 47; undefined: as the browser writes dates and numbers. */
  readonly locale: string | undefined;
}

/**
 * Which language to speak, and which of its regions to write dates and numbers for: what the person has chosen, or the first of the
 * browser's languages (BCP 47, the dearest first) that the app knows; English where it knows none.
 */
export const spokenFor = (chosen: Language | 'system', browser: readonly string[]): Spoken => {
  const codeOf = (locale: string) => locale.toLowerCase().split('-')[0] ?? '';
  if (chosen !== 'system') {
    return { language: chosen, locale: browser.find((locale) => codeOf(locale) === chosen) ?? chosen };
  }
  for (const locale of browser) {
    const language = codeOf(locale);
    if (isLanguage(language)) return { language, locale };
  }
  return { language: 'en', locale: undefined };
};

/** Loads the language, where it is not in the code already. English is what is left where it cannot be had. */
export const loadWords = async ({ language, locale }: Spoken): Promise<Words> => {
  if (language === 'en') return createWords(language, locale, null);
  try {
    const { german } = await import('./german.ts');
    return createWords(language, locale, german);
  } catch {
    return createWords('en', undefined, null);
  }
};

/** What the Authenticator says in the language; null: its own English. */
export const authenticatorWords = async (language: Language): Promise<Readonly<Record<string, string>> | null> =>
  language === 'en' ? null : (await import('./german-authenticator.ts')).germanAuthenticator;

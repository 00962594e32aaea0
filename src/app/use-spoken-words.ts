import { useEffect, useLayoutEffect, useState } from 'react';
import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import { loadWords, spokenFor } from '#src/words/languages.ts';
import type { Words } from '#src/words/words.ts';

/**
 * The words of the language that the person has chosen, loaded when they choose another one; until then those that the page began with.
 * `browser`: the browser's languages, the dearest first.
 */
export const useSpokenWords = (chosen: Preferences['language'], begun: Words, browser: readonly string[]): Words => {
  const [words, setWords] = useState(begun);
  useEffect(() => {
    const spoken = spokenFor(chosen, browser);
    if (spoken.language === words.language) return;
    let current = true;
    const change = async () => {
      const loaded = await loadWords(spoken);
      if (current) setWords(loaded);
    };
    void change();
    return () => {
      current = false;
    };
  }, [chosen, browser, words.language]);
  useLayoutEffect(() => {
    document.documentElement.lang = words.language;
  }, [words.language]);
  return words;
};

import { useLayoutEffect, useState } from 'react';
import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import { applyTheme, type PreferenceStorage, readPreferences, writePreferences } from './preferences.ts';

/** What a person has chosen, applied to the page and kept in the storage. */
export const usePreferences = (
  storage: PreferenceStorage,
): readonly [Preferences, (preferences: Preferences) => void] => {
  const [preferences, setPreferences] = useState(() => readPreferences(storage));
  useLayoutEffect(() => applyTheme(document.documentElement, preferences.theme), [preferences.theme]);
  return [
    preferences,
    (next) => {
      writePreferences(storage, next);
      setPreferences(next);
    },
  ];
};

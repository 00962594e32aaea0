import { useState } from 'react';
import type { Preferences } from '#src/screens/settings/settings-screen.tsx';
import { type PreferenceStorage, readPreferences, writePreferences } from './preferences.ts';

/** What a person has chosen, kept in the storage. */
export const usePreferences = (
  storage: PreferenceStorage,
): readonly [Preferences, (preferences: Preferences) => void] => {
  const [preferences, setPreferences] = useState(() => readPreferences(storage));
  return [
    preferences,
    (next) => {
      writePreferences(storage, next);
      setPreferences(next);
    },
  ];
};

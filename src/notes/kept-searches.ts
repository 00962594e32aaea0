/** Searches that this device remembers for a person, as they were typed. */
export interface KeptSearches {
  /** The last first. */
  readonly recent: readonly string[];
  /** In the order in which they were saved. */
  readonly saved: readonly string[];
}

const mostRecent = 8;
const mostSaved = 50;
/** Nobody types more. */
const longest = 200;

export const noSearches: KeptSearches = { recent: [], saved: [] };

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const without = (searches: readonly string[], typed: string) => searches.filter((one) => !isSame(one, typed));

export const isSavedSearch = ({ saved }: KeptSearches, typed: string): boolean =>
  saved.some((one) => isSame(one, typed.trim()));

/** Remembers what was searched for; a single letter is nothing to come back to. */
export function withRecent(searches: KeptSearches, typed: string): KeptSearches {
  const words = typed.trim();
  if (words.length < 2 || words.length > longest) return searches;
  return { ...searches, recent: [words, ...without(searches.recent, words)].slice(0, mostRecent) };
}

export const withoutRecent = (searches: KeptSearches): KeptSearches => ({ ...searches, recent: [] });

export function withSaved(searches: KeptSearches, typed: string): KeptSearches {
  const words = typed.trim();
  if (words === '' || words.length > longest) return searches;
  return { ...searches, saved: [...without(searches.saved, words), words].slice(-mostSaved) };
}

export const withoutSaved = (searches: KeptSearches, typed: string): KeptSearches => ({
  ...searches,
  saved: without(searches.saved, typed.trim()),
});

/** What a device has stored, whoever wrote it. */
export function parseSearches(stored: string | null): KeptSearches {
  try {
    const parsed: unknown = JSON.parse(stored ?? 'null');
    if (typeof parsed !== 'object' || parsed === null) return noSearches;
    return {
      recent: 'recent' in parsed ? textsIn(parsed.recent).slice(0, mostRecent) : [],
      saved: 'saved' in parsed ? textsIn(parsed.saved).slice(0, mostSaved) : [],
    };
  } catch {
    return noSearches;
  }
}

const textsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'string' && one !== '' && one.length <= longest) : [];

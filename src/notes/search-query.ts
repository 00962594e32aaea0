import { foldForSearch } from './search-fold.ts';

/** Something that a note has to have, or with `not` must not have. */
export type SearchPart =
  /** Folded, to be found anywhere in title, tags and text, also inside of words. */
  | { readonly kind: 'text'; readonly text: string; readonly not: boolean }
  | { readonly kind: 'tag'; readonly tag: string; readonly not: boolean }
  | { readonly kind: 'is'; readonly state: NoteState; readonly not: boolean }
  | { readonly kind: 'has'; readonly feature: NoteFeature; readonly not: boolean }
  /** Changed before, or at or after, this time; ms. */
  | { readonly kind: 'before' | 'after'; readonly at: number; readonly not: boolean };

export type NoteState = (typeof noteStates)[number];
export type NoteFeature = (typeof noteFeatures)[number];
export const noteStates = ['pinned', 'archived', 'trashed', 'unsaved'] as const;
export const noteFeatures = ['attachment', 'image', 'task', 'link'] as const;

/** An operator whose value means nothing; it is searched for as text. */
export interface SearchProblem {
  readonly operator: 'is' | 'has' | 'before' | 'after';
  readonly value: string;
}

export interface SearchQuery {
  readonly parts: readonly SearchPart[];
  readonly problems: readonly SearchProblem[];
}

/** A queries longer than this is cut: nobody types it. */
const longestQuery = 1_000;
const unfinished = /^-?(?:(?:tag|is|has|before|after):)?$/i;
const token = /(-?)(?:(tag|is|has|before|after):)?(?:"([^"]*)"?|(\S+))/giu;

/**
 * What a person typed into the search box: words, `"phrases"`, `-not`, `tag:`, `is:`, `has:`, `before:` and `after:`, all of which a note
 * has to have. `now` (ms) says what today is, in the time zone of the device.
 */
export function parseQuery(typed: string, now: number): SearchQuery {
  const parts: SearchPart[] = [];
  const problems: SearchProblem[] = [];
  for (const [whole, minus, operator, phrase, word] of typed.slice(0, longestQuery).matchAll(token)) {
    const value = phrase ?? word ?? '';
    // Not typed to its end yet.
    if (unfinished.test(whole)) continue;
    const not = minus === '-';
    const text = (written: string): void => {
      const folded = foldForSearch(written).trim();
      if (folded !== '') parts.push({ kind: 'text', text: folded, not });
    };
    switch (operator?.toLowerCase()) {
      case 'tag':
        if (value.replace(/^#/, '') !== '')
          parts.push({ kind: 'tag', tag: foldForSearch(value.replace(/^#/, '')), not });
        break;
      case 'is':
      case 'has': {
        const kind = operator?.toLowerCase() === 'is' ? 'is' : 'has';
        const part = kind === 'is' ? stateOf(value, not) : featureOf(value, not);
        if (part !== null) parts.push(part);
        else if (value !== '') {
          problems.push({ operator: kind, value });
          text(whole);
        }
        break;
      }
      case 'before':
      case 'after': {
        const kind = operator?.toLowerCase() === 'before' ? 'before' : 'after';
        const at = timeOf(value.toLowerCase(), now);
        if (at !== null) parts.push({ kind, at, not });
        else if (value !== '') {
          problems.push({ operator: kind, value });
          text(whole);
        }
        break;
      }
      default:
        text(value);
    }
  }
  return { parts, problems };
}

const stateOf = (value: string, not: boolean): SearchPart | null => {
  const state = noteStates.find((name) => name === value.toLowerCase());
  return state === undefined ? null : { kind: 'is', state, not };
};

const featureOf = (value: string, not: boolean): SearchPart | null => {
  const feature = noteFeatures.find((name) => name === value.toLowerCase().replace(/s$/, ''));
  return feature === undefined ? null : { kind: 'has', feature, not };
};

/** The beginning of a day, month or year where the device is; null where it is none. */
function timeOf(value: string, now: number): number | null {
  const today = new Date(now).setHours(0, 0, 0, 0);
  if (value === 'today') return today;
  if (value === 'yesterday') return new Date(today).setDate(new Date(today).getDate() - 1);
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (found === null) return null;
  const [year = 0, month = 1, day = 1] = found.slice(1).map((part) => (part === undefined ? 1 : Number(part)));
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}

/** What is to be marked where it is found: the texts that are looked for, folded. */
export const markedTexts = ({ parts }: SearchQuery): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'text' && !part.not ? [part.text] : []));

import { createWords } from '#src/words/words.ts';

/** What the app says to most of the tests. */
export const english = createWords('en', 'en-US', null);

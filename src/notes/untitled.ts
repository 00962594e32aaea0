/** What a note without a title is called. Alone, so that a list needs not load how titles are found. */
export const untitled = 'Untitled';

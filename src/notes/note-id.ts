declare const brand: unique symbol;

/** A note's id: a UUID of version 7 for notes born here, whatever the backend made (version 1 on the tutorial's) for others. */
export type NoteId = string & { readonly [brand]: true };

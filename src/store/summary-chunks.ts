/** As many notes as any screen shows: read first, so that a list is there at once. */
export const firstChunk = 50;
/** The others come in pieces that each take a few milliseconds. */
export const laterChunk = 2_000;

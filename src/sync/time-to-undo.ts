/** How long a person can take back what deletes something for ever; ms. */
export const timeToUndo = 10_000;

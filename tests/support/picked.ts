import type { PickedFile } from '#src/services.ts';

/** A file as it is chosen by itself. */
export const picked = (file: File): PickedFile => ({ file, name: file.name });

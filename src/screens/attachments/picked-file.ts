import type { PickedFile } from '#src/services.ts';

/** A file under its own name, with the folders that were chosen with it. */
export const pickedFile = (file: File): PickedFile => ({ file, name: file.webkitRelativePath || file.name });

import type { StoredUpload } from '#src/store/file-store.ts';

/**
 * The order in which files are sent: those first that have failed least often since the queue began, the small before the large, and of
 * two alike the one that has waited longer. What is to be taken back comes before all that.
 */
export const inOrderOfNeed = (
  uploads: readonly StoredUpload[],
  failures: (key: string) => number,
): readonly StoredUpload[] =>
  uploads.toSorted(
    (a, b) =>
      Number(b.wish === 'cancel') - Number(a.wish === 'cancel') ||
      failures(a.key) - failures(b.key) ||
      a.size - b.size ||
      a.addedAt - b.addedAt,
  );

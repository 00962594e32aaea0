/** A file of more bytes than this is not copied into the device's database. */
const mostCopied = 500 * 1024 * 1024;

/** What the browser tells of the room that this page's data may take and takes. */
export type Estimate = () => Promise<{ readonly quota?: number | undefined; readonly usage?: number | undefined }>;

/**
 * Tells of files that are attached together, one after the other, which are sent from where they are: those over 500 MB, and those over half of
 * what is free when the ones before are on the device. `estimate`: null where nothing is written to this device.
 */
export async function streamRule(estimate: Estimate | null): Promise<(bytes: number) => boolean> {
  let free = estimate === null ? Number.POSITIVE_INFINITY : await freeOf(estimate);
  return (bytes) => {
    if (bytes > mostCopied || bytes > free / 2) return true;
    free -= bytes;
    return false;
  };
}

/** A browser that does not tell has room until it says that it has none. */
async function freeOf(estimate: Estimate): Promise<number> {
  try {
    const { quota, usage = 0 } = await estimate();
    return quota === undefined ? Number.POSITIVE_INFINITY : quota - usage;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

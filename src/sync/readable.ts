/**
 * The bytes, where they can be read. In a private window of Chromium the device has no more than a reference to the file that was chosen,
 * and that may have been changed or removed since (decision 16).
 */
export async function readable(bytes: Blob | undefined): Promise<Blob | undefined> {
  try {
    await bytes?.slice(0, 1).arrayBuffer();
    return bytes;
  } catch {
    return undefined;
  }
}

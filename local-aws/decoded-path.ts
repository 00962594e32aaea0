/** The path as it was meant; null where it is not percent-encoded as a path has to be. */
export function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

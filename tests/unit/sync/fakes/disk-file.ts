/** A chosen file that is still on a disk, where it may be written to or removed. */
export interface DiskFile {
  /** What a page was given. */
  readonly file: File;
  /** Somebody writes to it, which the page sees. */
  write(text: string): void;
  /** As in Chromium, the page sees it where it reads the file, and not before. */
  remove(): void;
}

export function aDiskFile(name: string, text: string, lastModified = 1_000): DiskFile {
  let now = { text, lastModified, isThere: true };
  const file = new File([text], name, { lastModified });
  const unreadable = () => {
    const part = new Blob();
    part.arrayBuffer = () =>
      Promise.reject(new DOMException('The requested file could not be read.', 'NotReadableError'));
    return part;
  };
  Object.defineProperties(file, {
    size: { get: () => now.text.length },
    lastModified: { get: () => now.lastModified },
  });
  file.slice = (from, to) => (now.isThere ? new Blob([now.text]).slice(from, to) : unreadable());
  return {
    file,
    write(other) {
      now = { text: other, lastModified: now.lastModified + 1, isThere: true };
    },
    remove() {
      now = { ...now, isThere: false };
    },
  };
}

import { unzipSync } from 'fflate';
import { afterEach, beforeEach } from 'vitest';

/** A file that the page has handed to the browser's downloads. */
interface SavedFile {
  readonly name: string;
  readonly file: Blob;
}

const { createObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;

/** The files that the page saves in each test of the file that calls it. */
export const savedFiles = (): readonly SavedFile[] => {
  const saved: SavedFile[] = [];
  const blobs = new Map<string, Blob>();
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (blob) => {
      const address = createObjectURL(blob);
      if (blob instanceof Blob) blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      const file = blobs.get(this.href);
      if (file === undefined || this.download === '') click.call(this);
      else saved.push({ name: this.download, file });
    };
  });
  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });
  return saved;
};

/** The files in a zip file as text, by their paths. */
export const unzipped = async (zip: Blob): Promise<Readonly<Record<string, string>>> => {
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
};

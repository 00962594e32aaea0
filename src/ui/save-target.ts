import { saveFile } from './save-file.ts';

/** Where a large file that is made bit by bit goes. */
export interface SaveTarget {
  /** Takes what there is of it; undefined where it has to be made whole first. */
  readonly drain: ((bytes: Blob) => Promise<void>) | undefined;
  /** Takes the rest, and the file is there. */
  done(rest: Blob): Promise<void>;
  /** Leaves nothing behind. */
  giveUp(): Promise<void>;
}

/** Only some browsers have it (WICG File System Access). */
interface FilePicker {
  showSaveFilePicker?(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
}

/**
 * Asks a person where on the disk a file of that name is to go, or has it among the downloads where the browser does not ask. null: the
 * person decided against it. To be called at once when a button is pressed.
 */
export async function openSaveTarget(name: string): Promise<SaveTarget | null> {
  const picker: Window & FilePicker = window;
  if (picker.showSaveFilePicker === undefined) return amongDownloads(name);
  try {
    const file = await picker.showSaveFilePicker({ suggestedName: name });
    const out = await file.createWritable();
    return {
      drain: (bytes) => out.write(bytes),
      async done(rest) {
        await out.write(rest);
        await out.close();
      },
      giveUp: () => out.abort(),
    };
  } catch (error) {
    // Where the browser does not let us ask, as in some frames, it still downloads.
    return error instanceof DOMException && error.name === 'AbortError' ? null : amongDownloads(name);
  }
}

const amongDownloads = (name: string): SaveTarget => ({
  drain: undefined,
  done: async (rest) => saveFile(rest, name),
  giveUp: async () => undefined,
});

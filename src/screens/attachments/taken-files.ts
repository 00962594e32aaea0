/** What was dropped or pasted, as long as it is there: the browser empties a DataTransfer when its event is over. */
export interface Taken {
  readonly files: readonly File[];
  /** Every file and folder by itself, where one of them is a folder; empty where none is. */
  readonly entries: readonly FileSystemEntry[];
}

const nothing: Taken = { files: [], entries: [] };

/** What of a drop is to be attached. */
export const takenFrom = (data: DataTransfer): Taken => {
  const entries = [...(data.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return { files: [...data.files], entries: entries.some((entry) => entry.isDirectory) ? entries : [] };
};

/**
 * What of a paste is to be attached. Office programs put a picture of every text beside it, and file managers the names of files; so
 * that the files are meant only where any text beside them says no more than what they are called.
 */
export const takenFromPaste = (data: DataTransfer): Taken => {
  const taken = takenFrom(data);
  const text = data.getData('text/plain').trim();
  const names = taken.files.map(({ name }) => name);
  const onlyNames = text.split(/\r?\n/).every((line) => names.some((name) => decoded(line).endsWith(name)));
  return text === '' || (onlyNames && !data.types.includes('text/html')) ? taken : nothing;
};

/** Some file managers write addresses. */
const decoded = (line: string): string => {
  if (!line.startsWith('file:')) return line;
  try {
    return decodeURIComponent(line);
  } catch {
    return line;
  }
};

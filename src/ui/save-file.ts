/** Long enough for a browser that asks where to put the file. */
const whileSaved = 60_000;

/** Lets the browser save the text as a file. */
export const saveFile = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), whileSaved);
};

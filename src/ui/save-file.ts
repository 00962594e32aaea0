/** ms; by then every browser has begun to write the file, which is all that the address is needed for. */
const addressLifetime = 60_000;

/** Hands a file that was made here to the browser's downloads. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), addressLifetime);
};

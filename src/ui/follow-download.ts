/** Has the browser fetch a file under this name. The address is used for one click and never enters the page. */
export const followDownload = (address: URL, name: string): void => {
  const link = document.createElement('a');
  link.href = address.href;
  link.download = name;
  link.rel = 'noopener noreferrer';
  link.click();
};

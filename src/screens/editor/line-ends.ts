/** A text box knows only line feeds: it would turn every line of a note with other line ends into a changed one. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The typed text with the line ends that the note had. */
export const withLineEndsOf = (before: string, typed: string): string =>
  before.includes('\r\n') ? typed.replaceAll('\n', '\r\n') : typed;
